import { type PartyStanding, standingOf, type World } from "@kelisim/compare";
import { clockOf, dayWords, decidingFact, standingWords, statusFactWords } from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;

/** Title, day, and what the answer rests on. */
export function drawTop(paper: Paper, title: string, { open, standpoint }: Comparison): void {
  const clock = clockOf(standpoint.asOf, standpoint.timeZone);
  const when = t.on(
    dayWords(clock.day, texts, false),
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

/** Every row of a party about an instrument, with its source; `ofAll`: also those about the instrument as a whole. */
export function drawStandingFacts(paper: Paper, standing: PartyStanding, indent: number, ofAll = true): void {
  for (const fact of standing.facts) {
    if (fact.party === "*" && !ofAll) continue;
    const who = fact.party === "*" ? "*" : standing.party;
    const what = statusFactWords(fact, texts);
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
      paper.text(`${instrument}, ${party}: ${standingWords(standing, world, texts)}${source}`, {
        indent,
        hang: 2,
        style: "dim",
      });
    }
  }
  if (parties.length > PARTIES_SHOWN)
    paper.text(texts.othersAlike(parties.length - PARTIES_SHOWN), { indent, style: "dim" });
}
