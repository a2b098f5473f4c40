import { Big } from "big.js";

const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };

/** Units of one dimension, as powers of ten of the first: only steps that are exact. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { m: 0, mm: -3, cm: -2, km: 3 },
  { m2: 0, ha: 4, km2: 6 },
  { m3: 0, l: -3, km3: 9 },
  { g: 0, mg: -3, kg: 3, t: 6 },
];

/**
 * Converts an exact decimal from one unit to another ("100000 m3" to "million m3"), or gives undefined where the
 * units measure different things. Units outside the small table convert only by thousand, million and billion.
 */
export function convert(value: Big, from: string, to: string): Big | undefined {
  if (from === to) return value;
  const source = split(from);
  const target = split(to);
  const family = FAMILIES.find((units) => source.unit in units && target.unit in units);
  if (!family && source.unit !== target.unit) return undefined;
  const power = source.power - target.power + (family ? family[source.unit]! - family[target.unit]! : 0);
  return value.times(new Big(`1e${power}`));
}

function split(unit: string): { power: number; unit: string } {
  const [scale = "", rest] = unit.split(" ", 2);
  return rest === undefined ? { power: 0, unit } : { power: SCALES[scale] ?? 0, unit: rest };
}
