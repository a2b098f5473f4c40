/** One measured figure, with its unit in it. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly target?: string;
}

/** The value below which the given share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const ms = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
