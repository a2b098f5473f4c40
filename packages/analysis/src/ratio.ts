import { Big } from "big.js";

/** Places behind the point of ratios and shares; the last is rounded half away from zero. */
export const PLACES = 6;

/** Places of ratios that are worked on. */
const WORKED_PLACES = 30;
const ROUNDED = 10n ** BigInt(WORKED_PLACES - PLACES);

/** a / b as decimal text; undefined where b is zero: there is no such share. Sums themselves are never rounded. */
export function ratio(a: Big, b: Big): string | undefined {
  return b.eq(0) ? undefined : new Big(decimal(halfUp(divided(a, b), ROUNDED), PLACES)).toFixed();
}

/** a / b to 30 places, for ratios that are worked on. Throws where b is zero. */
export function quotient(a: Big, b: Big): Big {
  return new Big(decimal(divided(a, b), WORKED_PLACES));
}

/** a / b in units of the thirtieth place. Whole numbers are divided many times faster than the digits of a decimal one by one. */
function divided(a: Big, b: Big): bigint {
  const [above, below] = [wholeOf(a), wholeOf(b)];
  const shift = above.exponent - below.exponent + WORKED_PLACES;
  return shift < 0
    ? halfUp(above.digits, below.digits * 10n ** BigInt(-shift))
    : halfUp(above.digits * 10n ** BigInt(shift), below.digits);
}

/** A decimal as a whole number of powers of ten. */
const wholeOf = ({ c, e, s }: Big) => ({ digits: BigInt(s) * BigInt(c.join("")), exponent: e - c.length + 1 });

/** The nearest whole number to a / b; from the middle the one further from zero. */
function halfUp(a: bigint, b: bigint): bigint {
  const [above, below] = b < 0n ? [-a, -b] : [a, b];
  const half = above < 0n ? -below : below;
  return (2n * above + half) / (2n * below);
}

function decimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
