import { useId } from "react";
import type { ChartProps } from "../../charts/chart.ts";
import { Hatch } from "../../charts/hatch.tsx";
import { positionOf, ticksOf, type Years } from "../../state/cooperation/through-time.ts";
import type { Day } from "../../state/days.ts";
import { cellKey } from "../../state/institutions/matrix.ts";
import type { SpanRow } from "../../state/institutions/spans.ts";
import { clipped } from "../../state/money/axis.ts";

export interface SpanChartProps extends ChartProps {
  readonly rows: readonly SpanRow[];
  readonly years: Years;
  readonly day: Day;
  readonly nameOfItem: (id: string) => string;
  readonly nameOfSource: (row: SpanRow) => string;
}

const ROW = 20;
const HEAD = 24;
const FOOT = 22;
/** Below this width words stand above their bars. */
const NARROW = 620;

/**
 * Spells by source, one row each, under the name of the state or organisation. Filled: member. Outlined: not verified. Thin: another
 * status.
 */
export function SpanChart({ rows, years, day, nameOfItem, nameOfSource, width, label }: SpanChartProps) {
  const hatch = useId();
  const narrow = width < NARROW;
  const left = narrow ? 0 : Math.min(300, width * 0.36);
  const step = narrow ? ROW * 2 - 4 : ROW;
  const x = (part: number) => left + part * (width - left);
  const places: { readonly row: SpanRow; readonly y: number; readonly first: boolean }[] = [];
  let y = 0;
  for (const [at, row] of rows.entries()) {
    const first = rows[at - 1]?.item !== row.item;
    if (first) y += HEAD;
    places.push({ row, y, first });
    y += step;
  }
  const height = y + FOOT;
  const every = ticksOf(years, width - left < 420 ? 10 : 5);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {every.map((year) => {
        const at = x(positionOf(`${year}`, years));
        return (
          <g key={year}>
            <line x1={at} x2={at} y1="4" y2={y + 4} stroke="var(--line)" />
            <text
              x={at > width - 40 ? at : at + 3}
              y={height - 6}
              textAnchor={at > width - 40 ? "end" : "start"}
              fontSize="12"
              fill="var(--ink2)"
            >
              {year}
            </text>
          </g>
        );
      })}
      {places.map(({ row, y: top }) => {
        const bar = top + (narrow ? 18 : 4);
        return (
          <g key={row.key} data-mark={cellKey({ organisation: row.organisation, party: row.party })}>
            {/* All of the row is hit, its words and the gaps between its bars too. */}
            <rect x="0" y={top} width={width} height={step} fill="var(--surface)" fillOpacity="0" />
            {row.spans.map(({ start, end, look, spell }) => (
              <rect
                key={`${row.key}-${spell.status}-${spell.from}-${spell.to}`}
                x={x(start)}
                width={Math.max(2, x(end) - x(start))}
                y={look === "thin" ? bar + 4 : bar}
                height={look === "thin" ? 4 : 12}
                fill={look === "filled" ? "var(--accent)" : look === "thin" ? "var(--ink2)" : `url(#${hatch})`}
                stroke={look === "thin" ? "none" : "var(--accent)"}
                strokeDasharray={look === "outlined" ? "3 2" : undefined}
              />
            ))}
          </g>
        );
      })}
      <line
        pointerEvents="none"
        x1={x(positionOf(day, years))}
        x2={x(positionOf(day, years))}
        y1="4"
        y2={y + 4}
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      {places.map(({ row, y: top, first }) => (
        // Words stand over the line of the day where there is no room beside it.
        <g
          key={row.key}
          pointerEvents="none"
          stroke="var(--surface)"
          strokeWidth="3"
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {first ? (
            <text x="0" y={top - 7} fontSize="13" fontWeight="650" fill="var(--ink)">
              {clipped(nameOfItem(row.item), width * 0.9)}
            </text>
          ) : null}
          <text x="0" y={top + 14} fontSize="12" fill="var(--ink2)">
            <title>{row.cited ?? nameOfSource(row)}</title>
            {clipped(nameOfSource(row), (narrow ? width : left) - 10)}
          </text>
        </g>
      ))}
    </svg>
  );
}
