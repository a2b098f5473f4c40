import type { BetweenAnswer, CommonOrganisation, InstrumentBetween } from "@kelisim/compare";
import { datedWords, organisationWords, owedWords, standingsWords } from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { drawStandingFacts, drawTop } from "./draw-parts.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;
const FORMS: readonly InstrumentBetween["form"][] = ["treaty", "politically binding", "voluntary", undefined];
const GROUPS: readonly InstrumentBetween["group"][] = ["binds", "may bind", "suspended", "would bind", "no longer"];

/** Instruments by form and how they stand, each with its facts; then the organisations in common. */
export function drawBetween(paper: Paper, answer: BetweenAnswer, comparison: Comparison, why: boolean): void {
  const { names } = comparison.open;
  const [first, second] = answer.pair;
  drawTop(paper, t.betweenTitle(names.party(first), names.party(second)), comparison);
  if (answer.instruments.length === 0) paper.gap().text(t.nothingBetween);
  for (const form of FORMS) {
    for (const group of GROUPS) {
      const those = answer.instruments.filter((each) => each.form === form && each.group === group);
      if (those.length === 0) continue;
      paper.gap().text(t.group(form, group, those.length), { style: "bold" });
      for (const each of those) drawInstrument(paper, each, answer, comparison, why);
    }
  }
  drawOrganisations(paper, answer, comparison, why);
  paper.gap().text(t.unsure.trim(), { style: "dim" });
  if (!why) paper.text(t.why, { style: "dim" });
  paper.gap();
}

function drawInstrument(
  paper: Paper,
  each: InstrumentBetween,
  { pair }: BetweenAnswer,
  { open, world }: Comparison,
  why: boolean,
): void {
  const instrument = open.clauses.instruments.get(each.instrument);
  const title = instrument === undefined ? each.instrument : `${each.instrument}  ${instrument.title}`;
  paper.text(each.group === "binds" ? title : texts.unsure(title), { indent: 2, hang: 4 });
  const below = { indent: 6, hang: 2, style: "dim" } as const;
  paper.text(standingsWords(each.parties, world, texts), below);
  if (each.sameSide) paper.text(t.sameSide(each.sides[0] ?? ""), { indent: 6, hang: 2 });
  else if (each.sides[0] !== undefined && each.sides[1] !== undefined)
    paper.text(t.sides(pair[0], each.sides[0], pair[1], each.sides[1]), below);
  if (instrument !== undefined && each.group !== "no longer")
    paper.text(owedWords(each, pair, texts), { indent: 6, hang: 2 });
  for (const { fact, clauses } of each.reservations)
    paper.text(t.reservation(open.names.party(fact.party), fact.effect, clauses), { indent: 6, hang: 2 });
  for (const standing of each.parties)
    if (standing.suspendedClauses.length > 0)
      paper.text(t.suspendedClauses(standing.party, standing.suspendedClauses), { indent: 6, hang: 2 });
  if (!why) return;
  each.parties.forEach((standing, index) => {
    drawStandingFacts(paper, standing, 8, index === 1);
  });
  for (const { fact } of each.reservations)
    paper.text(t.sourceOf(fact.source, texts.confidence[fact.confidence]), { indent: 8, style: "dim" });
  for (const remark of each.remarks)
    paper.text(
      `${t.remark(remark.kind, remark.effect)}. ${t.sourceOf(remark.source, texts.confidence[remark.confidence])}`,
      { indent: 8, hang: 2, style: "dim" },
    );
}

function drawOrganisations(paper: Paper, answer: BetweenAnswer, { open }: Comparison, why: boolean): void {
  const { organisations } = answer;
  if (organisations.length === 0) return;
  paper.gap().text(t.organisations(organisations.length), { style: "bold" });
  const names = new Map(open.region.organisations.map(({ id, name, shortName }) => [id, shortName ?? name]));
  const words = (each: CommonOrganisation) =>
    organisationWords(each, names.get(each.organisation) ?? each.organisation, open.names);
  if (!why) {
    paper.text(organisations.map(words).join("; "), { indent: 2, hang: 2 });
    return;
  }
  for (const each of organisations) {
    paper.text(words(each), { indent: 2 });
    for (const fact of each.facts)
      paper.text(
        `${t.membership(fact.party, fact.status, datedWords(fact.from, texts), datedWords(fact.to, texts))}. ${t.sourceOf(fact.source, texts.confidence[fact.confidence])}`,
        { indent: 6, hang: 2, style: "dim" },
      );
  }
}
