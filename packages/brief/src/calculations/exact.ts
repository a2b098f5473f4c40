import { isRefusal, parseDecimal } from "@kelisim/model";

/** Exact sum of decimals as text; what is no decimal is left out. Undefined: there is none. */
export function addUp(values: readonly string[]): string | undefined {
  const known = values.flatMap((value) => {
    const read = parseDecimal(value);
    return isRefusal(read) ? [] : [read];
  });
  const [first, ...rest] = known;
  return first === undefined ? undefined : rest.reduce((sum, value) => sum.plus(value), first).toFixed();
}

/** A decimal with so many places behind the point, half away from zero, as all ratios here; other text is itself. */
export function rounded(value: string, places: number): string {
  const read = parseDecimal(value);
  return isRefusal(read) ? value : read.toFixed(places, 1);
}

/** "0.000377" is "0.0377": the point two places on, without zeros that say nothing. */
export function asPercent(ratio: string): string {
  const [, sign = "", whole = "0", rest = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio) ?? [];
  const digits = rest.padEnd(2, "0");
  const before = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const after = digits.slice(2).replace(/0+$/, "");
  return `${sign}${before}${after === "" ? "" : `.${after}`}`;
}
