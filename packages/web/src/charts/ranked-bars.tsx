import { axisStops, clipped, placeOf, textWidth } from "../state/money/axis.ts";
import { type ChartProps, shadeOf } from "./chart.ts";

export interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value in words, at the end of the bar. */
  readonly text: string;
}

const ROW = 28;

/** One bar for each, in the order given; what is below zero goes to the left of the line. */
export function RankedBars({ rows, width, label }: ChartProps & { readonly rows: readonly RankedRow[] }) {
  const names = Math.min(width * 0.36, Math.max(60, ...rows.map(({ name }) => textWidth(name) + 10)));
  const texts = Math.max(0, ...rows.map(({ text }) => textWidth(text))) + 12;
  const stops = axisStops(
    Math.min(0, ...rows.map(({ value }) => value)),
    Math.max(0, ...rows.map(({ value }) => value)),
    4,
  );
  const x = (value: number) => placeOf(value, [stops[0]!, stops.at(-1)!], [names, Math.max(names + 20, width - texts)]);
  const height = rows.length * ROW + 4;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {rows.map(({ key, name, value, text }, at) => (
        <g key={key} data-mark={key} transform={`translate(0 ${at * ROW})`}>
          <text x="0" y="18" fontSize="12" fill="var(--ink)">
            <title>{name}</title>
            {clipped(name, names - 8)}
          </text>
          <rect
            x={Math.min(x(0), x(value))}
            y="5"
            width={Math.max(0.5, Math.abs(x(value) - x(0)))}
            height="18"
            {...shadeOf(0, false)}
          />
          <text x={Math.max(x(0), x(value)) + 6} y="18" fontSize="12" fill="var(--ink2)">
            {text}
          </text>
        </g>
      ))}
      <line x1={x(0)} x2={x(0)} y1="0" y2={height} stroke="var(--ctl)" />
    </svg>
  );
}
