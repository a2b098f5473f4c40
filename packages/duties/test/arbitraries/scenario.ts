import type { Clause, Instrument, Program } from "@kelisim/accord/program";
import type { Instant } from "@kelisim/model";
import fc from "fast-check";
import { oracle } from "../oracle/oracle.ts";
import type { Input, Question } from "../oracle/outcome.ts";
import { instrument, program } from "../sketch/program.ts";
import { GEOGRAPHY, PARTIES, WORKING_DAYS } from "../sketch/vocabulary.ts";
import { aim, aimed, inTheEnd } from "./aims.ts";
import { type DutyOrRight, dutyOrRight } from "./clauses.ts";
import { facts } from "./facts.ts";
import { history } from "./history.ts";
import { aLimit, aStanding } from "./limits.ts";
import { printed } from "./print.ts";
import { TIMELINES } from "./timeline.ts";

/** A world with questions about it. */
export interface Scenario {
  readonly input: Input;
  readonly questions: readonly Question[];
}

const clauses: fc.Arbitrary<Clause[]> = fc.tuple(fc.nat(3), fc.nat(5), fc.nat(3)).chain(([more, limited, stands]) => {
  let all: fc.Arbitrary<DutyOrRight[]> = dutyOrRight("c0", []).map((first) => [first]);
  for (let place = 1; place <= more; place++) {
    all = all.chain((earlier) => dutyOrRight(`c${place}`, earlier).map((next) => [...earlier, next]));
  }
  const limits = fc.tuple(...["c4", "c5"].slice(0, limited > 3 ? limited - 3 : 0).map(aLimit));
  return fc
    .tuple(all, limits, stands === 3 ? aStanding("c6").map((each) => [each]) : fc.constant([]))
    .map((lists) => lists.flat());
});

const SIDES: readonly Instrument["sides"][] = [
  [
    { name: "One", members: ["A"] },
    { name: "Many", members: ["B", "C"] },
  ],
  [
    { name: "One", members: ["A", "D"] },
    { name: "Many", members: ["B", "C"] },
  ],
];

const surroundings = fc.record({
  timeZone: fc.constantFrom("UTC", "UTC", "Europe/Vienna", "Asia/Almaty", "Asia/Tashkent", "Asia/Bishkek"),
  monthEnd: fc.constantFrom("clip" as const, "overflow" as const),
  sides: fc.constantFrom(...SIDES),
  signed: fc.constantFrom(undefined, undefined, undefined, undefined, "2005-08-12", "2024-02-29", "2000-01-01"),
});

const FAR_ZONES = { Band: "band" };

const programs: fc.Arbitrary<Program[]> = fc
  .record({ clauses, around: surroundings, split: fc.nat(4), second: fc.nat(4), other: clauses })
  .map(({ clauses, around: { signed, ...rest }, split, second, other }) => {
    const around = signed === undefined ? rest : { ...rest, signed };
    const whole = (id: string, some: readonly Clause[]) =>
      instrument(some, { ...around, id, zones: FAR_ZONES, workingCalendar: "office" });
    const cut = split === 4 ? Math.max(1, clauses.length - 1) : clauses.length;
    const [mine, others] = [clauses.slice(0, cut), clauses.slice(cut)];
    const first = program(whole("T", mine), ...(others.length === 0 ? [] : [whole("U", others)]));
    if (second !== 4) return [first];
    // A second version of the first clause, with its own content hash.
    return [first, program(whole("T", [{ ...other[0]!, hash: `second hash of ${other[0]!.id}` }]))];
  });

/** Instants at which an answer may change: those of its lines, and when things became known. */
function turningPoints(input: Input): Instant[] {
  const { lines } = oracle(input, inTheEnd(input));
  const instants = lines.flatMap((line) => [
    line.deadline,
    line.deadline,
    line.arises,
    line.performedAt,
    line.waivedAt,
  ]);
  const history = input.records.flatMap((record) => [record.occurred, record.known]);
  const found = [...instants, ...history].filter(
    (at): at is Instant => typeof at === "number" && Math.abs(at) < 4e12 && at !== 0,
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

const DAY = 86_400_000;
const question = fc.record({
  asOf: fc.nat(40),
  off: fc.constantFrom(0, 1, -1, DAY, -13 * DAY, -15 * DAY, 20 * DAY),
  knownAt: fc.option(fc.nat(40), { nil: undefined, freq: 2 }),
  before: fc.constantFrom(0, 40 * DAY, 200 * DAY),
  after: fc.constantFrom(0, 40 * DAY, 200 * DAY),
});

function ask(
  points: readonly Instant[],
  given: { asOf: number; off: number; knownAt: number | undefined; before: number; after: number },
): Question {
  const asOf = points[given.asOf % points.length]! + given.off;
  const knownAt = given.knownAt === undefined ? Math.max(asOf, points.at(-1)!) : points[given.knownAt % points.length]!;
  return { asOf, knownAt, from: asOf - given.before, until: asOf + given.after };
}

export const scenario: fc.Arbitrary<Scenario> = fc.constantFrom(...TIMELINES).chain((timeline) =>
  fc
    .record({
      programs,
      records: history(timeline),
      facts,
      aims: fc.array(aim, { maxLength: 4 }),
      us: fc.constantFrom<readonly string[]>([], [], ["A"], ["B"], ["B", "C"]),
      questions: fc.array(question, { minLength: 1, maxLength: 3 }),
    })
    .map(({ programs, records, facts, aims, us, questions }): Scenario => {
      const made = facts(timeline, programs);
      const bare: Input = {
        programs,
        parties: PARTIES,
        geography: GEOGRAPHY,
        workingDays: WORKING_DAYS,
        facts: made,
        records,
        us,
      };
      const input = aimed(bare, aims);
      const points = turningPoints(input);
      const whole = { input, questions: questions.map((given) => ask(points, given)) };
      Object.defineProperty(whole, fc.toStringMethod, { value: () => printed(whole), enumerable: false });
      return whole;
    }),
);
