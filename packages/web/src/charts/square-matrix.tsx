import { useId } from "react";
import { clipped } from "../state/money/axis.ts";
import { type Grid, gridKey } from "../state/money/grid.ts";
import type { ChartProps } from "./chart.ts";
import { Hatch } from "./hatch.tsx";

export interface SquareMatrixProps extends ChartProps {
  readonly grid: Grid;
  readonly nameOfRow: (key: string) => string;
  readonly nameOfColumn: (key: string) => string;
}

const ROW = 34;
const HEAD = 24;

/**
 * Rows × columns; the area of a square is the amount. An outline alone: it is below zero. Hatched: there are rows and none has
 * an amount. Nothing: the files have no row.
 */
export function SquareMatrix({ grid, nameOfRow, nameOfColumn, width, label }: SquareMatrixProps) {
  const hatch = useId();
  const names = Math.min(190, width * 0.32);
  const step = Math.min(120, (width - names) / Math.max(1, grid.columns.length));
  const most = Math.min(ROW, step) - 4;
  const height = HEAD + grid.rows.length * ROW;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {grid.columns.map((column, at) => (
        <text key={column} x={names + (at + 0.5) * step} y="14" textAnchor="middle" fontSize="12" fill="var(--ink2)">
          <title>{nameOfColumn(column)}</title>
          {clipped(nameOfColumn(column), step - 6)}
        </text>
      ))}
      {grid.rows.map((row, line) => (
        <g key={row} transform={`translate(0 ${HEAD + line * ROW})`}>
          <line x1="0" x2={width} y1="0" y2="0" stroke="var(--line)" />
          <text x="0" y={ROW / 2 + 4} fontSize="12" fill="var(--ink)">
            <title>{nameOfRow(row)}</title>
            {clipped(nameOfRow(row), names - 8)}
          </text>
          {grid.columns.map((column, at) => {
            const cell = grid.cells.get(gridKey(row, column));
            if (cell === undefined) return null;
            const { value } = cell;
            const side =
              value === undefined ? most : Math.max(1.5, most * Math.sqrt(Math.abs(value) / (grid.greatest || 1)));
            return (
              <rect
                key={column}
                data-mark={gridKey(row, column)}
                x={names + (at + 0.5) * step - side / 2}
                y={(ROW - side) / 2}
                width={side}
                height={side}
                fill={value === undefined ? `url(#${hatch})` : value < 0 ? "none" : "var(--accent)"}
                stroke={value === undefined ? "var(--line2)" : "var(--accent)"}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}
