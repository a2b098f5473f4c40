import { Big } from "big.js";
import { type Refusal, refuse } from "./refusal.ts";

const DECIMAL = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/**
 * Reads an exact decimal: "-12.50". At most 30 digits before and after the point, no exponent, no grouping,
 * so that what is stored is what was written and no text can ask for a number of a million digits.
 */
export function parseDecimal(text: string): Big | Refusal {
  if (DECIMAL.test(text)) return new Big(text);
  const clipped = text.slice(0, 60);
  return refuse(`"${clipped}" is not a decimal number`, 'write digits with a point, without grouping or unit: "12.5"');
}

/** Writes a decimal in full, never with an exponent. */
export function formatDecimal(value: Big): string {
  return value.toFixed();
}
