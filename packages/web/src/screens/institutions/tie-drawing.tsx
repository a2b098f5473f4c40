import type { Ties } from "@kelisim/api";
import { useMemo } from "react";
import type { ChartProps } from "../../charts/chart.ts";
import { networkPlaces } from "../../state/cooperation/network-places.ts";

export interface TieDrawingProps extends ChartProps {
  readonly ties: Ties;
  /** `a~b` of the pair whose line is drawn in the accent. */
  readonly chosen?: string;
}

const MARGIN = { x: 64, y: 30 };
const WIDEST = 9;

/**
 * States and what ties them: the wider a line, the greater the weight. Counted memberships have one scale through all years; weights
 * by size have that of the day. Places follow from what two ever shared and stay where they are.
 */
export function TieDrawing({ ties: { parties, edges, ever, weighting }, chosen, width, label }: TieDrawingProps) {
  const places = useMemo(() => networkPlaces({ parties, ever }), [parties, ever]);
  const height = Math.round(Math.min(480, Math.max(300, width * 0.62)));
  const most =
    weighting === "count"
      ? Math.max(1, ...ever.map(({ count }) => count))
      : Math.max(0.001, ...edges.map(({ weight }) => weight));
  const at = (id: string) => {
    const { x, y } = places.get(id) ?? { x: 0.5, y: 0.5 };
    return { x: MARGIN.x + x * (width - 2 * MARGIN.x), y: MARGIN.y + y * (height - 2 * MARGIN.y) };
  };
  const tied = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const isChosen = ({ a, b }: { readonly a: string; readonly b: string }) => `${a}~${b}` === chosen;
  const inOrder = edges.toSorted((x, y) => Number(isChosen(x)) - Number(isChosen(y)) || y.weight - x.weight);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {inOrder.map((edge) => {
        const [from, to] = [at(edge.a), at(edge.b)];
        return (
          <line
            key={`${edge.a}~${edge.b}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            stroke={isChosen(edge) ? "var(--accent)" : "var(--line2)"}
            strokeWidth={Math.max(0.8, (WIDEST * edge.weight) / most)}
          />
        );
      })}
      {parties.map(({ id, name, focus }) => {
        const { x, y } = at(id);
        return (
          <g key={id}>
            <circle
              cx={x}
              cy={y}
              r="5.5"
              fill="var(--surface)"
              stroke="var(--ink2)"
              strokeWidth="1.6"
              strokeDasharray={tied.has(id) ? undefined : "2 2"}
            />
            <text
              x={x}
              y={y - 11}
              textAnchor="middle"
              fontSize="13"
              fontWeight={focus ? 650 : 400}
              fill={focus ? "var(--ink)" : "var(--ink2)"}
              stroke="var(--surface)"
              strokeWidth="4"
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

export default TieDrawing;
