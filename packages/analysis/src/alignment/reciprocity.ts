import { type CivilDay, type Dated, firstDay, lastDay, type Undertaking } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** Something that one state did, or took upon itself, towards another. */
export interface Act {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  /** Acts of different kinds are never set off against each other. */
  readonly kind: string;
  readonly date?: Dated;
  readonly source: string;
}

/** Those that were, or may have been, decided by a day: one of "2012" was by none before that year. Without a date it may have been. */
export const decidedBy = (undertakings: readonly Undertaking[], day: CivilDay): readonly Undertaking[] =>
  undertakings.filter(({ decidedOn }) => decidedOn === undefined || firstDay(decidedOn) <= day);

/** Decisions of the region's table, one act for each pair of those that are to do it and those it is for. */
export function actsOfUndertakings(undertakings: readonly Undertaking[]): readonly Act[] {
  return undertakings.flatMap(({ id, by, to, decidedOn, source }) =>
    by.flatMap((one) =>
      to
        .filter((other) => other !== one)
        .map((other) => ({
          id,
          by: one,
          to: other,
          kind: "undertaking",
          ...(decidedOn === undefined ? {} : { date: decidedOn }),
          source,
        })),
    ),
  );
}

export interface Reciprocity {
  readonly kind: string;
  readonly there: readonly Act[];
  readonly back: readonly Act[];
  /** 1: as many back as there; 0: all of one side. */
  readonly reciprocity: number;
  /** 1: all by the first; -1: all by the second. */
  readonly balance: number;
  /** Dated acts that an act of the same kind the other way follows within the days asked. One act answers at most one; what both did in one act answers nothing. */
  readonly answered: { readonly there: number; readonly back: number };
}

/** Who did what to whom between two parties, one entry for each kind that either did. Kinds of which nothing is known have none. */
export function reciprocity(
  acts: readonly Act[],
  parties: readonly [string, string],
  withinDays: number,
  from: readonly ResultInput[],
): Result<readonly Reciprocity[]> {
  const [a, b] = parties;
  const there = acts.filter(({ by, to }) => by === a && to === b);
  const back = acts.filter(({ by, to }) => by === b && to === a);
  const kinds = [...new Set([...there, ...back].map(({ kind }) => kind))].sort();
  const value = kinds.map((kind) => {
    const [first, second] = [there, back].map((side) => side.filter((act) => act.kind === kind));
    return reciprocityOf(kind, first!, second!, withinDays);
  });
  return result("alignment.reciprocity", value, from, [
    { reason: "between other parties", rows: acts.length - there.length - back.length },
    {
      reason: "no date: counted, but never as an answer",
      rows: [...there, ...back].filter(({ date }) => date === undefined).length,
    },
  ]);
}

function reciprocityOf(kind: string, there: readonly Act[], back: readonly Act[], withinDays: number): Reciprocity {
  const all = there.length + back.length;
  return {
    kind,
    there,
    back,
    reciprocity: (2 * Math.min(there.length, back.length)) / all,
    balance: (there.length - back.length) / all,
    answered: { there: answered(there, back, withinDays), back: answered(back, there, withinDays) },
  };
}

function answered(acts: readonly Act[], replies: readonly Act[], withinDays: number): number {
  const dated = (all: readonly Act[]) =>
    all
      .flatMap(({ id, date }) => (date === undefined ? [] : { id, date }))
      .sort((a, b) => firstDay(a.date) - firstDay(b.date));
  const free = dated(replies);
  return dated(acts).filter(({ id, date }) => {
    const at = free.findIndex(
      // What both decided at once is no answer to itself.
      (reply) =>
        reply.id !== id && firstDay(reply.date) >= lastDay(date) && lastDay(reply.date) <= firstDay(date) + withinDays,
    );
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  }).length;
}
