import { drawnYears, type FigureChart, type FigureCharts, stretches } from "../../state/evidence/taken.ts";
import { yearMark } from "../../state/institutions/counted.ts";
import { placeOf } from "../../state/money/axis.ts";
import styles from "./evidence.module.css";

export interface FigureLinesProps {
  readonly data: FigureCharts;
  readonly width: number;
  readonly label: string;
  readonly write: (value: number) => string;
  /** Words of the key: what the band is, what the square is. */
  readonly words: { readonly bounds: string; readonly curated: string; readonly vintage: (vintage: string) => string };
}

const HEAD = 22;
const HEIGHT = 128;
const FOOT = 26;
const LEFT = 46;
/** Dashes from the newest vintage back: a line is told by its strokes, not by a colour. */
const DASHES = [undefined, "5 3", "2 3", "8 3 2 3"] as const;
/** Producers that publish every second year leave a year out: that is still one line. */
const GAP = 2;

/** Small multiples: one state each, on one scale; every vintage a line, its bounds a band, figures of our own table squares. A year is a mark. */
export function FigureLines({ data, width, label, write, words }: FigureLinesProps) {
  const columns = Math.max(1, Math.min(data.charts.length, Math.floor(width / 215)));
  const wide = Math.floor(width / columns);
  const cell = HEAD + HEIGHT + FOOT;
  const bounded = data.charts.some(({ lines }) =>
    lines.some(({ points }) => points.some(({ low }) => low !== undefined)),
  );
  const keys = [
    ...data.vintages.map((vintage) => ({
      text: words.vintage(vintage),
      dash: dashOf(data, vintage),
      kind: "line" as const,
    })),
    ...(bounded ? [{ text: words.bounds, kind: "band" as const }] : []),
    ...(data.charts.some(({ curated }) => curated.length > 0)
      ? [{ text: words.curated, kind: "square" as const }]
      : []),
  ];
  const top = keys.length * 18 + 8;
  const height = top + Math.ceil(data.charts.length / columns) * cell;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {keys.map(({ text, kind, ...key }, at) => (
        <g key={text} transform={`translate(0 ${at * 18})`}>
          {kind === "band" ? (
            <rect x="0" y="3" width="26" height="10" fill="var(--accent)" fillOpacity="0.16" />
          ) : kind === "square" ? (
            <rect x="9" y="4" width="8" height="8" fill="none" stroke="var(--ink)" strokeWidth="1.4" />
          ) : (
            <line
              x1="0"
              x2="26"
              y1="8"
              y2="8"
              stroke="var(--accent)"
              strokeWidth="1.8"
              strokeDasharray={"dash" in key ? key.dash : undefined}
            />
          )}
          <text x="34" y="12" fontSize="12" fill="var(--ink2)">
            {text}
          </text>
        </g>
      ))}
      {data.charts.map((chart, at) => (
        <g
          key={chart.party.id}
          transform={`translate(${(at % columns) * wide} ${top + Math.floor(at / columns) * cell})`}
        >
          <One chart={chart} data={data} wide={wide - 14} write={write} />
        </g>
      ))}
    </svg>
  );
}

const dashOf = ({ vintages }: FigureCharts, vintage: string): string | undefined =>
  DASHES[Math.min(vintages.length - 1 - vintages.indexOf(vintage), DASHES.length - 1)];

function One({
  chart,
  data,
  wide,
  write,
}: {
  readonly chart: FigureChart;
  readonly data: FigureCharts;
  readonly wide: number;
  readonly write: (value: number) => string;
}) {
  const { domain, years } = data;
  const y = (value: number) => placeOf(value, domain, [HEAD + HEIGHT, HEAD + 6]);
  const x = (year: number) =>
    placeOf(year, years[0] === years[1] ? [years[0] - 1, years[1] + 1] : years, [LEFT + 4, wide - 6]);
  const middle = (domain[0] + domain[1]) / 2;
  const newest = chart.lines.at(-1);
  return (
    <>
      <text x="0" y="14" fontSize="13" fontWeight="600" fill="var(--ink)">
        {chart.party.name}
      </text>
      {[domain[0], middle, domain[1]].map((stop) => (
        <g key={stop}>
          <line x1={LEFT} x2={wide} y1={y(stop)} y2={y(stop)} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(stop) + 4} textAnchor="end" fontSize="11" fill="var(--ink2)">
            {write(stop)}
          </text>
        </g>
      ))}
      {domain[0] < 0 && domain[1] > 0 ? <line x1={LEFT} x2={wide} y1={y(0)} y2={y(0)} stroke="var(--ctl)" /> : null}
      {[years[0], years[1]].map((year, at) => (
        <text
          key={year}
          x={x(year)}
          y={HEAD + HEIGHT + 16}
          textAnchor={at === 0 ? "start" : "end"}
          fontSize="11"
          fill="var(--ink2)"
        >
          {year}
        </text>
      ))}
      {stretches(newest?.points.filter(({ low, high }) => low !== undefined && high !== undefined) ?? [], GAP).map(
        (own) => (
          <path
            key={own[0]!.year}
            d={`${own.map((point, at) => `${at === 0 ? "M" : "L"}${x(point.year)} ${y(point.high!)}`).join("")}${own
              .toReversed()
              .map((point) => `L${x(point.year)} ${y(point.low!)}`)
              .join("")}Z`}
            fill="var(--accent)"
            fillOpacity="0.16"
          />
        ),
      )}
      {chart.lines.map(({ vintage, points }) =>
        stretches(points, GAP).map((own) =>
          own.length === 1 ? (
            <circle
              key={`${vintage} ${own[0]!.year}`}
              cx={x(own[0]!.year)}
              cy={y(own[0]!.value)}
              r="2.4"
              fill="var(--accent)"
            />
          ) : (
            <path
              key={`${vintage} ${own[0]!.year}`}
              d={own.map((point, at) => `${at === 0 ? "M" : "L"}${x(point.year)} ${y(point.value)}`).join("")}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="1.8"
              strokeDasharray={dashOf(data, vintage)}
            />
          ),
        ),
      )}
      {chart.curated.map(({ year, value }) => (
        <rect
          key={year}
          x={x(year) - 4}
          y={y(value) - 4}
          width="8"
          height="8"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.4"
        />
      ))}
      {drawnYears(chart).map(([year, values]) => (
        // The whole height of a year is hit; its figures are told beside the pointer.
        <rect
          key={year}
          data-mark={yearMark(chart.party.id, year)}
          className={styles.year}
          x={x(year) - (x(year + 1) - x(year)) / 2}
          y={HEAD}
          width={x(year + 1) - x(year)}
          height={HEIGHT}
          fill="var(--accent)"
          fillOpacity="0"
        >
          <title>{`${chart.party.name}, ${year}: ${values.map(write).join("; ")}`}</title>
        </rect>
      ))}
    </>
  );
}
