/**
 * What a column of a table taken in holds. Money is exact (`amount`, whole units of its currency); a measured index keeps its
 * text as written beside the number (`written`, `number`), because it was never exact.
 */
export type ColumnType = "text" | "count" | "year" | "date" | "amount" | "number";

export interface ObservationColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a row without it is refused. */
  readonly required: boolean;
  /** What it says, for people who map a file's columns and for the file that is handed out. */
  readonly says: string;
}

const required = (name: string, type: ColumnType, says: string): ObservationColumn => ({
  name,
  type,
  required: true,
  says,
});
const optional = (name: string, type: ColumnType, says: string): ObservationColumn => ({
  name,
  type,
  required: false,
  says,
});

/** Which sum of money a flow is. Sums of different measures are never added up. */
export const MEASURES = [
  "commitment",
  "disbursement",
  "net disbursement",
  "received",
  "budget",
  "appropriation",
  "allocation",
  "expenditure",
  "obligation",
  "request",
  "cost",
  "planned disbursement",
  "incoming commitment",
  "pledge",
  "incoming pledge",
  "repayment",
  "interest",
  "reimbursement",
  "equity purchase",
  "equity sale",
  "guarantee",
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * The tables into which files of others are taken. Every row also has `row`: its place in its file (from 1, the header not
 * counted; an element of XML or JSON by its order), so that a figure leads back to where it was read.
 */
export const OBSERVATION_TABLES = {
  flows: [
    required("year", "year", "the year that the producer counts it under"),
    optional("from", "date", "first day of the period, where the file gives one"),
    optional("to", "date", "last day of the period"),
    optional(
      "donor",
      "text",
      "who gives: the id of a party or organisation of the region where it is known, else as written",
    ),
    optional("donor_code", "text", "the producer's code"),
    optional("donor_name", "text", "as written"),
    optional("agency", "text", "the part of the donor that gives"),
    optional(
      "recipient",
      "text",
      'for whom: ISO 3166-1 alpha-3, or the producer\'s name of a region ("Central Asia, regional")',
    ),
    optional("recipient_code", "text", "the producer's code"),
    optional("recipient_name", "text", "as written"),
    optional("recipient_share", "number", "per cent of the activity that the producer gives this recipient"),
    optional(
      "purpose",
      "text",
      "code of the purpose: five digits of the CRS, three of a DAC sector, or a group's name",
    ),
    optional("purpose_name", "text", "as written"),
    optional("flow", "text", "kind of flow, as written: ODA grants, ODA loans, OOF ..."),
    required("measure", "text", "which sum: commitment, disbursement, budget ..."),
    required("amount", "amount", "in whole units of the currency; a correction can be negative"),
    required("currency", "text", "ISO 4217"),
    optional(
      "price_year",
      "year",
      "empty: prices of the year itself; 0: constant prices of a year that is not known; else constant prices of this year",
    ),
    optional("activity", "text", "the producer's id of the project or activity"),
    optional("parent", "text", "id of the activity that contains it"),
    optional("agreement", "text", "number of the loan or grant agreement, or of the project with whoever gives"),
    optional("title", "text", "as written"),
    optional("channel", "text", "who carries it out"),
    optional("humanitarian", "text", "yes or no, where the producer says it"),
    optional("value_date", "date", "the day whose rate of exchange converts the amount, where the file gives one"),
  ],
  trainings: [
    required("year", "year", "first year of the report's fiscal year"),
    optional("fiscal_year", "text", "as written"),
    required("party", "text", "whose units: ISO 3166-1 alpha-3"),
    required("provider", "text", "who trains"),
    optional("programme", "text", "as written"),
    optional("course", "text", "as written"),
    optional("unit", "text", "the unit that trains"),
    optional("trained", "text", "the unit that is trained, as written"),
    optional("from", "date", "first day"),
    optional("to", "date", "last day"),
    optional("location", "text", "as written"),
    optional("quantity", "count", "people trained"),
    optional("amount", "amount", "cost in whole units of the currency"),
    optional("currency", "text", "ISO 4217"),
    optional("page", "text", "page of the printed report"),
    optional("file", "text", "the producer's file from which the line comes"),
  ],
  figures: [
    required("indicator", "text", "the producer's id of the indicator"),
    optional("indicator_name", "text", "as written"),
    required("party", "text", "ISO 3166-1 alpha-3"),
    required("year", "year", "the year it describes"),
    optional("edition", "text", "the producer's edition, where it differs from the year"),
    optional("written", "text", "the value as written; empty: the producer gives none"),
    optional("number", "number", "the value, where it is a number"),
    optional("low", "number", "lower bound"),
    optional("high", "number", "upper bound"),
    optional("unit", "text", "what it counts; the scale of an index"),
    optional("sources", "count", "how many sources the producer used"),
  ],
  memberships: [
    required("organisation", "text", "the producer's id"),
    optional("organisation_name", "text", "as written"),
    required("party", "text", "ISO 3166-1 alpha-3"),
    required("status", "text", "member, associate, observer, party ..."),
    required("from", "date", "first day; a year is its first day, see `precision`"),
    optional("to", "date", "first day on which it no longer holds; empty: to the end of what the file covers"),
    optional("precision", "text", "day, month or year"),
    optional("covered_to", "year", "last year that the file covers"),
  ],
  acts: [
    required("treaty", "text", "the producer's id"),
    optional("treaty_name", "text", "as written"),
    optional("chapter", "text", "as written"),
    required("party", "text", "ISO 3166-1 alpha-3"),
    required("act", "text", "signature, ratification, accession ..."),
    optional("date", "date", "day of the act; a year is its first day, see `precision`"),
    optional("precision", "text", "day, month or year"),
    optional("written", "text", "as written"),
  ],
  obligations: [
    required("treaty", "text", "the producer's id"),
    required("party", "text", "who took it on: ISO 3166-1 alpha-3"),
    optional("toward", "text", "towards whom"),
    required("kind", "text", "defence, non-aggression, consultation, neutrality, offence, base, ..."),
    required("from", "date", "first day"),
    optional("to", "date", "first day on which it no longer holds"),
    optional("precision", "text", "day, month or year"),
  ],
  events: [
    required("event", "text", "the producer's id"),
    required("kind", "text", "what happened, in the producer's word"),
    optional("title", "text", "as written"),
    required("from", "date", "first day"),
    optional("to", "date", "last day"),
    optional("precision", "text", "day, month or year"),
    optional("parties", "text", "ids between semicolons"),
    optional("place", "text", "as written"),
    optional("lat", "number", "degrees north"),
    optional("lon", "number", "degrees east"),
    optional("deaths", "count", "best estimate"),
    optional("deaths_low", "count", "lowest estimate"),
    optional("deaths_high", "count", "highest estimate"),
    optional("severity", "text", "as written"),
    optional("written", "text", "the producer's text, where the row is a count or a class"),
  ],
} as const satisfies Readonly<Record<string, readonly ObservationColumn[]>>;

export type ObservationTable = keyof typeof OBSERVATION_TABLES;

/** The columns of a table. */
export function columnsOf(table: ObservationTable): readonly ObservationColumn[] {
  return OBSERVATION_TABLES[table];
}

/** One cell of a row taken in: text, an exact amount or date as text, a number; null: the file gives nothing. */
export type ObservationValue = string | number | null;

/** One row taken in. `row` is its place in its file. */
export type ObservationRow = { readonly row: number } & { readonly [column: string]: ObservationValue };
