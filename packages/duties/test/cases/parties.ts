import type { Place } from "@kelisim/model";
import { asOf, type Case, inputOf, type Setting } from "../sketch/case.ts";
import {
  act,
  by,
  duty,
  EACH,
  equal,
  NOBODY,
  OTHERS,
  party,
  role,
  standing,
  term,
  when,
  within,
} from "../sketch/program.ts";
import { ALL_BOUND, answer, ask, covered, fact, plan, record, status } from "../sketch/records.ts";
import { at, dated } from "../sketch/time.ts";

/** Who is bound, suspended, reserved, a member; sides, groups and the other roles. */

type Expected = Case["lines"][number];

const reply = duty("D", {
  trigger: when("Ask", "r"),
  debtor: role("r.to"),
  creditor: role("r.from"),
  act: act("Answer", "a", equal(term("a.answers"), term("r"))),
  deadlines: by(within("7 days", term("r.sent"))),
});
const asked = ask("r1", "A", "B", "2026-03-01");
const others = ["A", "C", "D"].map((each) => status(each, "ratification", { effect: "2000-01-01" }));
const bee = (...dates: Parameters<typeof status>[2][]) => dates.map((each) => status("B", "ratification", each));

function one(name: string, setting: Setting, moment: string | number, ...lines: Expected[]): Case {
  return { name, input: inputOf(setting), question: asOf(moment), clause: "D", lines };
}
const withB = (name: string, facts: Setting["facts"], ...lines: Expected[]) =>
  one(name, { clauses: [reply], facts: [...others, ...(facts ?? [])], records: [asked] }, "2026-03-02", ...lines);
const owed: Expected = { debtor: "B", creditor: "A", state: "open", unverified: false };
const doubtful: Expected = { debtor: "B", creditor: "A", state: "open", unverified: true };

const sides = [
  { name: "One", members: ["A"] },
  { name: "Many", members: ["B", "C", "D"] },
];
const sided = {
  ...reply,
  debtor: { kind: "other side" },
  creditor: { kind: "side of", term: term("r.from") },
} as const;
const toSide = { ...sided, debtor: { kind: "side", name: "Many" } } as const;

/** A duty of one role owed to another, on any request. */
const between = (debtor: (typeof reply)["debtor"], creditor: (typeof reply)["creditor"], jointly = false) => ({
  ...reply,
  debtor,
  creditor,
  jointly,
});
const pairsOf = (name: string, setting: Partial<Setting> & Pick<Setting, "clauses">, ...pairs: string[]) =>
  one(name, { records: [asked], ...setting }, "2026-03-02", ...pairs.map(pairLine));
const pairLine = (text: string): Expected => {
  const [debtor = "", creditor = ""] = text.split(">");
  return { debtor, creditor };
};
const held = (place: Place) => plan("p1", "C", "2026-03-01", { place });
const zoned: Setting["clauses"] = [
  {
    ...reply,
    trigger: when("Plan", "p"),
    debtor: role("p.host"),
    creditor: { kind: "parties in zone", zone: "band", place: term("p.place") },
    act: act("Invite", "i"),
  },
];
const inBand: Setting["clauses"][number] = {
  ...reply,
  trigger: when("Plan", "p", { kind: "in zone", place: term("p.place"), zone: "band" }),
  debtor: role("p.host"),
  creditor: party("B"),
};
/** An area with corners at these longitudes; its point is the first. */
const area = (...lons: readonly number[]): Place => ({
  lat: 55,
  lon: lons[0]!,
  corners: lons.map((lon, index) => ({ lat: 55 + index / 10, lon })),
});
const member = (id: string, from?: string, to?: string) =>
  fact({
    id: `${id} ${from} ${to}`,
    kind: "membership",
    organisation: "ORG",
    party: id,
    status: "member",
    ...(from !== undefined && { from: dated(from) }),
    ...(to !== undefined && { to: dated(to) }),
  });
const reserved = (party: string, from?: string) =>
  fact({
    id: "x",
    kind: "reservation",
    instrument: "T",
    party,
    clauses: ["D"],
    effect: "excluded",
    ...(from !== undefined && { from: dated(from) }),
  });

export const PARTY_CASES: readonly Case[] = [
  withB("signature alone creates no duty", [status("B", "signature", { actDate: "1999-01-01" })]),
  withB("an effect date is the first instant bound", bee({ effect: "2026-03-01" }), owed),
  withB("accession creates no past duties", bee({ effect: "2026-03-02" })),
  withB("an effect date is read in the time zone of the instrument", bee({ effect: "2026-03-01" }), owed),
  one(
    "an effect date begins earlier in an eastern time zone",
    {
      clauses: [reply],
      instrument: { timeZone: "Asia/Almaty" },
      facts: [...others, ...bee({ effect: "2026-03-01" })],
      records: [ask("r1", "A", "B", "2026-02-28T19:00:00Z")],
    },
    "2026-03-01",
    owed,
  ),
  one(
    "and not a millisecond before",
    {
      clauses: [reply],
      instrument: { timeZone: "Asia/Almaty" },
      facts: [...others, ...bee({ effect: "2026-03-01" })],
      records: [ask("r1", "A", "B", "2026-02-28T18:59:59.999Z")],
    },
    "2026-03-01",
  ),
  withB("a coarse effect date leaves its stretch unverified", bee({ effect: "2026-03" }), doubtful),
  withB("after a coarse effect date it is certain", bee({ effect: "2026-02" }), owed),
  withB("without an effect date binding is unverified from the act date", bee({ actDate: "2026-03-01" }), doubtful),
  withB("without an effect date nothing binds before the act date", bee({ actDate: "2026-03-02" })),
  withB("without any date binding is unverified always", bee({}), doubtful),
  withB(
    "provisional application binds like an effect date",
    bee({ provisional: "2026-03-01", actDate: "2026-01-01" }),
    owed,
  ),
  withB("an end date is the first instant no longer bound", [
    ...bee({ effect: "2000-01-01" }),
    status("B", "withdrawal", { effect: "2026-03-01" }),
  ]),
  withB(
    "a duty that arose before a withdrawal took effect outlives it",
    [...bee({ effect: "2000-01-01" }), status("B", "withdrawal", { effect: "2026-03-02" })],
    owed,
  ),
  withB(
    "a withdrawal without effect date makes it unverified",
    [...bee({ effect: "2000-01-01" }), status("B", "withdrawal", { actDate: "2026-02-01" })],
    doubtful,
  ),
  withB("expiry for all ends it for each", [
    ...bee({ effect: "2000-01-01" }),
    status("*", "expiry", { effect: "2026-02-01" }),
  ]),
  withB(
    "whoever comes back is bound again",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "withdrawal", { effect: "2020-01-01" }),
      status("B", "accession", { effect: "2026-01-01" }),
    ],
    owed,
  ),
  one(
    "before the instrument was signed nobody is bound, whatever the rows say",
    { clauses: [reply], instrument: { signed: "2026-03-02" }, facts: [...others, ...bee({})], records: [asked] },
    "2026-03-02",
  ),
  one(
    "on the day the instrument was signed its rows begin to count",
    { clauses: [reply], instrument: { signed: "2026-03-01" }, facts: [...others, ...bee({})], records: [asked] },
    "2026-03-02",
    doubtful,
  ),
  withB("before the instrument's own entry into force nobody is bound", [
    ...bee({ effect: "2000-01-01" }),
    status("*", "ratification", { effect: "2026-03-02" }),
  ]),
  withB(
    "from the instrument's own entry into force on they are",
    [...bee({ effect: "2000-01-01" }), status("*", "ratification", { effect: "2026-03-01" })],
    owed,
  ),
  withB("while a party is suspended nothing new arises", [
    ...bee({ effect: "2000-01-01" }),
    status("B", "suspension", { effect: "2026-03-01" }),
  ]),
  withB(
    "a suspension of other clauses leaves this one",
    [...bee({ effect: "2000-01-01" }), status("B", "suspension", { effect: "2026-03-01", clauses: ["X"] })],
    owed,
  ),
  withB(
    "after the resumption duties arise",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "suspension", { effect: "2026-01-01" }),
      status("B", "resumption", { effect: "2026-03-01" }),
    ],
    owed,
  ),
  withB(
    "a suspension of unknown date leaves it unverified",
    [...bee({ effect: "2000-01-01" }), status("B", "suspension", { clauses: ["D"] })],
    doubtful,
  ),
  withB(
    "the remaining time resumes after a suspension",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "suspension", { effect: "2026-03-02" }),
      status("B", "resumption", { effect: "2026-03-12" }),
    ],
    { ...owed, deadline: at("2026-03-18") },
  ),
  withB(
    "an open-ended suspension leaves no date meanwhile",
    [...bee({ effect: "2000-01-01" }), status("B", "suspension", { effect: "2026-03-02" })],
    { ...owed, deadline: null },
  ),
  withB(
    "a suspension from the last instant of the deadline on leaves that instant to come",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "suspension", { effect: "2026-03-08" }),
      status("B", "resumption", { effect: "2026-03-10" }),
    ],
    { ...owed, deadline: at("2026-03-10") },
  ),
  withB(
    "a suspension after the deadline adds nothing",
    [...bee({ effect: "2000-01-01" }), status("B", "suspension", { effect: "2026-03-09" })],
    { ...owed, deadline: at("2026-03-08") },
  ),
  withB(
    "two suspensions that overlap are counted once",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "suspension", { effect: "2026-03-02" }),
      status("B", "resumption", { effect: "2026-03-04" }),
      status("A", "suspension", { effect: "2026-03-03" }),
      status("A", "resumption", { effect: "2026-03-05" }),
    ],
    { ...owed, deadline: at("2026-03-11") },
  ),
  withB(
    "a suspension may be reached by the extension of an earlier one",
    [
      ...bee({ effect: "2000-01-01" }),
      status("B", "suspension", { effect: "2026-03-02" }),
      status("B", "resumption", { effect: "2026-03-04" }),
      status("A", "suspension", { effect: "2026-03-09" }),
      status("A", "resumption", { effect: "2026-03-12" }),
    ],
    { ...owed, deadline: at("2026-03-13") },
  ),
  withB("a reservation of the debtor", [...bee({ effect: "2000-01-01" }), reserved("B")], {
    debtor: "B",
    state: "not applicable",
    reason: "reservation of B",
  }),
  withB("a reservation works both ways", [...bee({ effect: "2000-01-01" }), reserved("A")], {
    debtor: "B",
    state: "not applicable",
    reason: "reservation of A",
  }),
  withB(
    "a later reservation leaves what arose before",
    [...bee({ effect: "2000-01-01" }), reserved("B", "2026-03-02")],
    owed,
  ),
  one(
    "an organisation need not be bound to owe or to be owed",
    { clauses: [between(party("ORG"), role("r.from"))], records: [asked] },
    "2026-03-02",
    { debtor: "ORG", creditor: "A", state: "open", unverified: false },
  ),
  pairsOf(
    "each party to every other party",
    { clauses: [between(EACH, OTHERS)], facts: others },
    ...["A>C", "A>D", "C>A", "C>D", "D>A", "D>C"],
  ),
  pairsOf("each party to nobody in particular", { clauses: [between(EACH, NOBODY)], facts: others }, "A>", "C>", "D>"),
  pairsOf(
    "a debtor that is its own creditor makes no duty",
    { clauses: [between(EACH, role("r.from"))] },
    "B>A",
    "C>A",
    "D>A",
  ),
  pairsOf(
    "jointly: one group, its ids sorted",
    { clauses: [between({ kind: "all of", roles: [party("C"), party("B")] }, role("r.from"), true)] },
    "B+C>A",
  ),
  pairsOf(
    "a group has only its bound members",
    { clauses: [between(EACH, party("ORG"), true)], facts: others },
    "A+C+D>ORG",
  ),
  pairsOf(
    "except takes parties out",
    { clauses: [between({ kind: "except", role: EACH, minus: role("r.to") }, role("r.from"))] },
    "C>A",
    "D>A",
  ),
  pairsOf(
    "each side, and the other side",
    { clauses: [between({ kind: "each side" }, { kind: "other side" })], instrument: { sides } },
    "T:Many>T:One",
    "T:One>T:Many",
  ),
  pairsOf("a creditor side that contains the debtor makes no duty", {
    clauses: [between(role("r.to"), { kind: "side", name: "Many" })],
    instrument: { sides },
  }),
  pairsOf("a side without a bound member is no actor", {
    clauses: [between({ kind: "side", name: "Many" }, party("A"))],
    instrument: { sides },
    facts: others.slice(0, 1),
  }),
  one(
    "an act of any member discharges a side, towards any member of the other",
    { clauses: [toSide], instrument: { sides }, records: [asked, answer("a1", "D", "A", "2026-03-02", "r1")] },
    "2026-03-03",
    { debtor: "T:Many", creditor: "T:One", state: "met", performance: "a1" },
  ),
  one(
    "silence of a side is concluded only where every member is covered",
    { clauses: [toSide], instrument: { sides }, facts: [covered({ parties: ["B", "C"] })], records: [asked] },
    "2026-04-01",
    { debtor: "T:Many", creditor: "T:One", state: "date passed, nothing recorded here" },
  ),
  pairsOf(
    "members of an organisation at that moment",
    {
      clauses: [between({ kind: "members", organisation: "ORG" }, party("ORG"))],
      facts: [
        ...ALL_BOUND,
        member("A", "2020"),
        member("B", "2020", "2026-03-01"),
        member("C", "2026-03-01"),
        member("D", "2026-03-02"),
      ],
    },
    "A>ORG",
    "C>ORG",
  ),
  pairsOf(
    "parties whose part of a zone holds the place",
    { clauses: zoned, instrument: { zones: { Band: "band" } }, records: [held({ lat: 55, lon: 75 })] },
    "C>A",
  ),
  pairsOf("a place outside the zone has no holders", {
    clauses: zoned,
    instrument: { zones: { Band: "band" } },
    records: [held({ lat: 55, lon: 85 })],
  }),
  pairsOf(
    "an area is in a zone that holds any part of it, though its point lies outside",
    { clauses: zoned, instrument: { zones: { Band: "band" } }, records: [held(area(85, 95, 79))] },
    "C>A",
  ),
  pairsOf("an area is outside a zone only where all of it is", {
    clauses: zoned,
    instrument: { zones: { Band: "band" } },
    records: [held(area(85, 88, 81))],
  }),
  pairsOf(
    "of an area a condition asks whether any part lies in the zone",
    { clauses: [inBand], instrument: { zones: { Band: "band" } }, records: [held(area(85, 95, 79))] },
    "C>B",
  ),
  pairsOf("a condition on an area all of which lies outside does not hold", {
    clauses: [inBand],
    instrument: { zones: { Band: "band" } },
    records: [held(area(85, 88, 81))],
  }),
  {
    ...one(
      "an area whose nearest part is within the map's error is undetermined in a condition",
      { clauses: [inBand], instrument: { zones: { Band: "band" } }, records: [held(area(60, 65, 69.95))] },
      "2026-03-02",
    ),
    undetermined: ["p1"],
  },
  {
    ...one(
      "a place within the map's error is undetermined in a condition",
      {
        clauses: [inBand],
        instrument: { zones: { Band: "band" } },
        records: [held({ lat: 55, lon: 70.05 })],
      },
      "2026-03-02",
    ),
    undetermined: ["p1"],
  },
  one(
    "a standing clause is in force for each pair",
    { clauses: [standing("D", EACH, { kind: "party", id: "A" })], facts: others },
    "2026-03-02",
    {
      debtor: "C",
      creditor: "A",
      state: "in force",
    },
    { debtor: "D", creditor: "A", state: "in force" },
  ),
  one(
    "a standing clause is suspended with either of the two",
    { clauses: [standing("D", party("B"), party("A"))], facts: [status("A", "suspension", { effect: "2026-01-01" })] },
    "2026-03-02",
    { debtor: "B", creditor: "A", state: "suspended" },
  ),
  one(
    "on becoming bound: once, from the effect date",
    {
      clauses: [
        {
          ...reply,
          trigger: { kind: "bound" },
          debtor: EACH,
          creditor: party("ORG"),
          act: act("Level", "l"),
          deadlines: by(within("1 month", { kind: "bound since" })),
        },
      ],
      facts: [...bee({ effect: "2026-01-31" })],
      records: [record("l1", "Level", "B", "2026-01-31", { to: ["ORG"] })],
    },
    "2026-03-02",
    {
      debtor: "B",
      creditor: "ORG",
      period: "2026-01-31",
      state: "met",
      arises: at("2026-01-31"),
      deadline: at("2026-03-01") - 1,
    },
  ),
  one(
    "becoming bound on an unverified date gives no duty",
    {
      clauses: [{ ...reply, trigger: { kind: "bound" }, debtor: EACH, creditor: party("ORG"), act: act("Level", "l") }],
      facts: [...bee({ actDate: "2026-01-31" })],
    },
    "2026-03-02",
  ),
];
