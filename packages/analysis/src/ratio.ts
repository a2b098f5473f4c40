import { Big } from "big.js";

/** Places behind the point of ratios and shares; the last is rounded half away from zero. */
export const PLACES = 6;

/** a / b as decimal text; undefined where b is zero: there is no such share. Sums themselves are never rounded. */
export function ratio(a: Big, b: Big): string | undefined {
  return b.eq(0) ? undefined : quotient(a, b).round(PLACES, Big.roundHalfUp).toFixed();
}

/** a / b to 30 places, for ratios that are worked on. */
export function quotient(a: Big, b: Big): Big {
  return new Precise(a).div(b);
}

const Precise = Big();
Precise.DP = 30;
