import type { Proof } from "@kelisim/api";
import { TERMS_NOT_SEEN } from "@kelisim/holdings";

/** null: not known; it is written as an empty cell, never as a zero. An exact decimal is a text. */
export type FileCell = string | number | null;

export interface FileColumn {
  readonly name: string;
  /** "amount": an exact decimal; "count": a whole number or a year. */
  readonly type: "text" | "amount" | "count";
}

/** Figures ready to be written as a file: what is said of all of them is in `about`, and in columns of each row. */
export interface FileTable {
  readonly name: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
  readonly about: readonly (readonly [name: string, text: string])[];
}

/** What a file must say of its figures: data sets with vintage, terms and caveats, the method, what was left out, and how the same is asked again. */
export function aboutOf({ method, inputs, exclusions }: Proof, again: string): FileTable["about"] {
  const each = (of: (input: Proof["inputs"][number]) => string | undefined) =>
    [...new Set(inputs.map(of).filter((text) => text !== undefined && text !== ""))].join("; ");
  const left = exclusions.map(
    ({ words, rows, amount }) =>
      `${words}: ${rows}${amount === undefined ? "" : ` (${amount.sum} ${amount.currency})`}`,
  );
  return [
    ["dataset", each(({ name }) => name)],
    ["vintage", each(({ vintage }) => vintage)],
    ["holding", each(({ of }) => of)],
    ["citation", each(({ citation, name }) => citation ?? name)],
    ["licence", each(({ licence }) => licence ?? TERMS_NOT_SEEN)],
    ["caveats", [...new Set(inputs.flatMap(({ caveats }) => caveats))].join(" ")],
    ["method", `${method.id}: ${method.words}`],
    ["left_out", left.join("; ")],
    ["asked_again_by", again],
  ];
}

/** Rows with all that is said of the table in columns of their own: it survives sorting, filtering and copying. */
export function withAbout(
  name: string,
  columns: readonly FileColumn[],
  rows: readonly (readonly FileCell[])[],
  about: FileTable["about"],
): FileTable {
  const said = about.map(([column]) => ({ name: column, type: "text" as const }));
  const texts = about.map(([, text]) => (text === "" ? null : text));
  return { name, columns: [...columns, ...said], rows: rows.map((row) => [...row, ...texts]), about };
}
