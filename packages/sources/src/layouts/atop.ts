import type { Cell, RowMaker, TableLayout } from "../layout.ts";
import { coded, constant, date, dateAfter, text } from "./cells.ts";
import { vintageInColumn } from "./vintage.ts";

const producer = {
  dataset: "atop",
  name: "Alliance Treaty Obligations and Provisions (ATOP)",
  citation:
    'Leeds, B. A., J. M. Ritter, S. M. Mitchell, A. G. Long, "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28, 2002; version 5.1.',
  licence: "ATOP's terms not seen; repositories of the extracts MIT and GPL-2.",
  caveats: [
    "Alliance treaties only, to the end of 2018: an obligation without end is one that held then.",
    "What the treaty says, not what was done.",
    "A member that left and came back has a row for each phase.",
  ],
};

const KINDS: readonly (readonly [kind: string, column: string])[] = [
  ["defence", "defense"],
  ["offence", "offense"],
  ["neutrality", "neutral"],
  ["non-aggression", "nonagg"],
  ["consultation", "consul"],
];

const parts = (year: string, month: string, day: string): Cell => ({ from: year, as: "date parts", month, day });
const precisionOf = (year: string, month: string, day: string): Cell => ({
  from: year,
  as: "precision of parts",
  month,
  day,
});

const MEMBER_HEADER = [
  "atopid",
  "member",
  "yrent",
  "moent",
  "dayent",
  "yrexit",
  "moexit",
  "dayexit",
  "defense",
  "offense",
  "neutral",
  "nonagg",
  "consul",
];

const memberDates: RowMaker["cells"] = {
  party: coded("member", "cow", "COW"),
  from: parts("yrent", "moent", "dayent"),
  to: parts("yrexit", "moexit", "dayexit"),
  precision: precisionOf("yrent", "moent", "dayent"),
};

/** Members of alliances: what each took on, by kind. A row without any kind makes nothing. */
export const atopObligations: TableLayout = {
  form: "table",
  id: "atop-member-obligations",
  version: 1,
  table: "obligations",
  producer: { ...producer, dataset: "atop-obligations" },
  header: MEMBER_HEADER,
  makes: KINDS.map(([kind, column]) => ({
    when: [{ column, in: ["1"] }],
    cells: { treaty: text("atopid"), ...memberDates, kind: constant(kind) },
  })),
  ignores: [
    {
      when: KINDS.map(([, column]) => ({ column, notIn: ["1"] })),
      because: "the treaty has none of the five kinds of obligation",
    },
  ],
  vintage: vintageInColumn("version"),
};

/** The same file as memberships of alliances. */
export const atopMemberships: TableLayout = {
  form: "table",
  id: "atop-memberships",
  version: 1,
  table: "memberships",
  producer: { ...producer, dataset: "atop-memberships" },
  header: MEMBER_HEADER,
  makes: [
    {
      when: [],
      cells: {
        organisation: text("atopid"),
        ...memberDates,
        status: constant("party"),
        covered_to: constant(2018),
      },
    },
  ],
  vintage: vintageInColumn("version"),
};

const MEMBERS = Array.from({ length: 59 }, (_, index) => `mem${index + 1}`);

/** One row an alliance, members in columns: its conclusion by each. */
export const atopAlliances: TableLayout = {
  form: "table",
  id: "atop-alliances",
  version: 1,
  table: "acts",
  producer: {
    ...producer,
    dataset: "atop-alliances",
    caveats: [...producer.caveats, "Members of any time: the day of a later accession stands in the file of members."],
  },
  header: ["atopid", "begyr", "begmo", "begday", "endyr", "endmo", "endday", "mem1", "mem2"],
  makes: [
    {
      when: [],
      each: { columns: MEMBERS },
      cells: {
        treaty: text("atopid"),
        party: { part: true, as: "coded", list: "cow", prefix: "COW" },
        act: constant("member of the alliance, which began on this day"),
        date: parts("begyr", "begmo", "begday"),
        precision: precisionOf("begyr", "begmo", "begday"),
      },
    },
  ],
  vintage: vintageInColumn("version"),
};

/** Last year of the dyads. */
const LAST_YEAR = "2018";

/** Who owed what to whom in a year, all alliances of the pair together: years that follow each other become a spell. */
export const atopDyads: TableLayout = {
  form: "table",
  id: "atop-directed-dyads",
  version: 1,
  table: "obligations",
  producer: {
    ...producer,
    dataset: "atop-directed-dyads",
    caveats: [
      ...producer.caveats,
      "All alliances of a pair together: which treaty obliges is not said.",
      "Every pair stands in both directions.",
    ],
  },
  header: ["ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"],
  makes: KINDS.map(([kind, column]) => ({
    when: [{ column: `atop_${column}`, in: ["1"] }],
    cells: {
      treaty: constant("all alliances of the pair"),
      party: coded("ccode1", "cow", "COW"),
      toward: coded("ccode2", "cow", "COW"),
      kind: constant(kind),
      from: date("year", "yyyy"),
      to: dateAfter("year", "yyyy", LAST_YEAR),
      precision: constant("year"),
    },
  })),
  ignores: [
    {
      when: KINDS.map(([, column]) => ({ column: `atop_${column}`, notIn: ["1"] })),
      because: "no obligation between the two in this year",
    },
  ],
  joins: "spells",
  vintage: () => "5.1",
};
