import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";

const List = Type.Optional(Type.String({ maxLength: 2000 }));
const Word = Type.Optional(Type.String({ maxLength: 120 }));

/** Columns by which money can be asked. */
export const MONEY_KEYS = ["year", "recipient", "donor", "purpose", "agency", "channel", "flow", "activity"] as const;
export type MoneyKey = (typeof MONEY_KEYS)[number];

/**
 * What of the flows is asked. Lists stand between commas without a space behind ("Central Asia, regional" is one name); an empty
 * text asks for rows that do not say it ("donor="). `holdings` names the files asked (the frozen link); without it the newest
 * vintage of each year is asked, and the answer names what that was.
 */
export const MoneyQuery = Type.Object({
  ...LanguageQuery.properties,
  holdings: Type.Optional(Type.String({ maxLength: 12_000 })),
  dataset: Word,
  /** Of `MONEY_KEYS`. */
  by: Type.Optional(Type.String({ maxLength: 200 })),
  measure: Word,
  currency: Word,
  /** "current": prices of the year itself; a year: constant prices of it; "0": constant prices of a year that is not known. */
  price: Type.Optional(Type.String({ pattern: "^(current|0|\\d{4})$" })),
  recipient: List,
  donor: List,
  /** Beginnings of codes. */
  purpose: List,
  /** Whole codes of purposes: "152" without 15210. */
  code: List,
  /** Columns of `MONEY_KEYS` that the rows asked do not give. */
  absent: List,
  agency: List,
  channel: List,
  flow: List,
  activity: List,
  from: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
  to: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
});
export type MoneyQuery = Static<typeof MoneyQuery>;

/** Purpose sets: conflict, peace and security (DAC sector 152); border management by titles; one that the reader defines. */
export const PurposeSetName = Type.Union([Type.Literal("152"), Type.Literal("border-management"), Type.Literal("own")]);

/**
 * Flows, and which purposes are taken together. Of the reader's own set `rules` holds the ways into it between semicolons, each with beginnings
 * of codes and, behind a colon, beginnings of words of the title: "15210;15110,99810:border,customs". `called` is its name.
 */
export const ShareQuery = Type.Object({
  ...MoneyQuery.properties,
  set: Type.Optional(PurposeSetName),
  rules: Type.Optional(Type.String({ maxLength: 1000 })),
  called: Type.Optional(Type.String({ maxLength: 120 })),
});
export type ShareQuery = Static<typeof ShareQuery>;

/** Donors that each give less than `limit` of a group. */
export const FragmentationQuery = Type.Object({
  ...MoneyQuery.properties,
  limit: Type.Optional(Type.String({ pattern: "^0\\.\\d{1,6}$" })),
});
export type FragmentationQuery = Static<typeof FragmentationQuery>;

/** Two holdings of one table side by side. */
export const VintagesQuery = Type.Object({
  ...MoneyQuery.properties,
  earlier: Type.String({ maxLength: 120 }),
  later: Type.String({ maxLength: 120 }),
  /** The greatest difference that still counts as the same. */
  tolerance: Type.Optional(Type.String({ pattern: "^\\d{1,15}(\\.\\d{1,6})?$" })),
});
export type VintagesQuery = Static<typeof VintagesQuery>;

/**
 * GET /api/v1/regions/:region/money/rows: the rows behind a figure. The filters of the figure, and its keys as filters. With `part` those
 * that a purpose set takes, or of which it cannot be said.
 */
export const MoneyRowsQuery = Type.Object({
  ...ShareQuery.properties,
  part: Type.Optional(Type.Union([Type.Literal("in"), Type.Literal("undecided")])),
  /** Rows before it. */
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type MoneyRowsQuery = Static<typeof MoneyRowsQuery>;

/**
 * GET /api/v1/regions/:region/money/files/share.csv (.xlsx, .parquet): an answer of that name as a file. `flows`: sums by `by`, or
 * with `what=rows` the rows.
 */
export const MoneyFileParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({
    pattern: "^(flows|share|donors|small-donors|delivery|prices|growth|checks|vintages)\\.(csv|xlsx|parquet)$",
  }),
});
export const MoneyFileQuery = Type.Object({
  ...MoneyRowsQuery.properties,
  what: Type.Optional(Type.Union([Type.Literal("sums"), Type.Literal("rows")])),
  limit: FragmentationQuery.properties.limit,
  earlier: Type.Optional(VintagesQuery.properties.earlier),
  later: Type.Optional(VintagesQuery.properties.later),
  tolerance: VintagesQuery.properties.tolerance,
});
export type MoneyFileQuery = Static<typeof MoneyFileQuery>;
