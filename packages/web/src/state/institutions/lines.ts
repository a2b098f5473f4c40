/** A value by year; without one nothing is known of the year. */
export interface YearValue {
  readonly year: number;
  readonly value?: number;
}

/** One drawing of a grid, with one line or two. */
export interface LinePanel {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly { readonly key: string; readonly dashed: boolean; readonly values: readonly YearValue[] }[];
}

/** Stretches of years that follow each other and of which something is known: a gap is never bridged. */
export function stretches(values: readonly YearValue[]): readonly (readonly Required<YearValue>[])[] {
  const found: Required<YearValue>[][] = [];
  for (const { year, value } of values) {
    if (value === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && last.at(-1)!.year === year - 1) last.push({ year, value });
    else found.push([{ year, value }]);
  }
  return found;
}

/** First and last year of all lines. */
export function yearsOfPanels(panels: readonly LinePanel[]): readonly [number, number] {
  const years = panels.flatMap(({ lines }) => lines.flatMap(({ values }) => values.map(({ year }) => year)));
  return [Math.min(...years), Math.max(...years)];
}

/** The greatest value of all lines; 0 where nothing is known. */
export const greatestOf = (panels: readonly LinePanel[]): number =>
  Math.max(0, ...panels.flatMap(({ lines }) => lines.flatMap(({ values }) => values.map(({ value = 0 }) => value))));

/** Years of which any line of a drawing knows something, each with the values that are known, in the order of the lines. */
export function knownYears(lines: LinePanel["lines"]): readonly (readonly [year: number, values: readonly number[]])[] {
  const known = lines.flatMap(({ values }) =>
    values.flatMap(({ year, value }) => (value === undefined ? [] : [[year, value] as const])),
  );
  return [...Map.groupBy(known, ([year]) => year)]
    .map(([year, own]) => [year, own.map(([, value]) => value)] as const)
    .sort(([a], [b]) => a - b);
}
