import { type Exclusion, type Result, type ResultInput, tableInputs } from "@kelisim/analysis";
import type { Figure, Proof } from "@kelisim/api";
import type { Region } from "@kelisim/model";
import { exclusionWords, type Language, methodWords } from "@kelisim/words";

export { tableInputs };

type Listed = { [Name in keyof Region]-?: Region[Name] extends readonly unknown[] ? Name : never }[keyof Region];

/** Whole tables of a region as what a figure is made of. */
export const wholeTables = (region: Region, tables: readonly Listed[]): readonly ResultInput[] =>
  tableInputs(region, Object.fromEntries(tables.map((table) => [table, (region[table] as readonly unknown[]).length])));

/** How a result was worked out, in the reader's language; `more` was left out before it was worked out. */
export function proofOf(
  { method, inputs, exclusions }: Result<unknown>,
  language: Language,
  more: readonly Exclusion[] = [],
): Proof {
  return {
    method: { ...method, words: methodWords(language, method) },
    inputs: inputs.map(inputData),
    exclusions: [...exclusions, ...more]
      .filter(({ rows }) => rows > 0)
      .map(({ reason, rows, amount }) => ({
        reason,
        words: exclusionWords(language, reason),
        rows,
        ...(amount === undefined ? {} : { amount: { ...amount } }),
      })),
  };
}

/** A result as it is told: its value and how it was worked out. */
export const figure = <Value>(made: Result<Value>, language: Language): Figure<Value> => ({
  value: made.value,
  ...proofOf(made, language),
});

const inputData = ({ of, name, vintage, rows, producer }: ResultInput): Proof["inputs"][number] => ({
  of,
  name,
  ...(vintage === "" ? {} : { vintage }),
  rows,
  ...(producer === undefined ? {} : { citation: producer.citation }),
  ...(producer?.licence === undefined ? {} : { licence: producer.licence }),
  caveats: [...(producer?.caveats ?? [])],
});
