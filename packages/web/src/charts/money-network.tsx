import { clipped, textWidth } from "../state/money/axis.ts";
import { gridKey } from "../state/money/grid.ts";
import type { MoneyNetwork as Network } from "../state/money/network.ts";
import type { ChartProps } from "./chart.ts";

export interface MoneyNetworkProps extends ChartProps {
  readonly network: Network;
  readonly nameOfRow: (key: string) => string;
  readonly nameOfColumn: (key: string) => string;
  readonly write: (value: number) => string;
  /** The greatest amount of all years: a line means the same in each of them. */
  readonly greatest: number;
}

const WIDEST = 16;
const MARGIN_Y = 26;
const NARROW = 560;

/** Donors around recipients; the width of a line is the amount. Nobody moves from year to year, only lines do. */
export function MoneyNetwork(props: MoneyNetworkProps) {
  const { network, nameOfRow, nameOfColumn, write, greatest, width, label } = props;
  // Where there is no room beside them names stand above, and the drawing is higher than wide.
  const narrow = width < NARROW;
  const height = narrow ? width * 1.25 : Math.max(280, Math.min(560, width * 0.62));
  const marginX = narrow ? 44 : Math.min(150, width * 0.24);
  const at = new Map(
    network.nodes.map(({ key, side, x, y }) => [
      `${side} ${key}`,
      { x: marginX + x * (width - 2 * marginX), y: MARGIN_Y + y * (height - 2 * MARGIN_Y) },
    ]),
  );
  const tied = new Set(network.edges.flatMap(({ row, column }) => [`row ${row}`, `column ${column}`]));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {network.edges.map(({ row, column, value }) => {
        const [from, to] = [at.get(`row ${row}`)!, at.get(`column ${column}`)!];
        return (
          <line
            key={gridKey(row, column)}
            data-mark={gridKey(row, column)}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            stroke="var(--accent)"
            strokeOpacity="0.4"
            strokeWidth={Math.max(0.75, (WIDEST * value) / (greatest || 1))}
          >
            <title>{`${nameOfRow(row)} → ${nameOfColumn(column)}: ${write(value)}`}</title>
          </line>
        );
      })}
      {network.nodes.map(({ key, side, x }) => {
        const place = at.get(`${side} ${key}`)!;
        const isRow = side === "row";
        const name = isRow ? nameOfRow(key) : nameOfColumn(key);
        const isTied = tied.has(`${side} ${key}`);
        const anchor = narrow || !isRow || Math.abs(x - 0.5) < 0.06 ? "middle" : x < 0.5 ? "end" : "start";
        const room = narrow ? 84 : marginX - 12;
        const shown = isRow && (narrow || anchor !== "middle") ? clipped(name, room) : name;
        const beside = anchor === "middle" ? 0 : anchor === "end" ? -9 : 9;
        return (
          <g key={`${side} ${key}`} opacity={isTied ? 1 : 0.55}>
            <circle
              cx={place.x}
              cy={place.y}
              r={isRow ? 4.5 : 6.5}
              fill={isTied ? (isRow ? "var(--ink2)" : "var(--accent)") : "var(--surface)"}
              stroke={isRow ? "var(--ink2)" : "var(--accent)"}
            />
            <text
              x={middleWithin(place.x + beside, shown, anchor, width)}
              // Names of recipients beside each other stand at different heights where there is little room.
              y={place.y + (narrow && !isRow && x > 0.51 ? 21 : anchor === "middle" ? -10 : 4)}
              textAnchor={anchor}
              fontSize="12"
              fontWeight={isRow ? 400 : 600}
              fill="var(--ink)"
              stroke="var(--surface)"
              strokeWidth="3"
              paintOrder="stroke"
            >
              <title>{name}</title>
              {shown}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A name in the middle of its node, moved so far that it stays within the drawing. */
function middleWithin(x: number, text: string, anchor: string, width: number): number {
  if (anchor !== "middle") return x;
  const half = textWidth(text) / 2;
  return Math.min(Math.max(x, half), Math.max(half, width - half));
}
