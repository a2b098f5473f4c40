import type { Ties } from "@kelisim/api";
import type { ChartProps } from "../../charts/chart.ts";
import { clipped, textWidth } from "../../state/money/axis.ts";

export interface OverlapDrawingProps extends ChartProps {
  readonly items: Ties["overlap"]["items"];
  readonly cells: Ties["overlap"]["cells"];
  /** A figure in words, written into squares that have the room. */
  readonly write: (value: number) => string;
}

const ROW = 30;

/** Every pair of items, both ways round: the area of a square is the Jaccard figure; an empty field has nothing in common. */
export function OverlapDrawing({ items, cells, write, width, label }: OverlapDrawingProps) {
  const names = Math.min(width * 0.34, Math.max(...items.map(({ name }) => textWidth(name))) + 10);
  const head = Math.min(130, Math.max(...items.map(({ name }) => textWidth(name))) + 8);
  const step = Math.min(64, (width - names) / Math.max(1, items.length));
  const row = Math.max(18, Math.min(ROW, step));
  const height = head + items.length * row + 4;
  const found = new Map(
    cells.flatMap((cell) => [`${cell.a}~${cell.b}`, `${cell.b}~${cell.a}`].map((key) => [key, cell])),
  );
  const most = Math.min(step, row) - 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {items.map(({ id, name }, at) => {
        const x = names + (at + 0.5) * step;
        return (
          <text
            key={id}
            x={x + 4}
            y={head - 6}
            transform={`rotate(-90 ${x + 4} ${head - 6})`}
            fontSize="12"
            fill="var(--ink2)"
          >
            {clipped(name, head)}
          </text>
        );
      })}
      {items.map(({ id, name }, line) => (
        <g key={id} transform={`translate(0 ${head + line * row})`}>
          <line x1="0" x2={names + items.length * step} y1="0" y2="0" stroke="var(--line)" />
          <text x="0" y={row / 2 + 4} fontSize="12" fill="var(--ink)">
            <title>{name}</title>
            {clipped(name, names - 8)}
          </text>
          {items.map((other, at) => {
            const cell = found.get(`${id}~${other.id}`);
            const x = names + (at + 0.5) * step;
            if (id === other.id)
              return <line key={id} x1={x - 4} x2={x + 4} y1={row / 2} y2={row / 2} stroke="var(--line2)" />;
            if (cell === undefined) return null;
            const side = Math.max(1.5, most * Math.sqrt(cell.jaccard));
            const text = write(cell.jaccard);
            return (
              <g key={other.id} data-mark={`${cell.a}~${cell.b}`}>
                <title>{`${name}, ${other.name}: ${text}`}</title>
                {/* The whole field is hit: a small square is hard to touch. */}
                <rect x={x - step / 2} y="0" width={step} height={row} fill="var(--surface)" fillOpacity="0" />
                <rect
                  x={x - side / 2}
                  y={(row - side) / 2}
                  width={side}
                  height={side}
                  fill="var(--accent)"
                  fillOpacity="0.8"
                />
                {step >= 58 ? (
                  <text x={x + most / 2 + 3} y={row / 2 + 4} fontSize="11" fill="var(--ink2)">
                    {text}
                  </text>
                ) : null}
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
