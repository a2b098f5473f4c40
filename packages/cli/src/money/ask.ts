import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  type ColumnTest,
  type PurposeSet,
  type Selection,
} from "@kelisim/analysis";
import { MEASURES } from "@kelisim/model";
import { codeOf } from "@kelisim/sources";
import { nearest } from "../arguments/nearest.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

export interface MoneyOptions {
  readonly by?: string;
  readonly share?: string | true;
  readonly donor?: string;
  readonly recipient?: string;
  readonly purpose?: string;
  readonly flow?: string;
  readonly from?: string;
  readonly to?: string;
  readonly measure?: string;
  readonly prices?: string;
  readonly dataset?: string;
  readonly holding?: string;
  readonly all?: boolean;
  readonly data?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly parquet?: string;
  readonly plain?: boolean;
  readonly ascii?: boolean;
}

/** What is asked of money: sums by the keys, or with a set its share. */
export interface MoneyQuestion {
  readonly by: readonly string[];
  readonly where: Selection["where"];
  readonly set?: PurposeSet;
  readonly dataset?: string;
  readonly holdings?: readonly string[];
}

const KEYS = ["year", "donor", "recipient", "purpose", "flow", "agency", "channel", "activity"];
const SETS: readonly PurposeSet[] = [CONFLICT_PEACE_SECURITY, BORDER_MANAGEMENT];

const t = texts.holdings;
const parts = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Reads the options of `kelisim money`. */
export function readMoneyQuestion(options: MoneyOptions): Answer<MoneyQuestion> {
  const by = [...new Set(parts(options.by ?? "year"))];
  const strange = by.find((key) => !KEYS.includes(key));
  if (strange !== undefined) return refuse(t.noKey(strange), ...near(strange, KEYS), t.keysAre(KEYS));
  const set = options.share === undefined ? undefined : readSet(options.share === true ? "152" : options.share);
  if (isRefusal(set)) return set;
  const where = readTests(options);
  if (isRefusal(where)) return where;
  return {
    by,
    where,
    ...(set === undefined ? {} : { set }),
    ...(options.dataset === undefined ? {} : { dataset: options.dataset }),
    ...(options.holding === undefined ? {} : { holdings: parts(options.holding) }),
  };
}

const near = (wrong: string, names: readonly string[]) => {
  const found = nearest(wrong, names);
  return found.length === 0 ? [] : [texts.didYouMean(found)];
};

function readSet(text: string): Answer<PurposeSet> {
  const named = SETS.find(({ id }) => id === text);
  if (named !== undefined) return named;
  const codes = parts(text);
  const ids = SETS.map(({ id }) => id);
  if (codes.length === 0 || !codes.every((code) => /^\d{2,5}$/.test(code)))
    return refuse(t.noSet(text), ...near(text, ids), t.setsAre(ids));
  return { id: codes.join(","), name: codes.join(", "), rules: [{ codes, words: [] }] };
}

function readTests(options: MoneyOptions): Answer<readonly ColumnTest[]> {
  const { from, to, measure, prices } = options;
  for (const [option, text] of [
    ["--from", from],
    ["--to", to],
  ] as const)
    if (text !== undefined && !/^[12]\d{3}$/.test(text)) return refuse(t.notAYear(option, text));
  if (from !== undefined && to !== undefined && Number(from) > Number(to)) return refuse(t.yearsTurned(from, to));
  if (measure !== undefined && !MEASURES.some((one) => one === measure))
    return refuse(t.noMeasure(measure), ...near(measure, MEASURES), t.measuresAre(MEASURES));
  if (prices !== undefined && prices !== "current" && prices !== "constant") return refuse(t.noPrices(prices));
  const years = {
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
  };
  return [
    ...(from === undefined && to === undefined ? [] : [{ column: "year", ...years }]),
    ...(options.donor === undefined ? [] : [{ column: "donor", in: ids("crs donors", options.donor) }]),
    ...(options.recipient === undefined ? [] : [{ column: "recipient", in: ids("crs recipients", options.recipient) }]),
    ...(options.purpose === undefined ? [] : [{ column: "purpose", startsWith: parts(options.purpose) }]),
    ...(options.flow === undefined ? [] : [{ column: "flow", startsWith: [options.flow] }]),
    ...(measure === undefined ? [] : [{ column: "measure", in: [measure] }]),
    ...(prices === undefined ? [] : [{ column: "price_year", absent: prices === "current" }]),
  ];
}

/** Names and codes as the holdings keep them, and as they were written. */
const ids = (list: "crs donors" | "crs recipients", text: string): readonly string[] => [
  ...new Set(parts(text).flatMap((part) => [codeOf(list, "CRS", part), part])),
];
