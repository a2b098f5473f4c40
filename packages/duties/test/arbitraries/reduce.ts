import type { Clause, Program } from "@kelisim/accord/program";
import type { Scenario } from "./scenario.ts";

/**
 * The smallest scenario that still fails, by leaving out one thing after another: questions, programs, clauses, facts,
 * records, parts of conditions, optional fields. fast-check shrinks how a scenario was made; this shrinks what it is.
 */
export function reduced(scenario: Scenario, fails: (smaller: Scenario) => boolean): Scenario {
  let best = scenario;
  for (let changed = true; changed; ) {
    changed = false;
    for (const smaller of smallerThan(best)) {
      if (!isSound(smaller) || !fails(smaller)) continue;
      best = smaller;
      changed = true;
      break;
    }
  }
  return best;
}

const without = <T>(items: readonly T[]): T[][] =>
  items.map((_, place) => items.filter((_item, other) => other !== place));

function* smallerThan(scenario: Scenario): Generator<Scenario> {
  const { input, questions } = scenario;
  const of = (change: Partial<Scenario["input"]>): Scenario => ({ ...scenario, input: { ...input, ...change } });
  if (questions.length > 1) for (const question of questions) yield { ...scenario, questions: [question] };
  for (const programs of without(input.programs)) if (programs.length > 0) yield of({ programs });
  for (const programs of fewerClauses(input.programs)) yield of({ programs });
  for (const records of without(input.records)) yield of({ records });
  for (const facts of without(input.facts)) yield of({ facts });
  if ((input.us ?? []).length > 0) yield of({ us: [] });
  for (const records of simpler(input.records)) yield of({ records });
  for (const facts of simpler(input.facts)) yield of({ facts });
  for (const programs of simplerClauses(input.programs)) yield of({ programs });
}

const eachInstrument = (
  programs: readonly Program[],
  change: (clauses: readonly Clause[]) => Clause[][],
): Program[][] =>
  programs.flatMap((program, at) =>
    program.instruments.flatMap((instrument, place) =>
      change(instrument.clauses).map((clauses) =>
        programs.with(at, { ...program, instruments: program.instruments.with(place, { ...instrument, clauses }) }),
      ),
    ),
  );
const fewerClauses = (programs: readonly Program[]) => eachInstrument(programs, without);
const simplerClauses = (programs: readonly Program[]) => eachInstrument(programs, simpler);

/** One optional field, list entry or branch of a condition less, anywhere inside. */
function simpler<T extends object>(items: readonly T[]): T[][] {
  return items.flatMap((item, place) => variants(item).map((each) => items.with(place, each as T)));
}

function variants(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null || value.constructor !== Object) {
    if (!Array.isArray(value)) return [];
    const shorter = value.length > 1 ? without(value) : [];
    return [...shorter, ...value.flatMap((each, place) => variants(each).map((inner) => value.with(place, inner)))];
  }
  const fields = Object.entries(value);
  const fewer = fields
    .filter(([name]) => OPTIONAL.includes(name))
    .map(([name]) => Object.fromEntries(fields.filter(([other]) => other !== name)));
  const content = fields.flatMap(([name, inner]) =>
    name === "content"
      ? without(Object.entries(inner as object)).map((rest) => ({ ...value, content: Object.fromEntries(rest) }))
      : [],
  );
  const inner = fields.flatMap(([name, each]) => variants(each).map((smaller) => ({ ...value, [name]: smaller })));
  return [...fewer, ...content, ...branches(value), ...inner];
}

/** The parts of a condition in its place. */
function branches(value: object): unknown[] {
  if ("kind" in value && value.kind === "and" && "all" in value) return value.all as unknown[];
  if ("kind" in value && value.kind === "or" && "any" in value) return value.any as unknown[];
  return "kind" in value && value.kind === "not" && "condition" in value ? [value.condition] : [];
}

const OPTIONAL = [
  "where",
  "when",
  "silence",
  "total",
  "time",
  "excess",
  "under",
  "channel",
  "received",
  "corrects",
  "withdraws",
  "reading",
  "clauses",
  "actDate",
  "provisionalFrom",
  "effectDate",
  "about",
  "subject",
  "period",
];

/** Clauses may refer only to clauses that are there, and facts keep what they need. */
function isSound({ input }: Scenario): boolean {
  const clauses = input.programs.flatMap(({ instruments }) => instruments.flatMap((each) => each.clauses));
  const ids = clauses.map((clause) => clause.id);
  const isComplete = clauses.every((clause) => {
    if (!clause.subjectTo.every((id) => ids.includes(id))) return false;
    if (clause.kind !== "duty" && clause.kind !== "right") return true;
    return clause.trigger.kind !== "miss" || ids.includes(clause.trigger.clause);
  });
  const isWhole = input.records.every((record) => (record.kind === "withdrawal") === (record.withdraws !== undefined));
  const hasClauses = input.facts.every((fact) => fact.kind !== "reservation" || Array.isArray(fact.clauses));
  const noTriggerUnder = clauses.every(
    (clause) => !("trigger" in clause) || clause.trigger.kind !== "record" || typeof clause.trigger.under === "boolean",
  );
  return isComplete && isWhole && hasClauses && noTriggerUnder && clauses.length > 0;
}
