import { circle } from "./band.ts";
import type { Place } from "./mercator.ts";

/** One thing with a place, as far as a map draws it. */
export interface Mark {
  readonly id: string;
  readonly title: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly accuracyKm?: number;
  readonly unverified: boolean;
}

/** All that happened at one place: drawn as one spot, with its number where there is more than one. */
export interface Spot {
  readonly id: string;
  readonly at: Place;
  readonly marks: readonly Mark[];
  /** Nothing there is verified. */
  readonly unverified: boolean;
  readonly accuracyKm: number | undefined;
}

/** Marks by place, to a hundredth of a degree (about a kilometre); those without a place are left out. */
export function spotsOf(marks: readonly Mark[]): readonly Spot[] {
  const spots = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (mark.lat === undefined || mark.lon === undefined) continue;
    const id = `${mark.lat.toFixed(2)} ${mark.lon.toFixed(2)}`;
    spots.set(id, [...(spots.get(id) ?? []), mark]);
  }
  return [...spots].map(([id, here]) => {
    const accuracies = here.flatMap(({ accuracyKm }) => accuracyKm ?? []);
    return {
      id,
      at: [here[0]!.lon!, here[0]!.lat!],
      marks: here,
      unverified: here.every(({ unverified }) => unverified),
      accuracyKm: accuracies.length === 0 ? undefined : Math.max(...accuracies),
    };
  });
}

/** The circles within which marks of known accuracy lie. */
export const accuracyRings = (spots: readonly Spot[]): readonly (readonly Place[])[] =>
  spots.flatMap(({ at, accuracyKm }) => (accuracyKm === undefined || accuracyKm <= 0 ? [] : [circle(at, accuracyKm)]));

/** Radius of a spot in pixels: its area grows with the number, up to a limit. */
export const radiusOf = (count: number): number => Math.min(16, 5 + 2 * Math.sqrt(count));
