import type { Instant, Kind } from "@kelisim/model";
import type { CompileContext } from "../lower/world.ts";
import type { Instrument, Program, Term } from "../program/index.ts";
import { causeOf } from "./causes.ts";
import { bracketOf, openingOf } from "./moments.ts";
import { momentOfAct, perform } from "./performance.ts";
import { gap, type Stage } from "./stage.ts";
import type { ActClause, Witness, WitnessGap } from "./witness.ts";

/** 2 March 2026, 08:00 UTC: no clock changes near it. */
const MOMENT: Instant = 1_772_438_400_000;

/** Makes witnesses for all duties and rights with a deadline that can be computed, or for one of them. */
export function makeWitnesses(
  program: Program,
  context: CompileContext,
  only?: string,
): readonly (Witness | WitnessGap)[] {
  const kinds = new Map<string, Kind>();
  for (const kind of program.vocabulary) {
    if ((kinds.get(kind.name)?.version ?? 0) < kind.version) kinds.set(kind.name, kind);
  }
  const parties = new Map(context.parties.map((party) => [party.id, party]));
  const clauses = new Map<string, { instrument: Instrument; clause: ActClause }>();
  for (const instrument of program.instruments) {
    for (const clause of instrument.clauses) {
      if (clause.kind === "duty" || clause.kind === "right") clauses.set(clause.id, { instrument, clause });
    }
  }
  const newStage = (instrument: Instrument, moment: Instant): Stage => {
    const candidates = context.boundParties?.(instrument.id) ?? context.parties.map((party) => party.id);
    return {
      program,
      context,
      instrument,
      kinds,
      parties,
      bound: candidates.filter((id) => parties.get(id)?.kind === "state"),
      moment,
      variables: new Map(),
      records: [],
      zones: new Map(),
      ids: { next: 1 },
      gap: { reason: undefined },
      period: undefined,
      boundSince: undefined,
    };
  };

  const witness = (id: string, index: number, depth: number): Witness | WitnessGap => {
    const { instrument, clause } = clauses.get(id)!;
    const stage = newStage(instrument, context.witnessFrom ?? MOMENT);
    const made = makeOne(stage, clause, index, (missed) => {
      if (depth > 10 || !clauses.has(missed)) return undefined;
      const known = clauses.get(missed)!.clause.deadlines;
      const first = known.findIndex(({ deadline }) => hasDate(deadline));
      const found = first < 0 ? undefined : witness(missed, first, depth + 1);
      return found && "performance" in found ? found : undefined;
    });
    return made ?? { clause: id, reason: stage.gap.reason ?? "no records could be made up" };
  };

  const asked = [...clauses.values()].filter(({ clause }) => only === undefined || clause.id === only);
  return asked.flatMap(({ clause }) =>
    clause.deadlines.flatMap(({ deadline }, index) => (hasDate(deadline) ? [witness(clause.id, index, 0)] : [])),
  );
}

function hasDate(deadline: ActClause["deadlines"][number]["deadline"]): boolean {
  return deadline.kind !== "none" && (deadline.kind !== "vague" || deadline.reading !== undefined);
}

function makeOne(
  stage: Stage,
  clause: ActClause,
  index: number,
  missedBy: (clause: string) => Witness | undefined,
): Witness | undefined {
  const cause = causeOf(stage, clause, index, missedBy);
  if (!cause) return undefined;
  const world = cause.stage;
  const kinds = kindsOf(world, clause);
  const { deadline } = clause.deadlines[index]!;
  const bracket = bracketOf(world, deadline, (term) => isDateTerm(term, kinds));
  if (!bracket) return gap(stage, "the deadline has no date for these records");
  const opens = clause.notBefore && openingOf(world, clause.notBefore, (term) => isDateTerm(term, kinds));
  const occurred = momentOfAct(world, clause, Math.max(cause.moment, opens ?? cause.moment), bracket);
  if (occurred === undefined) return undefined;
  const performance = perform(world, clause, cause, occurred);
  if (!performance) {
    stage.gap.reason ??= world.gap.reason;
    return undefined;
  }
  return {
    clause: clause.id,
    deadlineIndex: index,
    records: world.records.filter((record) => record !== performance),
    performance,
    metAt: bracket.from,
    unperformedAt: bracket.to + 1,
    debtor: cause.debtor.id,
    creditor: cause.creditor.id,
    ...(bracket.from === bracket.to ? { deadline: bracket.from } : {}),
    ...(world.period && clause.trigger.kind === "calendar" ? { period: world.period.label(0) } : {}),
  };
}

function kindsOf(stage: Stage, clause: ActClause): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [variable, record] of stage.variables) {
    const kind = stage.kinds.get(record.kind);
    if (kind) kinds.set(variable, kind);
  }
  const act = stage.kinds.get(clause.act.record);
  return act ? kinds.set(clause.act.variable, act) : kinds;
}

function isDateTerm(term: Term, kinds: ReadonlyMap<string, Kind>): boolean {
  if (term.kind === "period start" || term.kind === "period end" || term.kind === "bound since") return true;
  if (term.kind !== "attribute") return false;
  return kinds.get(term.variable)?.attributes.some((a) => a.name === term.name && a.type.type === "date") ?? false;
}
