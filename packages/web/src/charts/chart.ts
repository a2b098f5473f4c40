/** Shares of the accent, the darkest for the part at the bottom; the last is what is left together. */
const SHADES = [1, 0.76, 0.56, 0.4, 0.26] as const;

/** How the part at a place of a stack is drawn: one ink in shades, since colours of the screens tell of states. */
export function shadeOf(at: number, isRest: boolean): { readonly fill: string; readonly fillOpacity: number } {
  return isRest
    ? { fill: "var(--none)", fillOpacity: 0.3 }
    : { fill: "var(--accent)", fillOpacity: SHADES[Math.min(at, SHADES.length - 1)]! };
}

/** Parts of a stack that can be told apart by their shade. */
export const MOST_PARTS = SHADES.length;

/** What every chart is drawn with. */
export interface ChartProps {
  /** Pixels that there are; the height follows from what is shown. */
  readonly width: number;
  /** What it shows, in words; the table below says the figures. */
  readonly label: string;
}
