import type { ColumnTest } from "@kelisim/analysis";
import { MONEY_KEYS, type MoneyKey, type MoneyQuery } from "@kelisim/api";
import { badRequest } from "../http/problem.ts";

/** Filters by the text of a column, each by the name of the column. */
const TEXTS = ["recipient", "donor", "agency", "channel", "flow", "activity"] as const;

/** The columns that a question asks for, or those given. Throws 400 naming one that money is not asked by. */
export function keysOf({ by }: Pick<MoneyQuery, "by">, otherwise: readonly MoneyKey[]): readonly MoneyKey[] {
  if (by === undefined) return otherwise;
  return [...new Set(by.split(",").filter(Boolean))].map((key) => known(key, "/query/by"));
}

/** Which rows a question asks for. Throws 400 where the years stand the wrong way round. */
export function testsOf(query: MoneyQuery): readonly ColumnTest[] {
  const { measure, currency, price, from, to, purpose, code, absent } = query;
  if (from !== undefined && to !== undefined && from > to)
    throw badRequest("/query/from", `the first year, ${from}, is later than the last, ${to}`, "turn the two round");
  return [
    ...TEXTS.flatMap((column) => textTest(column, query[column])),
    ...(purpose === undefined
      ? []
      : purpose === ""
        ? [{ column: "purpose", absent: true }]
        : [{ column: "purpose", startsWith: listOf(purpose) }]),
    ...(code === undefined ? [] : [{ column: "purpose", in: listOf(code) }]),
    ...absentOf(absent).map((column) => ({ column, absent: true })),
    ...textTest("measure", measure),
    ...textTest("currency", currency),
    ...(price === undefined
      ? []
      : price === "current"
        ? [{ column: "price_year", absent: true }]
        : [{ column: "price_year", in: [Number(price)] }]),
    ...(from === undefined && to === undefined
      ? []
      : [{ column: "year", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]),
  ];
}

/** Columns that the rows asked do not give. Throws 400 naming one that money is not asked by. */
function absentOf(absent: string | undefined): readonly MoneyKey[] {
  return (absent ?? "")
    .split(",")
    .filter(Boolean)
    .map((column) => known(column, "/query/absent"));
}

function known(key: string, pointer: string): MoneyKey {
  const found = MONEY_KEYS.find((each) => each === key);
  if (found === undefined)
    throw badRequest(pointer, `"${key.slice(0, 40)}" is no column to ask by`, `columns: ${MONEY_KEYS.join(", ")}`);
  return found;
}

function textTest(column: string, text: string | undefined): readonly ColumnTest[] {
  if (text === undefined) return [];
  return [text === "" ? { column, absent: true } : { column, in: listOf(text) }];
}

/** A comma with a space behind it belongs to a name. */
const listOf = (text: string): readonly string[] => text.split(/,(?! )/).filter((part) => part !== "");
