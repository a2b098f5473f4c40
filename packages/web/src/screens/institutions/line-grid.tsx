import type { ChartProps } from "../../charts/chart.ts";
import { yearMark } from "../../state/institutions/counted.ts";
import { knownYears, type LinePanel, stretches, yearsOfPanels } from "../../state/institutions/lines.ts";
import { axisStops, clipped, labelEvery, placeOf } from "../../state/money/axis.ts";
import styles from "./line-grid.module.css";

export interface LineGridProps extends ChartProps {
  readonly panels: readonly LinePanel[];
  /** Greatest value of the scale that all panels share. */
  readonly most: number;
  readonly write: (value: number) => string;
  /** The asked year, marked in each. */
  readonly year: number;
}

const PANEL = 116;
const GAP = 20;
const LEFT = 34;
const NEEDS = 210;

/** Small drawings of one scale, a line each, or two (the second dashed). Years of which nothing is known leave a gap. */
export function LineGrid({ panels, most, write, year, width, label }: LineGridProps) {
  const columns = Math.max(1, Math.min(4, Math.floor((width + GAP) / (NEEDS + GAP))));
  const wide = (width - (columns - 1) * GAP) / columns;
  const rows = Math.ceil(panels.length / columns);
  const height = rows * (PANEL + GAP);
  const [first, last] = yearsOfPanels(panels);
  const stops = axisStops(0, most, 2);
  const scale = [0, stops.at(-1)! || 1] as const;
  const y = (value: number) => placeOf(value, scale, [PANEL - 18, 24]);
  const x = (at: number) => placeOf(at, [first, Math.max(first + 1, last)], [LEFT, wide - 6]);
  const wideOfYear = x(first + 1) - x(first);
  const every = labelEvery(last - first + 1, 38, wide - LEFT);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((_, at) => at % every === 0);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {panels.map(({ key, name, lines }, at) => (
        <g
          key={key}
          transform={`translate(${(at % columns) * (wide + GAP)} ${Math.floor(at / columns) * (PANEL + GAP)})`}
        >
          <text x="0" y="12" fontSize="12" fontWeight="650" fill="var(--ink)">
            <title>{name}</title>
            {clipped(name, wide)}
          </text>
          {stops.map((stop) => (
            <g key={stop}>
              <line x1={LEFT} x2={wide} y1={y(stop)} y2={y(stop)} stroke="var(--line)" />
              <text x={LEFT - 5} y={y(stop) + 4} textAnchor="end" fontSize="11" fill="var(--ink2)">
                {write(stop)}
              </text>
            </g>
          ))}
          <line x1={x(year)} x2={x(year)} y1="20" y2={PANEL - 18} stroke="var(--line2)" />
          {years.map((each) => (
            <text key={each} x={x(each)} y={PANEL - 3} textAnchor="middle" fontSize="11" fill="var(--ink2)">
              {each}
            </text>
          ))}
          {lines.map((line) =>
            stretches(line.values).map((stretch) => (
              <g key={`${line.key}-${stretch[0]!.year}`}>
                <polyline
                  points={stretch.map((point) => `${x(point.year)},${y(point.value)}`).join(" ")}
                  fill="none"
                  stroke={line.dashed ? "var(--ink2)" : "var(--accent)"}
                  strokeWidth="2"
                  strokeDasharray={line.dashed ? "4 3" : undefined}
                  strokeLinejoin="round"
                />
                {stretch.length === 1 ? (
                  <circle
                    cx={x(stretch[0]!.year)}
                    cy={y(stretch[0]!.value)}
                    r="2.5"
                    fill={line.dashed ? "var(--ink2)" : "var(--accent)"}
                  />
                ) : null}
              </g>
            )),
          )}
          {knownYears(lines).map(([each, values]) => (
            // The whole height of a year is hit; the figure is told beside the pointer.
            <rect
              key={each}
              data-mark={yearMark(key, each)}
              className={styles.year}
              x={x(each) - wideOfYear / 2}
              y="20"
              width={wideOfYear}
              height={PANEL - 38}
              fill="var(--accent)"
              fillOpacity="0"
            >
              <title>{`${name}, ${each}: ${values.map(write).join("; ")}`}</title>
            </rect>
          ))}
        </g>
      ))}
    </svg>
  );
}
