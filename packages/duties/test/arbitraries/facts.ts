import type { Program } from "@kelisim/accord/program";
import { ALWAYS, type Fact, type Instant, NEVER, type StatusFact } from "@kelisim/model";
import fc from "fast-check";
import { fact } from "../sketch/records.ts";
import { day } from "../sketch/time.ts";
import { STATES } from "../sketch/vocabulary.ts";
import { dateAt, datePlace, instantAt, type Spot, spot, type Timeline } from "./timeline.ts";

/** Facts: who is bound since when (with coarse and missing dates), and everything else a region's tables hold. */

type Make = (timeline: Timeline, id: string, programs: readonly Program[]) => Fact[];

const pick = <T>(...choices: readonly T[]) => fc.constantFrom(...choices);
const dates = (name: string, timeline: Timeline, place: number | undefined) => {
  const date = place === undefined ? undefined : dateAt(timeline, place);
  return date === undefined ? {} : { [name]: date };
};
const known = (timeline: Timeline, place: Spot | undefined): Instant =>
  place === undefined ? ALWAYS : instantAt(timeline, place);
const late = fc.option(spot, { nil: undefined, freq: 5 });
const clauseIds = pick<readonly string[] | undefined>(undefined, ["c0"], ["c1"], ["c0", "c2"]);

const ENDING: readonly string[] = ["suspension", "resumption", "withdrawal", "expiry"];
const row = (party: fc.Arbitrary<string>, act: fc.Arbitrary<StatusFact["act"]>, instrument: fc.Arbitrary<string>) =>
  fc
    .record({
      party,
      act,
      instrument,
      effect: datePlace,
      signed: datePlace,
      provisional: fc.nat(60),
      clauses: clauseIds,
      dispute: fc.nat(30),
      late,
    })
    .map(
      ({ party, act, instrument, effect, signed, provisional, clauses, dispute, late }): Make =>
        (timeline, id) => [
          fact({
            id,
            kind: "status",
            instrument,
            party,
            act,
            known: known(timeline, late),
            ...(dispute < 4 && { dispute: dispute < 3 ? "d1" : "d2" }),
            ...dates("effectDate", timeline, effect),
            ...dates("actDate", timeline, signed),
            ...(provisional < 8 && !ENDING.includes(act) && dates("provisionalFrom", timeline, provisional)),
            ...((act === "suspension" || act === "resumption") && clauses !== undefined && { clauses }),
          }),
        ],
    );

const CREATING = pick<StatusFact["act"]>(
  "ratification",
  "accession",
  "succession",
  "provisional application",
  "signature",
);
const HALTING = pick<StatusFact["act"]>("suspension", "resumption", "suspension", "resumption", "withdrawal", "expiry");

/** Most states are bound for long; a few by dates of the timeline. */
const longBound =
  (party: string): Make =>
  (_timeline, id) =>
    ["T", "U"].map((instrument) =>
      fact({
        id: `${id}${instrument}`,
        kind: "status",
        instrument,
        party,
        act: "ratification",
        effectDate: day("2000-01-01"),
      }),
    );
const stateProfile = (party: string): fc.Arbitrary<Make[]> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Make[]>([longBound(party)]) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          row(fc.constant(party), CREATING, fc.constant("T")),
          fc.array(row(fc.constant(party), HALTING, pick("T", "U")), { maxLength: 2 }),
        )
        .map(([first, more]): Make[] => [first, ...more]),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(row(fc.constant(party), HALTING, pick("T", "T", "U")), { minLength: 1, maxLength: 3 })
        .map((more): Make[] => [longBound(party), ...more]),
    },
  );

const coverage: fc.Arbitrary<Make> = fc
  .record({
    whole: fc.nat(5),
    kinds: pick<readonly string[]>(["*"], ["*"], ["Answer", "Invite"], ["Visit", "Release"], ["Level", "Report"]),
    parties: pick<readonly string[]>(["*"], ["*"], ["A"], ["B", "C"]),
    to: pick<readonly string[]>(["*"], ["*"], ["A", "B"], ["ORG"]),
    from: spot,
    until: spot,
    late,
  })
  .map(
    ({ whole, from, until, late, ...rest }): Make =>
      (timeline, id) => [
        fact({
          id,
          kind: "coverage",
          ...rest,
          known: known(timeline, late),
          from: whole > 1 ? ALWAYS : instantAt(timeline, from),
          until: whole > 2 ? NEVER : instantAt(timeline, until),
        }),
      ],
  );

const party = pick(...STATES);
const clause = pick("c0", "c1", "c2", "c3");

/** Everything else, each rarely. */
const other: fc.Arbitrary<Make> = fc.oneof(
  row(
    pick("*", "*", "A", "B"),
    pick<StatusFact["act"]>("ratification", "suspension", "resumption", "expiry"),
    pick("T", "T", "U"),
  ),
  fc.record({ party, clause, from: fc.option(datePlace, { nil: undefined, freq: 2 }), late }).map(
    ({ party, clause, from, late }): Make =>
      (timeline, id) => [
        fact({
          id,
          kind: "reservation",
          instrument: "T",
          party,
          clauses: [clause],
          effect: "excluded",
          known: known(timeline, late),
          ...dates("from", timeline, from),
        }),
      ],
  ),
  fc.record({ party, value: fc.nat(4), from: fc.option(datePlace, { nil: undefined, freq: 3 }), late }).map(
    ({ party, value, from, late }): Make =>
      (timeline, id) => [
        fact({
          id,
          kind: "threshold",
          instrument: "T",
          party,
          name: "size",
          value,
          known: known(timeline, late),
          ...dates("from", timeline, from),
        }),
      ],
  ),
  fc
    .record({
      party,
      from: datePlace,
      to: fc.nat(90),
      late,
      clause,
      value: fc.nat(3),
      unit: pick("day" as const, "hour" as const),
      at: spot,
    })
    .map(
      ({ clause, value, unit, at, late }): Make =>
        (timeline, id) => [
          fact({
            id,
            kind: "reading",
            clause,
            value,
            unit,
            by: "council",
            occurred: instantAt(timeline, at),
            known: known(timeline, late),
          }),
        ],
    ),
  fc.record({ from: spot, late, instrument: pick("T", "U") }).map(
    ({ from, late, instrument }): Make =>
      (timeline, id) => [
        fact({
          id,
          kind: "arrangement",
          instrument,
          channel: "kelisim",
          from: instantAt(timeline, from),
          known: known(timeline, late),
        }),
      ],
  ),
  fc.record({ clause, by: party, to: party, at: spot, late }).map(
    ({ clause, by, to, at, late }): Make =>
      (timeline, id) => [
        fact({ id, kind: "consent", clause, by, to, occurred: instantAt(timeline, at), known: known(timeline, late) }),
      ],
  ),
  coverage,
);

const membership: fc.Arbitrary<Make> = fc
  .record({ party, from: datePlace, to: fc.nat(120), disputed: fc.nat(5), late })
  .map(
    ({ party, from, to, disputed, late }): Make =>
      (timeline, id) => [
        fact({
          id,
          kind: "membership",
          organisation: "ORG",
          party,
          status: "member",
          ...(disputed < 3 && { dispute: disputed < 2 ? "d1" : "d2" }),
          known: known(timeline, late),
          ...dates("from", timeline, from),
          ...(to < 40 && dates("to", timeline, to)),
        }),
      ],
  );

/** Adoptions of the first or the second version of a clause. */
const adoption: fc.Arbitrary<Make> = fc
  .record({ clause, second: fc.boolean(), from: fc.option(spot, { nil: undefined, freq: 2 }), late })
  .map(
    ({ clause, second, from, late }): Make =>
      (timeline, id, programs) => {
        const versions = programs.flatMap(({ instruments }) =>
          instruments.flatMap(({ clauses }) => clauses.filter((each) => each.id === clause)),
        );
        const version = versions[second ? versions.length - 1 : 0];
        if (version === undefined) return [];
        return [
          fact({
            id,
            kind: "adoption",
            clause,
            hash: version.hash,
            from: from === undefined ? ALWAYS : instantAt(timeline, from),
            known: known(timeline, late),
          }),
        ];
      },
  );

/** All facts of a world, as a function of its timeline and programs. */
export const facts: fc.Arbitrary<(timeline: Timeline, programs: readonly Program[]) => Fact[]> = fc
  .record({
    states: fc.tuple(...STATES.map(stateProfile)),
    coverage: fc.array(coverage, { maxLength: 3 }),
    members: fc.array(membership, { maxLength: 3 }),
    adoptions: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(adoption, { minLength: 1, maxLength: 3 }) },
    ),
    others: fc.array(other, { maxLength: 3 }),
  })
  .map(({ states, coverage, members, adoptions, others }) => {
    const all = [...states.flat(), ...coverage, ...members, ...adoptions, ...others];
    return (timeline: Timeline, programs: readonly Program[]) =>
      all.flatMap((make, place) => make(timeline, `f${place}`, programs));
  });
