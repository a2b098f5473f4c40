import type { Program } from "@kelisim/accord/program";
import type { Corner, MappedGeography, Place } from "@kelisim/model";

/**
 * The place of a plan: one corner is a point; several are an area, which is judged whole, and whose point is the one
 * nearest to a line that agreements speak of. Undefined without any.
 */
export function plannedPlace(
  corners: readonly Corner[],
  program: Pick<Program, "instruments">,
  geography: MappedGeography | undefined,
): Place | undefined {
  const [first] = corners;
  if (first === undefined || corners.length === 1) return first;
  const whole: Place = { ...first, corners };
  const zones = new Set(program.instruments.flatMap((instrument) => Object.values(instrument.zones)));
  const distances = [...zones].flatMap((zone) => geography?.distanceToLine(zone, whole) ?? []);
  const nearest = distances.toSorted((a, b) => a.km - b.km)[0];
  return nearest === undefined ? whole : { ...nearest.from, corners };
}
