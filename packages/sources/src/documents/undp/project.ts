/** Reading of JSON whose writer gives now a value, now a list of one. */

type Json = unknown;

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a list: absent is none, a single value one. */
export function listOf(value: Json): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Text or a number as text, without outer spaces; empty, "-" and everything else is none. */
export function textIn(value: Json): string | undefined {
  const text =
    typeof value === "string" ? value.trim().replace(/\s+/g, " ") : typeof value === "number" ? String(value) : "";
  return text === "" || text === "-" ? undefined : text;
}

/** One year of an output, by its place in the lists. */
export interface OutputYear {
  readonly year: string;
  /** As written; undefined: the producer gives none. */
  readonly budget: string | undefined;
  readonly expenditure: string | undefined;
}

/**
 * The years of an output. Its lists `fiscal_year`, `budget` and `expenditure` belong together by place, in no order of years.
 * Text: why they cannot be read together.
 */
export function yearsOf(output: JsonObject): readonly OutputYear[] | string {
  const years = listOf(output.fiscal_year);
  const budgets = listAt(output.budget, years.length);
  const spent = listAt(output.expenditure, years.length);
  const uneven = [["budget", budgets] as const, ["expenditure", spent] as const].find(
    ([, list]) => list.length > 0 && list.length !== years.length,
  );
  if (uneven !== undefined)
    return `${years.length} fiscal years but ${uneven[1].length} values of ${uneven[0]}: which year each is of is not known`;
  return years.map((year, at) => ({
    year: textIn(year) ?? "",
    budget: textIn(budgets[at]),
    expenditure: textIn(spent[at]),
  }));
}

/** A list whose places count: a null in it stays. A null instead of the list is one null for each year. */
function listAt(value: Json, years: number): readonly Json[] {
  return value === null ? new Array<null>(years).fill(null) : listOf(value);
}
