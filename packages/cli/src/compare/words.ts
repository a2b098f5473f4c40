import type { Clause, Literal } from "@kelisim/accord/program";
import type { Cause, Doubt, PartyStanding, World } from "@kelisim/compare";
import { isGeneralKnowledge, standingOf } from "@kelisim/compare";
import { type Dated, dayOf, firstDay, formatDated, type StatusFact } from "@kelisim/model";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { citation } from "../words/clause-index.ts";
import { camelWords, conditionWords } from "../words/condition.ts";
import type { Names } from "../words/names.ts";
import { clockOf, dayWords } from "../words/time.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;

/** Title, day, and what the answer rests on. */
export function drawTop(paper: Paper, title: string, { open, standpoint }: Comparison): void {
  const clock = clockOf(standpoint.asOf, standpoint.timeZone);
  const when = t.on(
    dayWords(clock.day, false),
    standpoint.asOfIsDay ? texts.endOfDay(clock.zone) : `${clock.time} ${clock.zone}`,
  );
  const { region } = open;
  paper.gap();
  if (region.fictional || region.training) {
    paper.ends(title, texts.training(region.name), "bold", "reverse");
    paper.text(when, { style: "dim" });
  } else paper.ends(title, when, "bold", "dim");
  paper.text(t.ground(region.name), { style: "dim" });
}

/** "exact", or why a "both are possible" is not certain. */
export function exactness(doubts: readonly (Doubt | { readonly kind: "planned" })[]): string {
  return doubts.length === 0 ? t.exact : t.notExact(doubts.map(t.doubt));
}

export function causeWords(cause: Cause): string {
  return cause.kind === "record" ? camelWords(cause.record) : t.every(cause.count, cause.unit);
}

/** "Notify a large exercise (SH1996-04a; 5 ?)" */
export function clauseTitle(clause: Clause): string {
  return t.clauseOf(clause.id, clause.title, citation(clause), clause.articleAssumed !== undefined);
}

/** What is asked and denied in an example, each once, in words. */
export function exampleWords(example: readonly Literal[], names: Names): readonly string[] {
  const words = example.flatMap(({ condition, denied }) => {
    if (condition.kind === "in zone") return [t.placeInZone(condition.zone, denied)];
    if (condition.kind === "given" && !denied) return [];
    const text = conditionWords(denied ? { kind: "not", condition } : condition, names);
    return text === "" ? [] : [text];
  });
  return [...new Set(words)];
}

export function datedWords(date: Dated | undefined): string {
  return date === undefined ? "" : typeof date === "number" ? dayWords(date, false) : formatDated(date);
}

/** The row that says most about how a party stands now: its latest act that is no signature, else the signature. */
function decidingFact({ party, facts }: PartyStanding, world: World): StatusFact | undefined {
  const today = dayOf(world.on, "UTC");
  const since = ({ effectDate, provisionalFrom, actDate }: StatusFact) => {
    const date = effectDate ?? provisionalFrom ?? actDate;
    return date === undefined ? Number.NEGATIVE_INFINITY : firstDay(date);
  };
  const own = facts.filter((fact) => fact.party === party).sort((a, b) => since(a) - since(b));
  const acts = own.filter(({ act }) => act !== "signature");
  return acts.findLast((fact) => since(fact) <= today) ?? acts.at(-1) ?? own.at(-1);
}

/** "KAZ KGZ accession, in effect 29 Apr 1997, high": parties that stand alike are named together. */
export function standingsWords(standings: readonly PartyStanding[], world: World): string {
  const alike = new Map<string, string[]>();
  for (const standing of standings) {
    const words = standingWords(standing, world);
    alike.set(words, [...(alike.get(words) ?? []), standing.party]);
  }
  return [...alike].map(([words, parties]) => t.standing(parties.join("\u00a0"), words)).join("; ");
}

function standingWords(standing: PartyStanding, world: World): string {
  const fact = decidingFact(standing, world);
  const parts: string[] = standing.state === "bound" ? [] : [t.state[standing.state]];
  if (fact !== undefined) {
    parts.push(t.since(fact.act, datedWords(fact.effectDate ?? fact.provisionalFrom), datedWords(fact.actDate)));
    const confidence = texts.confidence[fact.confidence];
    parts.push(isGeneralKnowledge(world, fact.source) ? texts.unsure(confidence) : confidence);
  }
  if (standing.provisional) parts.push(t.provisional);
  parts.push(...standing.doubts.map((doubt) => t.standingDoubt[doubt]));
  return parts.join(", ");
}

/** Every row of a party about an instrument, with its source; `ofAll`: also those about the instrument as a whole. */
export function drawStandingFacts(paper: Paper, standing: PartyStanding, indent: number, ofAll = true): void {
  for (const fact of standing.facts) {
    if (fact.party === "*" && !ofAll) continue;
    const who = fact.party === "*" ? "*" : standing.party;
    const what = texts.statusFact(
      fact.act,
      datedWords(fact.actDate),
      datedWords(fact.effectDate ?? fact.provisionalFrom),
    );
    paper.text(`${who}: ${what}. ${t.sourceOf(fact.source, texts.confidence[fact.confidence])}`, {
      indent,
      hang: 2,
      style: "dim",
    });
    if (fact.note !== undefined) paper.text(fact.note, { indent: indent + 2, style: "dim" });
  }
}

/** Parties whose rows are printed under a line; --json of `between` has those of every one. */
const PARTIES_SHOWN = 4;

/** By which row each of a line's parties is bound by each of its instruments, with the row's source. */
export function drawBindings(
  paper: Paper,
  instruments: readonly string[],
  parties: readonly string[],
  world: World,
  indent: number,
): void {
  for (const instrument of instruments) {
    for (const party of parties.slice(0, PARTIES_SHOWN)) {
      const standing = standingOf(world, instrument, party);
      const fact = decidingFact(standing, world);
      const source = fact === undefined ? "" : `. ${texts.sourcesOf([fact.source])}`;
      paper.text(`${instrument}, ${party}: ${standingWords(standing, world)}${source}`, {
        indent,
        hang: 2,
        style: "dim",
      });
    }
  }
  if (parties.length > PARTIES_SHOWN)
    paper.text(texts.othersAlike(parties.length - PARTIES_SHOWN), { indent, style: "dim" });
}
