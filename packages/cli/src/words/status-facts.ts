import type { Role } from "@kelisim/accord/program";
import type { Explanation } from "@kelisim/duties";
import { type Dispute, firstDay, type MembershipFact, type StatusFact } from "@kelisim/model";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { confidenceWord, datedWords, type FactRow } from "./fact-words.ts";

/** Facts of many parties alike are not all printed; --json has every one. */
const SHOWN = 3;

type Stated = StatusFact | MembershipFact;

/** Who is bound by what act, who belonged where, and the questions on which the sources of that differ. */
export function statusFacts(found: Explanation, open: OpenRegion): readonly FactRow[] {
  const bound = [
    ...found.binding.filter((each) => each.role === "debtor"),
    ...found.binding.filter((each) => each.role === "creditor"),
  ];
  const said = new Set<string>();
  const all: FactRow[] = [];
  for (const each of bound.slice(0, SHOWN)) {
    // The instrument's own entry into force says nothing of a party that has rows of its own.
    const own = each.facts.filter((fact) => fact.party !== "*");
    const shown = inTime(own.length > 0 ? own : each.facts);
    const head = texts.bindingWords(open.names.actor(each.party), each.status);
    all.push([texts.factStatus, [head, ...partsOf(shown)].join("; "), sourcesWords(shown)]);
    all.push(...disputeRows(texts.factStatus, shown, open, said));
  }
  if (bound.length > SHOWN) all.push([texts.factStatus, texts.othersAlike(bound.length - SHOWN), ""]);
  all.push(...membershipFacts(found, open, said));
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
function membershipFacts(found: Explanation, open: OpenRegion, said: Set<string>): readonly FactRow[] {
  const organisations = organisationsIn(found);
  const parties = [found.line.debtor, found.line.creditor].flatMap((actor) => open.names.membersOf(actor));
  const all: FactRow[] = [];
  for (const organisation of organisations) {
    for (const party of [...new Set(parties)].slice(0, SHOWN)) {
      const facts = open.region.facts.filter(
        (fact): fact is MembershipFact =>
          fact.kind === "membership" && fact.organisation === organisation && fact.party === party,
      );
      if (facts.length === 0) continue;
      const head = texts.membershipOf(open.names.party(party), organisation);
      all.push([texts.factMembership, [head, ...partsOf(facts)].join("; "), sourcesWords(facts)]);
      all.push(...disputeRows(texts.factMembership, facts, open, said));
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
function partsOf(facts: readonly Stated[]): readonly string[] {
  const parts: string[] = [];
  const said = new Set<string>();
  for (const fact of facts) {
    if (fact.dispute === undefined) parts.push(wordsOf(fact));
    else if (!said.has(fact.dispute)) {
      said.add(fact.dispute);
      const answers = facts.filter((other) => other.dispute === fact.dispute).map(wordsOf);
      parts.push(texts.sourcesDifferHere([...new Set(answers)]));
    }
  }
  return parts;
}

function wordsOf(fact: Stated): string {
  if (fact.kind === "membership") return texts.membershipFact(fact.status, datedWords(fact.from), datedWords(fact.to));
  return texts.statusFact(fact.act, datedWords(fact.actDate), datedWords(fact.effectDate ?? fact.provisionalFrom));
}

/** What is disputed has its sources in a row of its own. */
function sourcesWords(facts: readonly Stated[]): string {
  const settled = facts.filter((fact) => fact.dispute === undefined);
  if (settled.length === 0) return "";
  const sources = settled.map((fact) => texts.sourceAndConfidence(fact.source, confidenceWord(fact.confidence)));
  return texts.sourcesOf([...new Set(sources)]);
}

/** One row a question: the question, and each answer with its source. A question already said is not said again. */
function disputeRows(label: string, facts: readonly Stated[], open: OpenRegion, said: Set<string>): FactRow[] {
  const rows: FactRow[] = [];
  for (const id of new Set(facts.flatMap((fact) => fact.dispute ?? []))) {
    if (said.has(id)) continue;
    said.add(id);
    const dispute = open.region.disputes.find((each) => each.id === id);
    const answers = new Map<string, string[]>();
    for (const fact of facts) {
      if (fact.dispute !== id) continue;
      answers.set(wordsOf(fact), [...(answers.get(wordsOf(fact)) ?? []), fact.source]);
    }
    const told = [...answers].map(([words, sources]) => texts.answerOf(words, [...new Set(sources)]));
    rows.push([label, texts.sourcesDiffer(dispute?.question ?? id, told), told.length > 1 ? "" : reasonOf(dispute)]);
  }
  return rows;
}

/** Where our tables hold one answer only, the reason says what stands against it. */
function reasonOf(dispute: Dispute | undefined): string {
  return dispute === undefined
    ? ""
    : `${dispute.reason} ${texts.sourceOf(dispute.source, confidenceWord(dispute.confidence))}`;
}

/** The questions on which facts of an explanation differ. */
export function disputesOf(found: Explanation, open: OpenRegion): readonly Dispute[] {
  const members = [found.line.debtor, found.line.creditor].flatMap((actor) => open.names.membersOf(actor));
  const organisations = organisationsIn(found);
  const ids = new Set([
    ...found.binding.flatMap((each) => each.facts.flatMap((fact) => fact.dispute ?? [])),
    ...open.region.facts.flatMap((fact) =>
      fact.kind === "membership" && organisations.includes(fact.organisation) && members.includes(fact.party)
        ? (fact.dispute ?? [])
        : [],
    ),
  ]);
  return open.region.disputes.filter(({ id }) => ids.has(id));
}
