/** What a question needs to know of the library: ids of its files, by their names. */
export type FileIds = Readonly<Record<string, string>>;

export type Query = Readonly<Record<string, string | number | undefined>>;

/** One address behind a screen. */
export interface ScreenQuestion {
  readonly screen: string;
  /** Below `/api/v1/regions/central-asia`. */
  readonly path: string;
  /** Tells two questions to one address apart. */
  readonly as?: string;
  /**
   * What the page asks: `n` 0 as it asks when it is opened, every other one of another state, year, source or weight, so that no answer is
   * given a second time.
   */
  readonly query?: (n: number, files: FileIds) => Query;
  /** What the page before it asks, a second earlier: a person chooses there. */
  readonly before?: string;
  /** What is sent, where the address is asked with a text. */
  readonly body?: (n: number, texts: readonly string[]) => object;
}

/** The invented file of the OECD's columns, and a published one beside which its vintage can be set. */
export const BIG_FILE = "crs 2026.txt";
export const OTHER_FILE = "oecd_crs_flowtype_central_asia_1992_2023.csv";

const STATES = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
const POWERS = ["EU", "RUS", "CHN", "USA", "TUR", "IND", "IRN"];
const KINDS = ["dialogue", "treaty", "base", "training", "arms", "aid", "cyber"];
const SETS = [{ set: "border-management" }, { set: "own", rules: "15210;15130,99810:border,phase", called: "ours" }];

const from = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
/** Some of the five states, all of them first. */
const some = (n: number) => STATES.filter((_, at) => (((31 - (n % 31)) >> at) & 1) === 1).join(",");
const money = (n: number) => ({
  dataset: "oecd-crs",
  measure: n % 2 === 0 ? "disbursement" : "commitment",
  currency: "USD",
  price: "current",
  recipient: some(n),
  ...(n === 0 ? {} : { from: 2002 + (n % 7) }),
});
/** Other days, so that nothing that was worked out for one serves another. */
const day = (n: number) => (n === 0 ? {} : { on: `${2008 + (n % 18)}-${String(1 + (n % 12)).padStart(2, "0")}-15` });
const pair = (n: number) => ({ a: from(STATES, n), b: from(STATES, n + 1 + (Math.floor(n / 5) % 4)) });

/** Every address that the screens of the observatory ask, one line each. */
export const SCREEN_QUESTIONS: readonly ScreenQuestion[] = [
  { screen: "Money", path: "/money/choices", query: (n) => ({ lang: n % 2 === 0 ? "en" : "ru" }) },
  {
    screen: "Money",
    path: "/money/series",
    as: "by year and recipient",
    query: (n) => ({ ...money(n), by: "year,recipient" }),
  },
  { screen: "Money", path: "/money/series", as: "by year", query: (n) => ({ ...money(n), by: "year" }) },
  {
    screen: "Money",
    path: "/money/series",
    as: "by year and donor",
    query: (n) => ({ ...money(n), by: "year,donor" }),
  },
  {
    screen: "Money",
    path: "/money/series",
    as: "by year and purpose",
    query: (n) => ({ ...money(n), by: "year,purpose" }),
  },
  {
    screen: "Money",
    path: "/money/series",
    as: "all recipients, map",
    query: (n) => ({ ...money(n), recipient: undefined, by: "year,recipient" }),
  },
  {
    screen: "Money",
    path: "/money/series",
    as: "by donor and recipient",
    query: (n) => ({ ...money(n), by: "donor,recipient" }),
  },
  {
    screen: "Money",
    path: "/money/series",
    as: "by recipient and purpose",
    query: (n) => ({ ...money(n), by: "recipient,purpose" }),
  },
  {
    screen: "Money",
    path: "/money/share",
    query: (n) => ({ ...money(n), by: "year", ...(n === 0 ? {} : from(SETS, n)) }),
  },
  { screen: "Money", path: "/money/concentration", query: (n) => ({ ...money(n), by: "recipient" }) },
  {
    screen: "Money",
    path: "/money/fragmentation",
    query: (n) => ({ ...money(n), by: "recipient", limit: from(["0.02", "0.01", "0.05", "0.1"], n) }),
  },
  { screen: "Money", path: "/money/growth", query: (n) => ({ ...money(n), by: "year" }) },
  { screen: "Money", path: "/money/delivery", query: (n) => ({ ...money(n), measure: undefined, by: "year" }) },
  { screen: "Money", path: "/money/prices", query: (n) => ({ ...money(n), price: undefined, by: "year" }) },
  { screen: "Money", path: "/money/checks", query: money },
  {
    screen: "Money",
    path: "/money/vintages",
    query: (n, files) => ({
      earlier: files[OTHER_FILE],
      later: files[BIG_FILE],
      by: "year,recipient",
      ...(n === 0 ? {} : { recipient: some(n), from: 2002 + (n % 7) }),
    }),
  },
  {
    screen: "Money",
    path: "/money/rows",
    query: (n) => ({ ...money(n), start: (n % 8) * 50, rows: 50 }),
  },
  {
    screen: "Money",
    path: "/money/programmes",
    query: (n) => (n === 0 ? {} : { from: `20${10 + (n % 15)}-01-01`, by: `20${12 + (n % 15)}-01-01` }),
  },
  { screen: "Money", path: "/holdings", query: (n) => ({ lang: n % 2 === 0 ? "en" : "ru" }) },
  { screen: "Coverage", path: "/coverage", query: day },
  {
    screen: "Coverage",
    path: "/coverage/taken",
    query: (n) =>
      n === 0 ? {} : { dataset: "oecd-crs", year: 2002 + (n % 22), measure: from(["disbursement", "commitment"], n) },
  },
  {
    screen: "Evidence",
    path: "/evidence",
    query: (n) => (n === 0 ? {} : { ...day(n), q: from(["border", "water"], n) }),
  },
  {
    screen: "Evidence",
    path: "/evidence/taken/figures",
    query: (n) => (n === 0 ? { rows: 1000 } : { party: some(n), from: 1996 + (n % 20), rows: 1000 }),
  },
  {
    screen: "Evidence",
    path: "/evidence/taken/figures",
    as: "every indicator",
    query: (n) => ({ indicator: "*", party: some(n), rows: 50 }),
  },
  {
    screen: "Evidence",
    path: "/evidence/taken/events",
    query: (n) => (n === 0 ? { rows: 50 } : { party: some(n), from: 1990 + (n % 20), rows: 50 }),
  },
  {
    screen: "Evidence",
    path: "/evidence/taken/acts",
    query: (n) => (n === 0 ? { rows: 50 } : { party: some(n), from: 1970 + (n % 40), rows: 50 }),
  },
  { screen: "Evidence", path: "/evidence/interviews" },
  {
    screen: "Institutions",
    path: "/institutions",
    query: (n) => ({ ...day(n), ...(n % 2 === 0 ? {} : { states: "all", bodies: "all" }) }),
  },
  {
    screen: "Institutions",
    path: "/institutions/ties",
    query: (n) => ({
      ...day(n),
      ...(n === 0 ? {} : { weighting: from(["count", "size"], n), states: from(["focus", "near"], Math.floor(n / 2)) }),
    }),
  },
  {
    screen: "Institutions",
    path: "/institutions/ties",
    as: "by the largest file, organisations",
    query: (n) => ({ ...day(n), source: "cow-igo", of: "organisations", states: from(["focus", "near"], n) }),
  },
  {
    screen: "Institutions",
    path: "/institutions/indices",
    query: (n) => ({
      ...day(n),
      ...(n === 0 ? {} : { w: `bodies:${1 + (n % 5)}`, other: from([undefined, "four-rivers"], n) }),
    }),
  },
  {
    screen: "Outside powers",
    path: "/powers",
    query: (n) => ({ ...day(n), kind: from(KINDS, n), ...(n === 0 ? {} : { powers: from(POWERS, n) }) }),
  },
  { screen: "Outside powers", path: "/powers", as: "every power", query: (n) => ({ ...day(n), kind: from(KINDS, n) }) },
  {
    screen: "Outside powers",
    path: "/powers/priorities",
    query: (n) => ({ ...day(n), basis: from(["said", "signed", "funded"], n) }),
  },
  {
    screen: "Outside powers",
    path: "/powers/reciprocity",
    query: (n) => ({ ...day(n), ...pair(n), within: from([30, 60, 90], n) }),
  },
  { screen: "Outside powers", path: "/powers/definitions", query: day },
  { screen: "Cooperation", path: "/cooperation", query: (n) => ({ ...day(n), least: 1 + (n % 4) }) },
  { screen: "Between", path: "/between", query: (n) => ({ ...day(n), ...pair(n) }) },
  { screen: "Country", path: "/countries/UZB", query: day },
  {
    screen: "Country",
    path: "/institutions",
    as: "of one state",
    query: (n) => ({ ...day(n), party: from(STATES, n) }),
  },
  { screen: "Brief", path: "/briefs" },
  { screen: "Brief", path: "/briefs/choices" },
  { screen: "Brief", path: "/briefs/stale" },
  { screen: "Brief", path: "/papers/assistance-and-security" },
  {
    screen: "Brief",
    path: "/briefs/bind",
    before: "/briefs",
    body: (n, texts) => ({ text: `${from(texts, n)}\n\n${n}\n` }),
  },
];
