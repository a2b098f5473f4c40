import type { Role } from "@kelisim/accord/program";
import type { Explanation } from "@kelisim/duties";
import { type Dispute, firstDay, type MembershipFact, type StatusFact } from "@kelisim/model";
import type { Setting } from "../setting.ts";
import type { Texts } from "../texts/index.ts";
import { datedWords } from "../time.ts";
import { type ExplainedFact, type FactSource, fact, sourceOf } from "./fact.ts";

/** Facts of many parties alike are not all printed; --json has every one. */
const SHOWN = 3;

type Stated = StatusFact | MembershipFact;

/** Who is bound by what act, who belonged where, and the questions on which the sources of that differ. */
export function statusFacts(found: Explanation, setting: Setting): readonly ExplainedFact[] {
  const bound = [
    ...found.binding.filter((each) => each.role === "debtor"),
    ...found.binding.filter((each) => each.role === "creditor"),
  ];
  const { say } = setting.names;
  const said = new Set<string>();
  const all: ExplainedFact[] = [];
  for (const each of bound.slice(0, SHOWN)) {
    // The instrument's own entry into force says nothing of a party that has rows of its own.
    const own = each.facts.filter((fact) => fact.party !== "*");
    const shown = inTime(own.length > 0 ? own : each.facts);
    const head = say.bindingWords(setting.names.actor(each.party), say.bindingStatus[each.status]);
    all.push(fact("status", [head, ...partsOf(shown, say)].join("; "), say, sourcesOf(shown)));
    all.push(...disputeFacts("status", shown, setting, said));
  }
  if (bound.length > SHOWN) all.push(fact("status", say.othersAlike(bound.length - SHOWN), say));
  all.push(...membershipFacts(found, setting, said));
  return all;
}

/** As they happened; what has no date comes last. */
function inTime(facts: readonly StatusFact[]): readonly StatusFact[] {
  const day = ({ actDate, effectDate, provisionalFrom }: StatusFact) => {
    const date = actDate ?? effectDate ?? provisionalFrom;
    return date === undefined ? Number.POSITIVE_INFINITY : firstDay(date);
  };
  return [...facts].sort((a, b) => (day(a) === day(b) ? 0 : day(a) - day(b)));
}

/** Membership of the parties in the organisations that the clause names. */
function membershipFacts(found: Explanation, setting: Setting, said: Set<string>): readonly ExplainedFact[] {
  const organisations = organisationsIn(found);
  const parties = [found.line.debtor, found.line.creditor].flatMap((actor) => setting.names.membersOf(actor));
  const { say } = setting.names;
  const all: ExplainedFact[] = [];
  for (const organisation of organisations) {
    for (const party of [...new Set(parties)].slice(0, SHOWN)) {
      const facts = setting.region.facts.filter(
        (fact): fact is MembershipFact =>
          fact.kind === "membership" && fact.organisation === organisation && fact.party === party,
      );
      if (facts.length === 0) continue;
      const head = say.membershipOf(setting.names.party(party), setting.names.organisation(organisation));
      all.push(fact("membership", [head, ...partsOf(facts, say)].join("; "), say, sourcesOf(facts)));
      all.push(...disputeFacts("membership", facts, setting, said));
    }
  }
  return all;
}

/** Ids of the organisations of whose members the clause speaks. */
function organisationsIn({ clause }: Explanation): readonly string[] {
  const found = new Set<string>();
  const inRole = (role: Role): void => {
    if (role.kind === "members") found.add(role.organisation);
    else if (role.kind === "all of") role.roles.forEach(inRole);
    else if (role.kind === "except") [role.role, role.minus].forEach(inRole);
  };
  if (clause.kind !== "limit") [clause.debtor, clause.creditor].forEach(inRole);
  // A condition may ask for membership at any depth.
  JSON.stringify(clause, (_, value) => {
    if (value?.kind === "member" && typeof value.organisation === "string") found.add(value.organisation);
    return value;
  });
  return [...found].sort();
}

/** Each fact in words; facts that answer the same question differently stand together: "... or ..., sources differ". */
function partsOf(facts: readonly Stated[], say: Texts): readonly string[] {
  const parts: string[] = [];
  const said = new Set<string>();
  for (const fact of facts) {
    if (fact.dispute === undefined) parts.push(wordsOf(fact, say));
    else if (!said.has(fact.dispute)) {
      said.add(fact.dispute);
      const answers = facts.filter((other) => other.dispute === fact.dispute).map((other) => wordsOf(other, say));
      parts.push(say.sourcesDifferHere([...new Set(answers)]));
    }
  }
  return parts;
}

function wordsOf(fact: Stated, say: Texts): string {
  if (fact.kind === "membership")
    return say.membershipFact(
      say.memberships[fact.status] ?? fact.status,
      datedWords(fact.from, say),
      datedWords(fact.to, say),
    );
  return statusFactWords(fact, say);
}

/** An act by which a party is (not) bound: "ratification 15 Dec 1996, in effect from 1 Jan 1997". */
export function statusFactWords(fact: StatusFact, say: Texts): string {
  return say.statusFact(
    fact.act,
    datedWords(fact.actDate, say),
    datedWords(fact.effectDate ?? fact.provisionalFrom, say),
  );
}

/** What is disputed has its sources in a fact of its own. */
function sourcesOf(facts: readonly Stated[]): readonly FactSource[] {
  const settled = facts.filter((fact) => fact.dispute === undefined).map(sourceOf);
  return settled.filter(
    (one, index) =>
      settled.findIndex((other) => other.source === one.source && other.confidence === one.confidence) === index,
  );
}

/** One fact a question: the question, and each answer with its source. A question already said is not said again. */
function disputeFacts(
  topic: "status" | "membership",
  facts: readonly Stated[],
  setting: Setting,
  said: Set<string>,
): ExplainedFact[] {
  const { say } = setting.names;
  const found: ExplainedFact[] = [];
  for (const id of new Set(facts.flatMap((fact) => fact.dispute ?? []))) {
    if (said.has(id)) continue;
    said.add(id);
    const dispute = setting.region.disputes.find((each) => each.id === id);
    const answers = new Map<string, string[]>();
    for (const fact of facts) {
      if (fact.dispute !== id) continue;
      const words = wordsOf(fact, say);
      answers.set(words, [...(answers.get(words) ?? []), fact.source]);
    }
    const told = [...answers].map(([words, sources]) => say.answerOf(words, [...new Set(sources)]));
    const differ = fact(
      topic,
      say.sourcesDiffer(dispute === undefined ? id : setting.names.question(dispute), told),
      say,
    );
    // Where our tables hold one answer only, the reason says what stands against it.
    if (told.length > 1 || dispute === undefined) found.push(differ);
    else found.push({ ...differ, remark: setting.names.reason(dispute), sources: [sourceOf(dispute)] });
  }
  return found;
}

/** The questions on which facts of an explanation differ. */
export function disputesOf(found: Explanation, setting: Setting): readonly Dispute[] {
  const members = [found.line.debtor, found.line.creditor].flatMap((actor) => setting.names.membersOf(actor));
  const organisations = organisationsIn(found);
  const ids = new Set([
    ...found.binding.flatMap((each) => each.facts.flatMap((fact) => fact.dispute ?? [])),
    ...setting.region.facts.flatMap((fact) =>
      fact.kind === "membership" && organisations.includes(fact.organisation) && members.includes(fact.party)
        ? (fact.dispute ?? [])
        : [],
    ),
  ]);
  const { names } = setting;
  return setting.region.disputes.flatMap((dispute) =>
    ids.has(dispute.id) ? [{ ...dispute, question: names.question(dispute), reason: names.reason(dispute) }] : [],
  );
}
