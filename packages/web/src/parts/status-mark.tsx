import type { ReactNode } from "react";
import type { Shape, StateEntry } from "../state/states.ts";
import styles from "./status-mark.module.css";
import tokens from "./tokens.module.css";

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** What is cut out of a filled shape, in the ground's colour. */
const cut = {
  fill: "none",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  className: styles.cut,
} as const;

const HEXAGON = "M8 1.8 13.6 5v6L8 14.2 2.4 11V5z";
const ring = <circle cx="8" cy="8" r="5.6" {...line} />;

/** Drawn on a grid of 16. Hatching is drawn line by line: a pattern would take its colour from elsewhere. */
const SHAPES: Readonly<Record<Shape, ReactNode>> = {
  circle: ring,
  "circle-dot": (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.3" fill="currentColor" />
    </>
  ),
  "circle-filled-tick": (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" />
      <path d="M5 8.3l2.1 2.1L11.2 6" {...cut} />
    </>
  ),
  "circle-tick-stroke": (
    <>
      <circle cx="7.4" cy="8.6" r="5.6" {...line} />
      <path d="M4.8 8.8l1.9 1.9 3.4-3.7M14 1v4" {...line} />
    </>
  ),
  "diamond-filled": (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.6v4.2" {...cut} />
      <circle cx="8" cy="11.2" r="1.05" className={styles.cutFill} />
    </>
  ),
  tray: <path d="M8 1.8v6.6M5.3 6 8 8.7 10.7 6M2 9.6v4h12v-4" {...line} />,
  "circle-hatched": (
    <>
      <circle cx="8" cy="8" r="5.8" {...line} strokeWidth="1.2" />
      <path d="M3 9.2 9.2 3M4.2 12 12 4.2M6.8 13 13 6.8" {...line} strokeWidth="1.2" strokeLinecap="butt" />
    </>
  ),
  "bar-back": (
    <>
      <path d="M2.4 2.6v10.8" {...line} strokeWidth="2" />
      <path d="M13.4 3.2 6 8l7.4 4.8z" {...line} />
    </>
  ),
  "circle-slash": (
    <>
      {ring}
      <path d="M4.2 11.8 11.8 4.2" {...line} />
    </>
  ),
  capsule: (
    <>
      <rect x="1.6" y="3.6" width="12.8" height="8.8" rx="4.4" {...line} />
      <circle cx="5.2" cy="8" r=".95" fill="currentColor" />
      <circle cx="8" cy="8" r=".95" fill="currentColor" />
      <circle cx="10.8" cy="8" r=".95" fill="currentColor" />
    </>
  ),
  dash: <path d="M3.5 8h9" {...line} strokeWidth="2" />,
  "square-dashed": (
    <>
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        rx="2"
        {...line}
        strokeWidth="1.5"
        strokeDasharray="2.4 1.8"
        strokeLinecap="butt"
      />
      <path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.6-.9 1.2" {...line} strokeWidth="1.5" />
      <circle cx="8" cy="11.6" r=".95" fill="currentColor" />
    </>
  ),
  hexagon: <path d={HEXAGON} {...line} />,
  "hexagon-filled": <path d="M8 1.2 14 4.6v6.8L8 14.8 2 11.4V4.6z" fill="currentColor" />,
  "hexagon-slash": (
    <>
      <path d={HEXAGON} {...line} />
      <path d="M4.6 11.4 11.4 4.6" {...line} />
    </>
  ),
  "limit-below": <path d="M.8 4h14.4M4.4 14.2V7.4h7.2v6.8z" {...line} />,
  "limit-through": (
    <>
      <path d="M4 14.6V1.4h8v13.2z" fill="currentColor" />
      <path d="M.6 6.4h3M12.4 6.4h3" {...line} />
      <path d="M4 6.4h8" {...cut} strokeLinecap="butt" />
    </>
  ),
  "limit-hatched": (
    <>
      <path d="M.8 4h14.4" {...line} strokeDasharray="2.4 2.6" />
      <path d="M4.4 14.2V7.4h7.2v6.8z" {...line} strokeWidth="1.2" />
      <path
        d="M4.6 10.6 7.8 7.4M4.6 13.8l6.4-6.4M7.4 14.2l4.2-4.2M10.4 14.2l1.2-1.2"
        {...line}
        strokeWidth="1.1"
        strokeLinecap="butt"
      />
    </>
  ),
  "number-dashed": (
    <>
      <path d="M6.4 2.2 5 11.4M11 2.2 9.6 11.4M3.4 5h9.6M3 8.6h9.6" {...line} strokeWidth="1.4" />
      <path d="M1.4 14.4h13.2" {...line} strokeDasharray="2.6 2.6" strokeLinecap="butt" />
    </>
  ),
  bars: <path d="M2.6 6h10.8M2.6 10h10.8" {...line} strokeWidth="2" />,
  pause: (
    <>
      <circle cx="8" cy="8" r="5.8" {...line} />
      <path d="M6.4 5.7v4.6M9.6 5.7v4.6" {...line} />
    </>
  ),
};

export interface StatusMarkProps {
  readonly state: Pick<StateEntry, "shape" | "token">;
  readonly size?: number;
  /** Inside another drawing: where its upper left corner goes. */
  readonly at?: { readonly x: number; readonly y: number };
}

/** The mark of a state, 16 px, in its colour; the words beside it say the same, so it is hidden from readers. */
export function StatusMark({ state, size = 16, at }: StatusMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      x={at?.x}
      y={at?.y}
      className={`${styles.mark} ${tokens[state.token]}`}
      aria-hidden="true"
    >
      {SHAPES[state.shape]}
    </svg>
  );
}
