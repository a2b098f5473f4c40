import type { Selection } from "@kelisim/analysis";
import type { Holdings } from "../src/index.ts";

type Asked = Omit<Selection, "holdings">;

const STATES = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
const five = { column: "recipient", in: STATES } as const;
const DONORS = "five states by donor, recipient, year and measure";
const SHARE = "152xx of five states by recipient, year and measure";
const ALL = "all of five states by recipient, year and measure";
const WORLD = "the world by recipient, year and measure";

const summed = (where: Selection["where"], by: readonly string[]): Asked => ({
  table: "flows",
  where,
  by,
  sum: "amount",
});
const counted = (where: Selection["where"], by: readonly string[]): Asked => ({ table: "flows", where, by });

/** Questions over millions of rows, put to the library and, by hand, to plain DuckDB. */
export const QUESTIONS: Readonly<Record<string, Asked>> = {
  [DONORS]: summed([five], ["donor", "recipient", "year"]),
  [SHARE]: summed([five, { column: "purpose", startsWith: ["152"] }], ["recipient", "year"]),
  [ALL]: summed([five], ["recipient", "year"]),
  [WORLD]: summed([], ["recipient", "year"]),
};

const PLAIN_FIVE = "RecipientCode IN ('613', '614', '615', '616', '617')";
const plainly = (where: string, by: string) =>
  `SELECT ${by}, measure, currency, price_year, sum(amount)::VARCHAR, count(*) FROM plain WHERE ${where} GROUP BY ALL`;
/** The same over the Parquet that plain DuckDB made. */
export const PLAIN_QUESTIONS: Readonly<Record<string, string>> = {
  [DONORS]: plainly(PLAIN_FIVE, "DonorCode, RecipientCode, year"),
  [SHARE]: plainly(`${PLAIN_FIVE} AND PurposeCode LIKE '152%'`, "RecipientCode, year"),
  [ALL]: plainly(PLAIN_FIVE, "RecipientCode, year"),
  [WORLD]: plainly("true", "RecipientCode, year"),
};

const filled = (column: string) => [{ column, absent: false }] as const;
/** What the screens of money ask of the library (server/src/observatory): statements that one answer needs are put at once. */
const SCREENS: Readonly<Record<string, readonly Asked[]>> = {
  "what can be chosen": [
    counted([], ["measure", "currency", "price_year"]),
    ...["recipient", "donor", "purpose", "flow", "year"].map((column) => counted(filled(column), [])),
    ...["recipient", "donor", "year"].map((column) => counted(filled(column), [column])),
  ],
  "names of recipients and donors": [
    counted(filled("recipient"), ["recipient", "recipient_name"]),
    counted(filled("donor"), ["donor", "donor_name"]),
  ],
  [DONORS]: [QUESTIONS[DONORS]!],
  "five states by purpose and year": [summed([five], ["purpose", "year"])],
  [SHARE]: [QUESTIONS[SHARE]!, QUESTIONS[ALL]!],
  "border management of five states, by title where it needs one": [
    summed([five], ["recipient", "year", "purpose"]),
    summed(
      [five, { column: "purpose", in: ["15110", "15140", "15210", "99810"] }],
      ["recipient", "year", "purpose", "title"],
    ),
  ],
  "concentration: the world by donor and year": [summed([], ["donor", "year"])],
  [WORLD]: [QUESTIONS[WORLD]!],
};

/** One question of a screen, ready to be put. */
export type Ask = () => Promise<unknown>;

/** The questions of screens over one holding. */
export function questionsOfScreens(holdings: Holdings, id: string): Readonly<Record<string, Ask>> {
  const put = async (asked: Asked) => {
    const answer = await holdings.answer({ ...asked, holdings: [id] });
    if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
  };
  const behind = { ...QUESTIONS[ALL]!, holdings: [id] };
  return {
    "newest vintages": () => holdings.current({ table: "flows" }),
    ...Object.fromEntries(
      Object.entries(SCREENS).map(([question, asked]) => [question, () => Promise.all(asked.map(put))]),
    ),
    "the first rows behind a figure": () =>
      holdings.rows(behind, { by: { recipient: "UZB", year: 2019 } }, { from: 0, rows: 50 }),
    "the last rows of the file": () => holdings.rows({ ...behind, by: [] }, undefined, { from: 199_000, rows: 50 }),
  };
}
