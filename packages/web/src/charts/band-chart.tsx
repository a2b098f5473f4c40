import { clipped, textWidth } from "../state/money/axis.ts";
import { type BandNode, type Bands, REST } from "../state/money/bands.ts";
import type { ChartProps } from "./chart.ts";

export interface BandChartProps extends ChartProps {
  readonly bands: Bands;
  /** Name of a key of a column. */
  readonly nameOf: (key: string, column: number) => string;
  readonly write: (value: number) => string;
  /** Heading of each column. */
  readonly heads: readonly string[];
}

const NODE = 12;
const HEAD = 26;

/** The mark of a band or of a node (`to` or `from` absent), and back. */
export const bandMark = (stage: number, from: string | null, to: string | null): string =>
  JSON.stringify([stage, from, to]);
export const bandMarked = (mark: string): readonly [stage: number, from: string | null, to: string | null] =>
  JSON.parse(mark);

/** Sums as bands from column to column, as high as they are great; only what is above zero has a height. */
export function BandChart({ bands, nameOf, write, heads, width, label }: BandChartProps) {
  const { columns, stages } = bands;
  const most = Math.min(190, width * (columns.length === 2 ? 0.33 : 0.21));
  const longest = Math.max(
    0,
    ...columns.flatMap((nodes, column) =>
      nodes.map(({ key, value, height: high }) =>
        textWidth(high < TWO_LINES ? `${nameOf(key, column)}, ${write(value)}` : nameOf(key, column)),
      ),
    ),
  );
  const words = Math.min(most, longest);
  // Names stand outside at both ends, and to the right of a column in between.
  const first = words + 6;
  const last = width - words - 6 - NODE;
  const x = (column: number) => first + ((last - first) * column) / Math.max(1, columns.length - 1);
  const bottom = Math.max(0, ...columns.flatMap((nodes) => nodes.map(({ top, height }) => top + height)));
  const height = HEAD + bottom + 8;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {heads.map((head, column) => (
        <text
          key={head}
          x={column === 0 ? 0 : column === columns.length - 1 ? width : x(column) + NODE / 2}
          y="14"
          textAnchor={column === 0 ? "start" : column === columns.length - 1 ? "end" : "middle"}
          fontSize="12"
          fontWeight="600"
          fill="var(--ink2)"
        >
          {head}
        </text>
      ))}
      <g transform={`translate(0 ${HEAD})`}>
        {stages.map((links, stage) => (
          <g key={heads[stage]}>
            {links.map(({ from, to, value, left, right, height: thick }) => (
              <path
                key={`${from} ${to}`}
                data-mark={from === REST || to === REST ? undefined : bandMark(stage, from, to)}
                d={bandPath(x(stage) + NODE, left, x(stage + 1), right, Math.max(0.75, thick))}
                fill="var(--accent)"
                fillOpacity="0.28"
              >
                <title>{`${nameOf(from, stage)} → ${nameOf(to, stage + 1)}: ${write(value)}`}</title>
              </path>
            ))}
          </g>
        ))}
        {columns.map((nodes, column) => (
          <g key={heads[column]}>
            {nodes.map((node) => (
              <Node
                key={node.key}
                node={node}
                x={x(column)}
                side={column === 0 ? "left" : column === columns.length - 1 ? "right" : "middle"}
                room={words}
                name={nameOf(node.key, column)}
                amount={write(node.value)}
                mark={node.key === REST ? undefined : nodeMark(node.key, column, columns.length)}
              />
            ))}
          </g>
        ))}
      </g>
    </svg>
  );
}

/** A node of the last column is asked by what comes in, every other by what goes out. */
const nodeMark = (key: string, column: number, columns: number): string =>
  column === columns - 1 ? bandMark(column - 1, null, key) : bandMark(column, key, null);

/** A node too low for two lines has one. */
const TWO_LINES = 26;

function Node(props: {
  readonly node: BandNode;
  readonly x: number;
  readonly side: "left" | "middle" | "right";
  readonly room: number;
  readonly name: string;
  readonly amount: string;
  readonly mark: string | undefined;
}) {
  const { node, x, side, room, name, amount, mark } = props;
  const at = side === "left" ? x - 6 : x + NODE + 6;
  const middle = node.top + node.height / 2;
  const isHigh = node.height >= TWO_LINES;
  const lines = isHigh ? [clipped(name, room), amount] : [clipped(`${name}, ${amount}`, room)];
  return (
    <g data-mark={mark}>
      <rect x={x} y={node.top} width={NODE} height={node.height} fill="var(--accent)">
        <title>{`${name}: ${amount}`}</title>
      </rect>
      {node.height < 9 ? null : (
        <text
          x={at}
          y={middle + (isHigh ? -2 : 4)}
          textAnchor={side === "left" ? "end" : "start"}
          fontSize="12"
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth="3"
          paintOrder="stroke"
        >
          {lines.map((line, number) => (
            <tspan key={line} x={at} dy={number === 0 ? 0 : 15} fill={number === 0 ? "var(--ink)" : "var(--ink2)"}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}

/** A band between two upright ends, leaving and arriving level. */
function bandPath(x1: number, y1: number, x2: number, y2: number, thick: number): string {
  const middle = (x1 + x2) / 2;
  const there = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return `${there}V${y2 + thick}C${middle} ${y2 + thick} ${middle} ${y1 + thick} ${x1} ${y1 + thick}Z`;
}
