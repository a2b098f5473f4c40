import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  type ColumnTest,
  figuresOfIndicators,
  figuresSideBySide,
  moneySeries,
  type PurposeSet,
  purposeShares,
  type ResultInput,
  type SelectedCell,
  type Selection,
} from "@kelisim/analysis";
import type { Region } from "@kelisim/model";
import type { Answer, Call, Figure } from "./document.ts";

/** Names by which a brief asks for figures, with what each takes. */
export const CALCULATIONS = {
  indicator: ["id"],
  "money.series": ["purpose", "year", "recipient", "donor", "dataset", "measure", "currency", "price_year"],
  "money.share": ["purpose", "year", "recipient", "donor", "dataset", "measure", "currency", "price_year"],
} as const;

type Name = keyof typeof CALCULATIONS;
const isName = (name: string): name is Name => Object.hasOwn(CALCULATIONS, name);

/** Cells that answer a selection, as the holdings give them. */
export interface Cells {
  readonly cells: readonly SelectedCell[];
  readonly inputs: readonly ResultInput[];
}

/** Asks the flows of a data set (absent: all that are held), each year by its newest vintage. */
export type AskFlows = (
  selection: Omit<Selection, "holdings" | "table">,
  dataset: string | undefined,
) => Promise<Cells | { readonly refused: string }>;

const refused = (message: string, mend?: string): Answer => ({
  kind: "refused",
  message,
  ...(mend === undefined ? {} : { mend }),
});

/** Where figures come from. Without `flows` there are none of money. */
export interface FigureSources {
  readonly region: Pick<Region, "id" | "name" | "indicators">;
  readonly flows?: AskFlows;
}

/** Works out what a brief asks for, or says why it cannot. A figure that the producer does not give has no value. */
export async function answerCall(call: Call, { region, flows }: FigureSources): Promise<Answer> {
  const { calculation, arguments: given } = call;
  if (!isName(calculation))
    return refused(
      `there is no figure "${calculation}"`,
      `name it in a block of figures, or use one of: ${Object.keys(CALCULATIONS).join(", ")}`,
    );
  const known: readonly string[] = CALCULATIONS[calculation];
  const other = Object.keys(given).find((name) => !known.includes(name));
  if (other !== undefined) return refused(`${calculation} does not take "${other}"`, `it takes: ${known.join(", ")}`);
  if (calculation === "indicator") return indicator(region, given.id);
  if (flows === undefined)
    return refused(
      `${calculation} is worked out from files that were taken in, and none are given`,
      "take a file about money in: kelisim import FILE",
    );
  return money(calculation, given, flows);
}

function indicator({ id: region, indicators }: FigureSources["region"], id: string | undefined): Answer {
  if (id === undefined) return refused("indicator takes an id", "write: indicator id=...");
  const row = indicators.find((each) => each.id === id);
  if (row === undefined)
    return refused(`the region has no indicator "${id}"`, "see the first column of its indicators.csv");
  const vintage = row.source;
  const input = { of: region, name: `indicators.csv, ${id}, confidence ${row.confidence}`, vintage, rows: 1 };
  const { method, inputs, exclusions } = figuresSideBySide(figuresOfIndicators([row], vintage), {}, [input]);
  const value = { ...(row.value === undefined ? {} : { value: row.value }), unit: row.unit ?? "" };
  return { kind: "figure", figure: { value, method, inputs, exclusions } };
}

const SETS: readonly PurposeSet[] = [CONFLICT_PEACE_SECURITY, BORDER_MANAGEMENT];

/** A purpose set by its id, or the codes themselves: "152", "border-management", "15220,15230". */
function purposeSet(purpose: string): PurposeSet {
  return (
    SETS.find(({ id }) => id === purpose) ?? {
      id: purpose,
      name: purpose,
      rules: [{ codes: purpose.split(","), words: [] }],
    }
  );
}

async function money(name: "money.share" | "money.series", given: Call["arguments"], flows: AskFlows): Promise<Answer> {
  const { purpose, year, dataset, price_year: prices } = given;
  if (name === "money.share" && purpose === undefined)
    return refused("money.share takes a purpose", "write: money.share purpose=152 ...");
  const wrongYear = [year, prices === "current" ? undefined : prices].find(
    (each) => each !== undefined && !/^\d{1,4}$/.test(each),
  );
  if (wrongYear !== undefined)
    return refused(
      `"${wrongYear}" is no year`,
      "write four digits; price_year=current asks for prices of the year itself",
    );
  const where: ColumnTest[] = (["recipient", "donor", "measure", "currency"] as const).flatMap((column) =>
    given[column] === undefined ? [] : [{ column, in: [given[column]] }],
  );
  if (year !== undefined) where.push({ column: "year", in: [Number(year)] });
  if (prices === "current") where.push({ column: "price_year", absent: true });
  else if (prices !== undefined) where.push({ column: "price_year", in: [Number(prices)] });
  const set = purpose === undefined ? undefined : purposeSet(purpose);
  const words = set?.rules.some((rule) => rule.words.length > 0) === true;
  if (name === "money.series" && set !== undefined) {
    if (words)
      return refused(`money.series cannot sum "${purpose}", which titles decide`, "give codes, or ask money.share");
    where.push({ column: "purpose", startsWith: set.rules.flatMap(({ codes }) => codes) });
  }
  const by = name === "money.series" ? [] : ["purpose", ...(words ? ["title"] : [])];
  const answer = await flows({ where, by, sum: "amount" }, dataset);
  if ("refused" in answer) return refused(answer.refused);
  return name === "money.share" ? share(answer, set!) : sum(answer);
}

const several = (
  bases: readonly { readonly measure: string; readonly currency: string; readonly priceYear: number | null }[],
): Answer =>
  refused(
    `${bases.length} sums that are never mixed answer this: ${bases.map(({ measure, currency, priceYear }) => `${measure} in ${currency}${priceYear === null ? "" : `, prices of ${priceYear}`}`).join("; ")}`,
    "add measure=, currency= or price_year=",
  );

function share({ cells, inputs }: Cells, set: PurposeSet): Answer {
  const { value: shares, ...proof } = purposeShares(cells, set, [], inputs);
  if (shares.length > 1) return several(shares.map(({ basis }) => basis));
  const [one] = shares;
  return {
    kind: "figure",
    figure: { ...proof, value: { ...(one?.share === undefined ? {} : { value: asPercent(one.share) }), unit: "%" } },
  };
}

function sum({ cells, inputs }: Cells): Answer {
  const { value: points, ...proof } = moneySeries(cells, [], inputs);
  if (points.length > 1) return several(points.map(({ basis }) => basis));
  const [one] = points;
  const value: Figure["value"] = {
    ...(one?.sum === undefined ? {} : { value: one.sum }),
    unit: one?.basis.currency ?? "",
  };
  return { kind: "figure", figure: { ...proof, value } };
}

/** "0.000377" is "0.0377": the point two places on, without zeros that say nothing. */
export function asPercent(ratio: string): string {
  const [, sign = "", whole = "0", rest = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio) ?? [];
  const digits = rest.padEnd(2, "0");
  const before = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const after = digits.slice(2).replace(/0+$/, "");
  return `${sign}${before}${after === "" ? "" : `.${after}`}`;
}
