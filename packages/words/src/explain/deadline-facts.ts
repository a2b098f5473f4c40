import type { Condition, GuardedDeadline, Term } from "@kelisim/accord/program";
import { HEADER_ATTRIBUTES } from "@kelisim/accord/program";
import type { Explanation } from "@kelisim/duties";
import type { Row } from "../board/row.ts";
import { conditionWords } from "../condition.ts";
import { deadlineWords } from "../deadline.ts";
import type { Setting } from "../setting.ts";
import { dayWords, isoDay, momentWords } from "../time.ts";
import { valueWords } from "../value.ts";
import { type ExplainedFact, fact, sourceOf } from "./fact.ts";

/** How the deadline came about: which of the clause's rules applied, its arithmetic, readings, time added. */
export function deadlineFacts(found: Explanation, row: Row, setting: Setting): readonly ExplainedFact[] {
  return [...guardFacts(found, setting), ...arithmeticFacts(found, row, setting)];
}

function arithmeticFacts(found: Explanation, row: Row, { names }: Setting): readonly ExplainedFact[] {
  const { say } = names;
  const { deadline, line } = found;
  if (deadline === undefined) return [];
  const { timeZone } = deadline;
  const all: ExplainedFact[] = [];
  if (deadline.result === null)
    all.push(
      fact(
        "arithmetic",
        say.noDate(
          deadline.missing !== undefined ? names.engine(deadline.missing) : deadlineWords(deadline.rule, names),
        ),
        say,
      ),
    );
  else {
    const base = deadline.base;
    const value =
      base === undefined
        ? ""
        : base.day !== undefined
          ? isoDay(base.day)
          : base.instant !== undefined
            ? momentWords(base.instant, timeZone, say)
            : (base.text ?? "");
    const result =
      line.deadlineIsDay && row.day !== undefined
        ? dayWords(row.day, say)
        : momentWords(deadline.result, timeZone, say);
    const named = base === undefined || value === "" ? "" : say.baseIs(names.baseName(base.name), value);
    all.push(fact("arithmetic", say.arithmetic(deadlineWords(deadline.rule, names), named, result), say));
  }
  if (deadline.suspendedMs > 0) all.push(fact("arithmetic", say.suspendedAdded(say.lateBy(deadline.suspendedMs)), say));
  if (deadline.plannableFrom !== undefined)
    all.push(fact("arithmetic", say.plannableFrom(momentWords(deadline.plannableFrom, timeZone, say)), say));
  if (line.notBefore !== undefined)
    all.push(fact("arithmetic", say.countsFrom(momentWords(line.notBefore, timeZone, say)), say));
  if (deadline.reading !== undefined) {
    const { reading } = deadline;
    const term = deadline.rule.kind === "vague" ? deadline.rule.term : "";
    const words = say.readingFact(term, `${reading.value} ${say.unit(reading.unit, reading.value)}`, reading.by);
    all.push(fact("reading", words, say, [sourceOf(reading)]));
  }
  all.push(fact("arithmetic", say.arithmeticZone(timeZone, deadline.timeZoneData, deadline.monthEnd), say));
  return all;
}

/**
 * Where a clause has several deadlines with conditions: which of them applied, and why those before it did not. The
 * engine takes the first whose condition holds, and none where one on the way cannot be decided.
 */
function guardFacts(found: Explanation, setting: Setting): readonly ExplainedFact[] {
  const { say } = setting.names;
  const { clause, line } = found;
  if ((clause.kind !== "duty" && clause.kind !== "right") || line.state === "not applicable") return [];
  if (clause.deadlines.every(({ when }) => when === undefined)) return [];
  const rule = found.deadline === undefined ? undefined : JSON.stringify(found.deadline.rule);
  const chosen = clause.deadlines.findIndex(({ deadline }) => JSON.stringify(deadline) === rule);
  const words = (each: GuardedDeadline) => {
    const guard = conditionWords(each.when, setting.names);
    return guard === ""
      ? deadlineWords(each.deadline, setting.names)
      : say.guarded(deadlineWords(each.deadline, setting.names), guard);
  };
  const given = (each: GuardedDeadline) => givenWords(each.when, found, setting);
  if (chosen < 0) {
    const all = clause.deadlines.map((each) => say.guardUndecided(words(each), given(each)));
    return all.map((text) => fact("rule", text, say));
  }
  const before = clause.deadlines.slice(0, chosen);
  const after = clause.deadlines.slice(chosen + 1);
  const applied = clause.deadlines[chosen]!;
  return [
    ...before.map((each) => fact("rule", say.guardDenied(words(each), given(each)), say)),
    fact("rule", say.guardApplied(words(applied), given(applied), before.length > 0), say),
    ...after.map((each) => fact("rule", say.guardNotAsked(words(each)), say)),
  ];
}

/** The values, in the record that gave rise to the line, of what a condition asks about: "urgent: no". */
function givenWords(condition: Condition | undefined, found: Explanation, setting: Setting): string {
  const { say } = setting.names;
  const record = found.trigger.at(-1);
  if (condition === undefined || record === undefined) return "";
  const kind = setting.program.vocabulary.findLast((each) => each.name === record.kind);
  const said = new Map<string, string>();
  for (const term of attributesIn(condition)) {
    const isHeader = Object.hasOwn(HEADER_ATTRIBUTES, term.name);
    if (isHeader) continue;
    const type = kind?.attributes.find((attribute) => attribute.name === term.name)?.type;
    const value = valueWords(record.content[term.name], type, setting.names, found.instrument.timeZone, term.name);
    const name = setting.names.attribute(term.name, record.kind);
    said.set(name, value === "" ? say.valueNotGiven(name) : say.valueIs(name, value));
  }
  return say.list([...said.values()]);
}

/** Attributes of the triggering record that a condition reads; those of counted records are not its own. */
function attributesIn(condition: Condition): readonly Extract<Term, { kind: "attribute" }>[] {
  const found: Extract<Term, { kind: "attribute" }>[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as { readonly kind?: unknown };
    if (node.kind === "window") return;
    if (node.kind === "attribute") found.push(value as Extract<Term, { kind: "attribute" }>);
    else for (const inner of Object.values(value)) walk(inner);
  };
  walk(condition);
  return found;
}
