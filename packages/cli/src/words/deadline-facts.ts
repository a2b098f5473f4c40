import type { Condition, GuardedDeadline, Term } from "@kelisim/accord/program";
import { HEADER_ATTRIBUTES } from "@kelisim/accord/program";
import type { Explanation } from "@kelisim/duties";
import type { Row } from "../board/row.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { conditionWords, nameOfTerm } from "./condition.ts";
import { deadlineWords } from "./deadline.ts";
import { type FactRow, momentWords, sourceOfFact } from "./fact-words.ts";
import { dayWords, isoDay } from "./time.ts";
import { valueWords } from "./value.ts";

/** How the deadline came about: which of the clause's rules applied, its arithmetic, readings, time added. */
export function deadlineFacts(found: Explanation, row: Row, open: OpenRegion): readonly FactRow[] {
  return [...guardFacts(found, open), ...arithmeticFacts(found, row)];
}

function arithmeticFacts(found: Explanation, row: Row): readonly FactRow[] {
  const { deadline, line } = found;
  if (deadline === undefined) return [];
  const { timeZone } = deadline;
  const all: FactRow[] = [];
  if (deadline.result === null)
    all.push([texts.factArithmetic, texts.noDate(deadline.missing ?? deadlineWords(deadline.rule)), ""]);
  else {
    const base = deadline.base;
    const value =
      base === undefined
        ? ""
        : base.day !== undefined
          ? isoDay(base.day)
          : base.instant !== undefined
            ? momentWords(base.instant, timeZone)
            : (base.text ?? "");
    const result =
      line.deadlineIsDay && row.day !== undefined ? dayWords(row.day) : momentWords(deadline.result, timeZone);
    const named = base === undefined || value === "" ? "" : texts.baseIs(base.name, value);
    all.push([texts.factArithmetic, texts.arithmetic(deadlineWords(deadline.rule), named, result), ""]);
  }
  if (deadline.suspendedMs > 0)
    all.push([texts.factArithmetic, texts.suspendedAdded(texts.lateBy(deadline.suspendedMs)), ""]);
  if (deadline.plannableFrom !== undefined)
    all.push([texts.factArithmetic, texts.plannableFrom(momentWords(deadline.plannableFrom, timeZone)), ""]);
  if (line.notBefore !== undefined)
    all.push([texts.factArithmetic, texts.countsFrom(momentWords(line.notBefore, timeZone)), ""]);
  if (deadline.reading !== undefined) {
    const { reading } = deadline;
    const term = deadline.rule.kind === "vague" ? deadline.rule.term : "";
    all.push([
      texts.factReading,
      texts.readingFact(term, `${reading.value} ${texts.unit(reading.unit, reading.value)}`, reading.by),
      sourceOfFact(reading),
    ]);
  }
  all.push([texts.factArithmetic, texts.arithmeticZone(timeZone, deadline.timeZoneData, deadline.monthEnd), ""]);
  return all;
}

/**
 * Where a clause has several deadlines with conditions: which of them applied, and why those before it did not. The
 * engine takes the first whose condition holds, and none where one on the way cannot be decided.
 */
function guardFacts(found: Explanation, open: OpenRegion): readonly FactRow[] {
  const { clause, line } = found;
  if ((clause.kind !== "duty" && clause.kind !== "right") || line.state === "not applicable") return [];
  if (clause.deadlines.every(({ when }) => when === undefined)) return [];
  const rule = found.deadline === undefined ? undefined : JSON.stringify(found.deadline.rule);
  const chosen = clause.deadlines.findIndex(({ deadline }) => JSON.stringify(deadline) === rule);
  const words = (each: GuardedDeadline) => {
    const guard = conditionWords(each.when, open.names);
    return guard === "" ? deadlineWords(each.deadline) : texts.guarded(deadlineWords(each.deadline), guard);
  };
  const given = (each: GuardedDeadline) => givenWords(each.when, found, open);
  if (chosen < 0) {
    const all = clause.deadlines.map((each) => texts.guardUndecided(words(each), given(each)));
    return all.map((text) => [texts.factRule, text, ""] as const);
  }
  const before = clause.deadlines.slice(0, chosen);
  const after = clause.deadlines.slice(chosen + 1);
  const applied = clause.deadlines[chosen]!;
  return [
    ...before.map((each) => [texts.factRule, texts.guardDenied(words(each), given(each)), ""] as const),
    [texts.factRule, texts.guardApplied(words(applied), given(applied), before.length > 0), ""],
    ...after.map((each) => [texts.factRule, texts.guardNotAsked(words(each)), ""] as const),
  ];
}

/** The values, in the record that gave rise to the line, of what a condition asks about: "urgent: no". */
function givenWords(condition: Condition | undefined, found: Explanation, open: OpenRegion): string {
  const record = found.trigger.at(-1);
  if (condition === undefined || record === undefined) return "";
  const kind = open.program.vocabulary.findLast((each) => each.name === record.kind);
  const said = new Map<string, string>();
  for (const term of attributesIn(condition)) {
    const isHeader = Object.hasOwn(HEADER_ATTRIBUTES, term.name);
    if (isHeader) continue;
    const type = kind?.attributes.find((attribute) => attribute.name === term.name)?.type;
    const value = valueWords(record.content[term.name], type, open.names, found.instrument.timeZone);
    const name = nameOfTerm(term);
    said.set(name, value === "" ? texts.valueNotGiven(name) : texts.valueIs(name, value));
  }
  return texts.list([...said.values()]);
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
