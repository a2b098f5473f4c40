import type { Network } from "@kelisim/api";
import { useMemo } from "react";
import { type NetworkLine, pairMark } from "../state/cooperation/network-lines.ts";
import { networkPlaces } from "../state/cooperation/network-places.ts";
import styles from "./network-drawing.module.css";

export interface NetworkDrawingProps extends Pick<Network, "parties" | "ever"> {
  readonly lines: readonly NetworkLine[];
  /** What it shows, in words. */
  readonly label: string;
  /** Two parties whose line is drawn in the accent. */
  readonly pair?: readonly [string, string];
  /** Written on the line of the pair. */
  readonly count?: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = { x: 62, y: 30 };
/** A thin line is hit within so many pixels. */
const HIT = 12;

/**
 * Parties and what ties them, each line a mark. Drawn as plain shapes, so that dashes, print and chosen colours work as everywhere;
 * places follow from what two ever had in common and stay where they are.
 */
export function NetworkDrawing({ parties, ever, lines, label, pair, count, width, height }: NetworkDrawingProps) {
  const places = useMemo(() => networkPlaces({ parties, ever }), [parties, ever]);
  const at = (id: string) => {
    const place = places.get(id) ?? { x: 0.5, y: 0.5 };
    return {
      x: MARGIN.x + place.x * (width - 2 * MARGIN.x),
      y: MARGIN.y + place.y * (height - 2 * MARGIN.y),
    };
  };
  const isPair = ({ a, b }: NetworkLine) => pair?.includes(a) === true && pair.includes(b);
  const chosen = lines.find(isPair);
  const tied = new Set(lines.flatMap(({ a, b }) => [a, b]));
  // Wide lines first, so that none hides a narrow one; the pair's own on top.
  const inOrder = lines.toSorted((x, y) => Number(isPair(x)) - Number(isPair(y)) || y.wide - x.wide);
  return (
    <svg
      className={styles.network}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {inOrder.map((line) => {
        const [from, to] = [at(line.a), at(line.b)];
        const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
        return (
          <g key={pairMark(line)} data-mark={pairMark(line)}>
            <title>{line.title}</title>
            <line
              {...ends}
              stroke={isPair(line) ? "var(--accent)" : "var(--line2)"}
              strokeWidth={line.wide}
              strokeDasharray={line.dashed ? "5 4" : undefined}
            />
            <line {...ends} stroke="var(--surface)" strokeOpacity="0" strokeWidth={HIT} />
          </g>
        );
      })}
      {parties.map(({ id, name, focus }) => {
        const { x, y } = at(id);
        const picked = pair?.includes(id) === true;
        return (
          // A name over a line does not keep the line from being hit.
          <g key={id} pointerEvents="none">
            <circle
              cx={x}
              cy={y}
              r={picked ? 7 : 5.5}
              fill={picked ? "var(--accent)" : "var(--surface)"}
              stroke={picked ? "var(--accent)" : "var(--ink2)"}
              strokeWidth="1.6"
              strokeDasharray={tied.has(id) ? undefined : "2 2"}
            />
            <text
              x={x}
              y={y - 11}
              textAnchor="middle"
              fontSize="13"
              fontWeight={focus || picked ? 650 : 400}
              fill={focus || picked ? "var(--ink)" : "var(--ink2)"}
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
      {chosen === undefined || count === undefined ? null : (
        <Count {...middle(at(chosen.a), at(chosen.b))} count={count} />
      )}
    </svg>
  );
}

function Count({ x, y, count }: { readonly x: number; readonly y: number; readonly count: number }) {
  return (
    <g pointerEvents="none">
      <circle cx={x} cy={y} r="12" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.4" />
      <text x={x} y={y + 4.5} textAnchor="middle" fontSize="13" fontWeight="650" fill="var(--accent)">
        {count}
      </text>
    </g>
  );
}

const middle = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
});

export default NetworkDrawing;
