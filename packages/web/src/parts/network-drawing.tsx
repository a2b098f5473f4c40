import type { Network } from "@kelisim/api";
import { useMemo } from "react";
import { networkPlaces } from "../state/cooperation/network-places.ts";
import styles from "./network-drawing.module.css";

export interface NetworkDrawingProps {
  readonly network: Network;
  /** What it shows in words; the table beside it says the same. */
  readonly label: string;
  /** Two parties whose line is drawn in the accent, with its number. */
  readonly pair?: readonly [string, string];
  readonly width?: number;
  readonly height?: number;
}

const MARGIN = { x: 62, y: 30 };
/** Width of a line for each body in common, and at most. */
const PER_BODY = 0.42;
const WIDEST = 9;

/**
 * States and the bodies they have in common: the wider a line, the more. Dashed: all of them rest on what is not
 * verified. Drawn as plain shapes, so that dashes, print and chosen colours work as everywhere; places are fixed.
 */
export function NetworkDrawing({ network, label, pair, width = 640, height = 460 }: NetworkDrawingProps) {
  const places = useMemo(() => networkPlaces(network), [network]);
  const at = (id: string) => {
    const place = places.get(id) ?? { x: 0.5, y: 0.5 };
    return {
      x: MARGIN.x + place.x * (width - 2 * MARGIN.x),
      y: MARGIN.y + place.y * (height - 2 * MARGIN.y),
    };
  };
  const isPair = (a: string, b: string) => pair?.includes(a) === true && pair.includes(b);
  const chosen = network.edges.find(({ a, b }) => isPair(a, b));
  const tied = new Set(network.edges.flatMap(({ a, b }) => [a, b]));
  // Wide lines first, so that none hides a narrow one; the pair's own on top.
  const edges = network.edges.toSorted(
    (x, y) => Number(isPair(x.a, x.b)) - Number(isPair(y.a, y.b)) || y.organisations.length - x.organisations.length,
  );
  return (
    <svg className={styles.network} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {edges.map(({ a, b, organisations, unverified }) => {
        const [from, to] = [at(a), at(b)];
        return (
          <line
            key={`${a}-${b}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            strokeWidth={Math.min(WIDEST, organisations.length * PER_BODY)}
            className={`${isPair(a, b) ? styles.chosen : styles.edge} ${unverified === organisations.length ? styles.dashed : ""}`}
          />
        );
      })}
      {network.parties.map(({ id, name, focus }) => {
        const { x, y } = at(id);
        const picked = pair?.includes(id) === true;
        return (
          <g key={id} className={tied.has(id) ? undefined : styles.alone}>
            <circle cx={x} cy={y} r={picked ? 7 : 5.5} className={picked ? styles.picked : styles.node} />
            <text x={x} y={y - 11} textAnchor="middle" className={focus || picked ? styles.name : styles.other}>
              {name}
            </text>
          </g>
        );
      })}
      {chosen ? <Count {...middle(at(chosen.a), at(chosen.b))} count={chosen.organisations.length} /> : null}
    </svg>
  );
}

function Count({ x, y, count }: { readonly x: number; readonly y: number; readonly count: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r="12" className={styles.count} />
      <text x={x} y={y + 4.5} textAnchor="middle" className={styles.number}>
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
