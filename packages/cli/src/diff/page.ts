import type { Kind } from "@kelisim/accord/program";
import type { Change, ClauseChange, KindChange, LineChange, OpenDuties, ProgramDiff } from "@kelisim/draft";
import { CONCERNS } from "@kelisim/draft";
import type { Problem } from "@kelisim/model";
import { camelWords, clockOf, dayWords, grouped, type Names, periodWords } from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { aspectWords } from "./aspect-words.ts";
import { type GroupedLines, groupLines } from "./group-lines.ts";

const say = texts.diff;
const SHOWN = 12;
/** Time zone of an instrument. */
type ZoneOf = (instrument: string) => string;

/** Clause by clause: what became of it, in words, old → new, and what that means to who owes. */
export function drawClauses(paper: Paper, diff: ProgramDiff, before: Names, now: Names): void {
  const count = (kind: ClauseChange["kind"]) => diff.clauses.filter((change) => change.kind === kind).length;
  paper.text(say.counts(count("changed"), count("added"), count("removed"), count("moved"), diff.unchanged), {
    indent: 0,
  });
  paper.text(say.proseNote, { indent: 0, style: "dim" });
  for (const { instrument, field, before: was, after } of diff.heads) {
    paper.gap().text(say.headOf(instrument), { style: "bold" });
    paper.text(say.becomes(say.heads[field], valueWords(was), valueWords(after)), { indent: 4, hang: 4 });
  }
  for (const change of diff.clauses) {
    const { clause, instrument } = "now" in change ? change.now : change.before;
    paper
      .gap()
      .text(say.clauseHead(say.became[change.kind], clause.id, clause.title, `${instrument.id} ${clause.article}`), {
        style: "bold",
        hang: 4,
      });
    if (change.kind === "added" || change.kind === "removed") {
      const placed = change.kind === "added" ? change.now : change.before;
      const names = change.kind === "added" ? now : before;
      for (const aspect of ["form", "trigger", "debtor", "creditor", "act", "deadline", "amount", "channel"] as const) {
        const words = aspectWords(aspect, placed, names);
        if (words !== "") paper.text(say.says(say.aspects[aspect], words), { indent: 4, hang: 4 });
      }
      continue;
    }
    for (const each of change.changes) {
      const [was, is] = [aspectWords(each.aspect, change.before, before), aspectWords(each.aspect, change.now, now)];
      paper.text(say.becomes(say.aspects[each.aspect], was || say.nothing, is || say.nothing), { indent: 4, hang: 4 });
      for (const { attribute, before: from, after: to } of each.thresholds ?? [])
        paper.text(
          say.threshold(
            texts.quantities[attribute] ?? camelWords(attribute),
            shown(from),
            shown(to),
            directionOf(from, to),
          ),
          {
            indent: 8,
            hang: 2,
          },
        );
      const meaning = effectWords(each);
      if (meaning !== "") paper.text(meaning, { indent: 8, hang: 2, style: styleOf(each) });
    }
  }
}

const shown = (number: string) => number.replace(/^\d+(\.\d+)?/, (digits) => grouped(digits, texts));

function directionOf(from: string, to: string): "lowered" | "raised" | "changed" {
  const [a, b] = [from, to].map((text) => text.split(" ")) as [string[], string[]];
  if (a[1] !== b[1]) return "changed";
  return Number(a[0]) > Number(b[0]) ? "lowered" : "raised";
}

function styleOf({ effect }: Change): "yellow" | "cyan" | "dim" {
  return effect === "stricter" || effect === "narrower" ? "yellow" : effect === "none" ? "dim" : "cyan";
}

/** What a change means: by its kind where that says more, and that it is not certain where it is not. */
export function effectWords({ aspect, effect, exact }: Change): string {
  const special =
    aspect === "deadline"
      ? say.deadlineEffect[effect]
      : aspect === "condition"
        ? say.conditionEffect[effect]
        : undefined;
  const words = special ?? (aspect === "assumption" || effect !== "none" ? say.effects[effect] : "");
  if (words === "" || (effect === "none" && aspect !== "condition")) return "";
  return exact ? words : say.notExact(words);
}

function valueWords(value: unknown): string {
  if (value === null) return say.nothing;
  if (Array.isArray(value)) {
    const sides = value as readonly { name: string; members: readonly string[] }[];
    return sides.length === 0
      ? say.nothing
      : sides.map(({ name, members }) => `${name} = ${members.join(" ")}`).join(", ");
  }
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value);
  return entries.length === 0 ? say.nothing : entries.map(([name, id]) => `${name} = ${id}`).join(", ");
}

export function drawConcerns(paper: Paper, diff: ProgramDiff, names: Names): void {
  if (diff.concerns.length === 0) return;
  paper.gap().text(say.concernsTitle, { style: "bold" });
  for (const { parties, clauses } of diff.concerns) {
    const who =
      parties.length === 0
        ? say.whoever
        : parties.length > SHOWN
          ? say.manyParties(parties.length, parties.slice(0, 6))
          : parties.map((id) => names.party(id)).join(", ");
    paper.text(who, { indent: 4, hang: 2 });
    for (const concern of CONCERNS) {
      const ids = clauses[concern];
      if (ids !== undefined) paper.text(say.concern(say.concerns[concern], ids), { indent: 6, hang: 4 });
    }
  }
  paper.text(say.concernsNote, { indent: 4, style: "dim" });
}

export function drawKinds(paper: Paper, kinds: readonly KindChange[], orphaned: readonly Problem[]): void {
  if (kinds.length === 0) return;
  paper.gap().text(say.kindsTitle, { style: "bold" });
  for (const { kind, before, now } of kinds) {
    const { name, version } = (now ?? before) as Kind;
    paper.text(say.kindLine(name, version, say.became[kind]), { indent: 4 });
  }
  for (const { message, mend } of orphaned) {
    paper.text(message, { indent: 4, hang: 2, style: "red" });
    if (mend !== undefined) paper.text(texts.mend(mend), { indent: 8, style: "dim" });
  }
  if (orphaned.length === 0) paper.text(say.noOrphans, { indent: 4, style: "dim" });
}

/** What becomes of duties that are there already. */
export function drawOpenDuties(
  paper: Paper,
  open: OpenDuties,
  adoptOn: string,
  until: string,
  names: Names,
  zoneOf: ZoneOf,
): void {
  paper.gap().text(say.openTitle, { style: "bold" });
  const section = (title: string, changes: readonly LineChange[], none: string) => {
    paper.text(changes.length === 0 ? none : title, { indent: 4 });
    const groups = groupLines(changes);
    for (const group of groups.slice(0, SHOWN))
      paper.text(groupWords(group, names, zoneOf, changes === open.pinned), { indent: 6, hang: 4 });
    if (groups.length > SHOWN) paper.text(texts.othersAlike(groups.length - SHOWN), { indent: 6, style: "dim" });
  };
  section(say.pinned(open.pinned.length), open.pinned, say.nothingPinned);
  section(say.hadItApplied(open.hadItApplied.length), open.hadItApplied, say.nothingElse);
  section(
    say.onceAdopted(adoptOn, until, open.onceAdopted.length),
    open.onceAdopted,
    say.nothingOnceAdopted(adoptOn, until),
  );
  if (open.dated.length > 0) paper.text(say.dated(open.dated), { indent: 4, style: "dim" });
}

/** The day of a deadline, with the clock where it is a moment; read in the time zone of its instrument. */
function deadlineOf({ deadline, deadlineIsDay }: NonNullable<LineChange["before"]>, timeZone: string): string {
  const { day, time, zone } = clockOf(deadline!, timeZone);
  return deadlineIsDay ? dayWords(day, texts, false) : `${dayWords(day, texts, false)} ${time} ${zone}`;
}

function groupWords({ change, pairs }: GroupedLines, names: Names, zoneOf: ZoneOf, pinned: boolean): string {
  const line = change.before ?? change.after!;
  const creditor = line.creditor === "" ? "" : names.actor(line.creditor);
  const who = pairs === 1 ? say.pair(names.actor(line.debtor), creditor) : say.pairs(pairs);
  const what = line.period === undefined ? (line.subject ?? "") : periodWords(line.period, texts);
  const state = (side: LineChange["before"]) => {
    if (side === undefined) return say.noLine;
    const date = side.deadline === null ? "" : deadlineOf(side, zoneOf(side.instrument));
    return say.stateAt(texts.states[side.state], date);
  };
  const after = pinned && change.after === undefined ? "" : state(change.after);
  return say.lineChange(line.clause, what, who, state(change.before), after);
}
