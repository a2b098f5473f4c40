import type { Exclusion, Result, ResultInput } from "@kelisim/analysis";
import type { Figure } from "@kelisim/api";
import { exclusionWords, type Language, methodWords } from "@kelisim/words";

/** A result as it is told: method and exclusions in the reader's language, what was read with its terms. */
export function figure<Value>(
  { value, method, inputs, exclusions }: Result<Value>,
  language: Language,
): Omit<Figure<Value>, "inputs"> & { readonly inputs: Figure<Value>["inputs"] } {
  return {
    value,
    method: { ...method, words: methodWords(language, method) },
    inputs: inputs.map(inputData),
    exclusions: exclusions.map((each) => exclusionData(each, language)),
  };
}

function inputData({ of, name, vintage, rows, producer }: ResultInput): Figure<unknown>["inputs"][number] {
  return {
    of,
    name,
    vintage,
    rows,
    ...(producer === undefined ? {} : { citation: producer.citation }),
    ...(producer?.licence === undefined ? {} : { licence: producer.licence }),
    caveats: [...(producer?.caveats ?? [])],
  };
}

function exclusionData({ reason, rows, amount }: Exclusion, language: Language) {
  return {
    reason,
    words: exclusionWords(language, reason),
    rows,
    ...(amount === undefined ? {} : { amount: { ...amount } }),
  };
}
