import type { Address } from "../standpoint.ts";
import type { FigureKeys } from "./rows-of.ts";

/** Calculations of a brief (docs/brief.md) that give one value for one combination of keys. */
export type BriefCalculation =
  | "money.series"
  | "money.share"
  | "money.delivery"
  | "money.growth"
  | "money.concentration";

export interface AskedFigure {
  readonly calculation: BriefCalculation;
  /** What the screen asks the node with. */
  readonly question: Address;
  readonly keys: FigureKeys;
  /** Years that the data set has, for a stretch of which the question names one end alone. */
  readonly years: readonly number[];
  /** A purpose set: "152", "border-management", or beginnings of codes between commas. */
  readonly purpose?: string;
}

/**
 * A figure of the screen as the text of a brief asks for it: `{{money.series dataset=... year=2019}}`. Undefined where a brief cannot
 * ask for just this: a key that the file does not say, a name with a comma in it, files that the address names.
 */
export function briefFigure({ calculation, question, keys, years, purpose }: AskedFigure): string | undefined {
  if (question.holdings !== undefined || Object.values(keys).includes(null)) return undefined;
  const { dataset, measure, currency, price } = question;
  const value = (column: string) => {
    const key = keys[column];
    return key === undefined || key === null ? question[column] : String(key);
  };
  const of = [
    ["dataset", dataset],
    ["measure", calculation === "money.delivery" ? undefined : measure],
    ["currency", currency],
    ["price_year", price],
    ["year", yearsIn(keys, question, years)],
    ["recipient", value("recipient")],
    ["donor", value("donor")],
    ["purpose", purpose ?? value("purpose")],
  ] as const;
  const given = of.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  // A brief cuts lists at every comma, and its text has no place for quotes and braces within a value.
  if (given.some(([, text]) => /, |["{}\n=]/.test(text))) return undefined;
  const written = given.map(([name, text]) => `${name}=${/\s/.test(text) ? `"${text}"` : text}`);
  return `{{${[calculation, ...written].join(" ")}}}`;
}

function yearsIn({ year }: FigureKeys, { from, to }: Address, years: readonly number[]): string | undefined {
  if (year !== undefined && year !== null) return String(year);
  if (from === undefined && to === undefined) return undefined;
  const first = from ?? `${Math.min(...years)}`;
  const last = to ?? `${Math.max(...years)}`;
  return first === last ? first : `${first}..${last}`;
}
