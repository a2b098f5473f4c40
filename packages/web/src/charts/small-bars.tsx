import { useId } from "react";
import { axisStops, clipped, labelEvery, placeOf, textWidth } from "../state/money/axis.ts";
import type { Stacks } from "../state/money/stack.ts";
import { type ChartProps, shadeOf } from "./chart.ts";
import { Hatch } from "./hatch.tsx";
import { ValueLines } from "./value-lines.tsx";
import { markOf } from "./year-bars.tsx";

export interface SmallBarsProps extends ChartProps {
  /** One drawing each: its stacks have one part a year at most. */
  readonly parts: readonly { readonly key: string; readonly name: string; readonly stacks: Stacks }[];
  /** Ends of the scale that all share. */
  readonly domain: readonly [number, number];
  readonly write: (value: number) => string;
}

const WIDE = 250;
const HIGH = 132;
const HEAD = 22;
const GAP = { x: 24, y: 16 };

/** Small drawings side by side on one scale: bars by year, hatched where no amount is known. */
export function SmallBars({ parts, domain, write, width, label }: SmallBarsProps) {
  const hatch = useId();
  const columns = Math.max(1, Math.min(parts.length, Math.floor((width + GAP.x) / (WIDE + GAP.x))));
  const wide = (width - GAP.x * (columns - 1)) / columns;
  const rows = Math.ceil(parts.length / columns);
  const height = rows * (HEAD + HIGH) + (rows - 1) * GAP.y;
  const stops = axisStops(domain[0], domain[1], 2);
  const left = Math.max(...stops.map((stop) => textWidth(write(stop)))) + 10;
  const y = (value: number) => placeOf(value, [stops[0]!, stops.at(-1)!], [HEAD + HIGH - 22, HEAD + 6]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {parts.map(({ key, name, stacks: { years } }, at) => {
        const step = (wide - left) / Math.max(1, years.length);
        const bar = Math.min(24, step * 0.72);
        const every = labelEvery(years.length, 44, wide - left);
        const place = [(at % columns) * (wide + GAP.x), Math.floor(at / columns) * (HEAD + HIGH + GAP.y)];
        return (
          <g key={key} transform={`translate(${place.join(" ")})`}>
            <text x="0" y="14" fontSize="13" fontWeight="600" fill="var(--ink)">
              <title>{name}</title>
              {clipped(name, wide)}
            </text>
            <ValueLines stops={stops} y={y} left={left} width={wide} write={write} />
            {years.map(({ year, parts: own, missing }, number) => {
              const x = left + number * step + (step - bar) / 2;
              return (
                <g key={year}>
                  {missing ? (
                    <rect
                      x={x}
                      y={y(stops.at(-1)!)}
                      width={bar}
                      height={y(stops[0]!) - y(stops.at(-1)!)}
                      fill={`url(#${hatch})`}
                    />
                  ) : null}
                  {own.map(({ from, to }) => (
                    <rect
                      key={`${from}`}
                      data-mark={markOf(year, key)}
                      x={x}
                      y={Math.min(y(from), y(to))}
                      width={bar}
                      height={Math.max(1, Math.abs(y(to) - y(from)))}
                      {...shadeOf(0, false)}
                    />
                  ))}
                  {number % every === 0 ? (
                    <text
                      x={Math.min(x + bar / 2, wide - textWidth(`${year}`) / 2)}
                      y={HEAD + HIGH - 5}
                      textAnchor="middle"
                      fontSize="11"
                      fill="var(--ink2)"
                    >
                      {year}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
