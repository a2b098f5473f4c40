import type { GapAnswer, Outsider } from "@kelisim/compare";
import { clauseTitle, confidenceWord } from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { drawStandingFacts, drawTop } from "./draw-parts.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;

export function drawGaps(paper: Paper, answer: GapAnswer, comparison: Comparison, why: boolean): void {
  drawTop(paper, t.gapsTitle, comparison);
  drawThreats(paper, answer, why);
  drawChannels(paper, answer, comparison);
  drawRemedies(paper, answer, comparison);
  drawMembers(paper, answer, comparison, why);
  if (!why) paper.gap().text(t.why, { style: "dim" });
  paper.gap();
}

const below = { indent: 4, hang: 2 } as const;

function drawThreats(paper: Paper, { threats }: GapAnswer, why: boolean): void {
  paper.gap().text(t.threatsTitle(threats.untold.length, threats.looked), { style: "bold" });
  if (threats.looked === 0) paper.text(t.threatsUntabled, below);
  else if (threats.untold.length === 0) paper.text(t.none, below);
  for (const each of threats.untold) {
    paper.text(t.threat(each.name, t.threatWhy[each.why], [...each.clauses, ...each.unknown]), below);
    if (why)
      paper.text(t.sourceOf(each.source, confidenceWord(each.confidence, texts)), { indent: 6, hang: 2, style: "dim" });
  }
}

function drawChannels(paper: Paper, { channels }: GapAnswer, { open }: Comparison): void {
  const count = channels.missing.length + channels.inTable.length;
  paper.gap().text(t.channelsTitle(count, channels.looked), { style: "bold" });
  if (count === 0) paper.text(t.none, below);
  for (const id of channels.missing) {
    const placed = open.clauses.get(id);
    if (placed !== undefined) paper.text(clauseTitle(placed.clause, texts), below);
  }
  if (channels.inTable.length > 0) paper.text(t.channelsInTable(channels.inTable), below);
}

function drawRemedies(paper: Paper, { remedies }: GapAnswer, { open }: Comparison): void {
  paper.gap().text(t.remediesTitle(remedies.idle.length), { style: "bold" });
  if (remedies.idle.length === 0) paper.text(t.none, below);
  for (const { clause, why } of remedies.idle) {
    const placed = open.clauses.get(clause);
    if (placed !== undefined) paper.text(`${clauseTitle(placed.clause, texts)}: ${t.idle(why)}`, below);
  }
}

/** By organisation and agreement; parties that stand alike on one line. */
function drawMembers(paper: Paper, { members }: GapAnswer, { open }: Comparison, why: boolean): void {
  paper.gap().text(t.membersTitle(members.outside.length), { style: "bold" });
  paper.text(t.membersRule, { ...below, style: "dim" });
  if (members.outside.length === 0) paper.text(t.none, below);
  const groups = new Map<string, Outsider[]>();
  for (const each of members.outside) {
    const key = `${each.organisation}: ${each.instrument}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const [key, those] of groups) {
    const title = open.clauses.instruments.get(those[0]?.instrument ?? "")?.title ?? "";
    paper.text(`${key}  ${title}`, below);
    const byState = new Map<string, string[]>();
    for (const { standing, unverified } of those) {
      const words = t.state[standing.state];
      const party = unverified ? texts.unsure(standing.party) : standing.party;
      byState.set(words, [...(byState.get(words) ?? []), party]);
    }
    for (const [words, parties] of byState)
      paper.text(t.member(words, t.parties(parties, why ? Number.POSITIVE_INFINITY : 12)), { indent: 6, hang: 2 });
    if (why) for (const { standing } of those) drawStandingFacts(paper, standing, 8, false);
  }
}
