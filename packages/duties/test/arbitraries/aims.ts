import type { DutyClause, RightClause } from "@kelisim/accord/program";
import type { Fact, Instant, KelisimRecord, Value } from "@kelisim/model";
import { Big } from "big.js";
import fc from "fast-check";
import { oracle } from "../oracle/oracle.ts";
import type { Input, OutcomeLine, Question } from "../oracle/outcome.ts";
import { fact } from "../sketch/records.ts";
import { lapse } from "./timeline.ts";

/** Records and facts aimed at what the history gave rise to: performances and waivers at deadlines and beside them. */

export interface Aim {
  readonly what: "perform" | "perform" | "waive" | "consent";
  readonly line: number;
  readonly member: number;
  /** From the deadline (or from its beginning), in milliseconds. */
  readonly off: number;
  readonly fromStart: boolean;
  readonly lag: number;
  readonly narrow: number;
  readonly letter: string;
}

export const aim: fc.Arbitrary<Aim> = fc.record({
  what: fc.constantFrom("perform", "perform", "perform", "waive", "consent"),
  line: fc.nat(20),
  member: fc.nat(2),
  off: fc.oneof(fc.constantFrom(0, 1, -1, -86_400_000, 3 * 86_400_000), lapse),
  fromStart: fc.boolean(),
  lag: fc.constantFrom(0, 0, 0, 86_400_000, 40 * 86_400_000),
  narrow: fc.nat(2),
  letter: fc.constantFrom("m", "a", "z"),
});

/** The moment after which nothing more happens in a history, with everything known. */
export function inTheEnd({ records }: Pick<Input, "records">): Question {
  const year = 366 * 86_400_000;
  const moments = records.map((record) => record.occurred);
  const asOf = Math.max(...moments) + 2 * year;
  return {
    asOf,
    knownAt: Math.max(asOf, ...records.map((record) => record.known)),
    from: Math.min(...moments) - year / 4,
    until: asOf - (7 * year) / 4,
  };
}

const partiesOf = (input: Input, actor: string): readonly string[] => {
  if (!actor.includes(":")) return actor.split("+");
  const [instrument, name] = actor.split(":");
  const sides = input.programs.flatMap(({ instruments }) =>
    instruments.filter(({ id }) => id === instrument).flatMap((each) => each.sides),
  );
  return sides.find((side) => side.name === name)?.members ?? [];
};

const clauseOf = (input: Input, line: OutcomeLine) =>
  input.programs
    .flatMap(({ instruments }) => instruments.flatMap(({ clauses }) => clauses))
    .find(
      (clause): clause is DutyClause | RightClause =>
        clause.id === line.clause && clause.hash === line.version && "act" in clause,
    );

/** The input with what is aimed at its lines. */
export function aimed(input: Input, aims: readonly Aim[]): Input {
  if (aims.length === 0 || input.records.length === 0) return input;
  const { lines } = oracle(input, inTheEnd(input));
  const owed = lines.filter((line) => line.form === "duty" || line.form === "right");
  const limits = lines.filter((line) => line.form === "limit");
  const records: KelisimRecord[] = [];
  const facts: Fact[] = [];
  aims.forEach((each, place) => {
    const line = owed[each.line % owed.length];
    const limit = limits[each.line % limits.length];
    if (each.what === "consent" && limit !== undefined) {
      const about = each.narrow === 0 ? {} : { about: input.records[each.member % input.records.length]!.id };
      const occurred = input.records[each.line % input.records.length]!.occurred + Math.min(each.off, 0);
      facts.push(
        fact({ id: `g${place}`, kind: "consent", clause: limit.clause, by: "D", to: limit.debtor, occurred, ...about }),
      );
    }
    if (line === undefined) return;
    const occurred = (each.fromStart ? line.arises : (line.deadline ?? line.arises)) + each.off;
    if (each.what === "waive") {
      const narrow =
        each.narrow === 0 ? {} : line.subject === undefined ? { period: line.period! } : { subject: line.subject };
      facts.push(
        fact({
          id: `g${place}`,
          kind: "waiver",
          clause: line.clause,
          debtor: line.debtor,
          creditor: line.creditor,
          occurred,
          known: occurred + each.lag,
          ...narrow,
        }),
      );
    }
    if (each.what === "perform") records.push(...performance(input, line, each, occurred, `${each.letter}p${place}`));
  });
  return { ...input, records: [...input.records, ...records], facts: [...input.facts, ...facts] };
}

function performance(input: Input, line: OutcomeLine, each: Aim, occurred: Instant, id: string): KelisimRecord[] {
  const clause = clauseOf(input, line);
  if (clause === undefined) return [];
  const debtors = partiesOf(input, line.debtor);
  const creditors = line.creditor === "" ? [] : partiesOf(input, line.creditor);
  const by = debtors[each.member % debtors.length]!;
  const to = creditors.length === 0 ? [] : [creditors[each.member % creditors.length]!];
  const subject = line.subject;
  const contents: Readonly<Record<string, Readonly<Record<string, Value | undefined>>>> = {
    Answer: { answers: subject, grade: 2 },
    Ask: { ref: subject, about: 2, urgent: true },
    Invite: { plan: subject, arrival: Math.floor(occurred / 86_400_000) + 3 },
    Report: { period: line.period, volume: new Big(1) },
    Level: { personnel: 2 },
    Release: { volume: new Big("1.5"), sector: "east" },
    Visit: { guest: by, receiving: to[0] ?? "B", start: Math.floor(occurred / 86_400_000) },
  };
  const content = contents[clause.act.record] ?? {};
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  const received = each.narrow === 2 ? {} : { received: occurred + each.narrow };
  return [
    {
      id,
      kind: clause.act.record,
      version: 1,
      from: by,
      to,
      occurred,
      recorded: occurred,
      known: occurred + each.lag,
      ...received,
      content: given,
    },
  ];
}
