import type { Instrument, Program } from "@kelisim/accord/program";
import type { AgreementDiff, AgreementLineChange } from "@kelisim/api";
import { CONCERNS, compareOpenDuties, comparePrograms, type LineChange, type ProgramDiff } from "@kelisim/draft";
import type { Line } from "@kelisim/duties";
import { dayOf, formatDated, type Instant, type KelisimRecord, translationOf } from "@kelisim/model";
import { ClauseIndex, Names, periodWords, stateShown, translatedProgram, type Words } from "@kelisim/words";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { aspectWords } from "./aspect-words.ts";
import { runsOf } from "./literate/runs.ts";

/** Lines of a comparison that are listed; the others are counted in the groups. */
const MOST_LINES = 200;

export interface Compared {
  readonly before: Program;
  readonly now: Program;
  readonly records: readonly KelisimRecord[];
  /** The first instant at which the new text would apply. */
  readonly adoptOn: Instant;
}

/**
 * What differs between two texts of a file: clause by clause, for whom, in kinds of records, and for the duties that the
 * records of this view gave rise to. Only the instruments of the two texts, and those of which their clauses speak, run.
 */
export function differencesOf(view: View, asked: Asked, words: Words, compared: Compared): AgreementDiff {
  const { desk, facts } = view;
  const { region, program, geography } = desk;
  const { before, now, records, adoptOn } = compared;
  const ids = (given: Program) => given.instruments.map(({ id }) => id);
  const status = region.facts.flatMap((fact) => (fact.kind === "status" && fact.party !== "*" ? [fact] : []));
  const diff = comparePrograms(withKinds(before, program), withKinds(now, program), {
    before: ids(before),
    now: ids(now),
    parties: (id) => [...new Set(status.flatMap((fact) => (fact.instrument === id ? [fact.party] : [])))],
  });
  const touched = new Set(diff.clauses.map((change) => ("now" in change ? change.now : change.before).clause.id));
  const { asOf, knownAt, from, until } = asked;
  const duties = compareOpenDuties({
    before: concerned(before, program),
    now: concerned(now, program),
    diff,
    setting: {
      parties: region.parties,
      workingDays: region.calendars,
      us: desk.us,
      ...(geography === undefined ? {} : { geography }),
    },
    // Which version applied when is what is being tried here.
    facts: facts.filter((fact) => fact.kind !== "adoption" || !touched.has(fact.clause)),
    records,
    question: { asOf, knownAt, from, until },
    adoptOn,
  });
  const [old, next] = [before, now].map((each) => namesOf(each, words)) as [Worded, Worded];
  const lines = (changes: readonly LineChange[]) => lineChanges(changes, old, next, desk.region.timeZone);
  return {
    unchanged: diff.unchanged,
    heads: diff.heads.map(({ field, before: was, after }) => ({ field, before: shown(was), after: shown(after) })),
    clauses: diff.clauses.map((change) => clauseChange(change, old, next)),
    concerns: diff.concerns.map(({ parties, clauses }) => ({
      parties: parties.map((id) => words.names.party(id)),
      concerns: CONCERNS.flatMap((concern) => {
        const all = clauses[concern];
        return all === undefined ? [] : [{ concern, clauses: [...all] }];
      }),
    })),
    kinds: diff.kinds.map(({ kind, before: was, now: is }) => {
      const { name, version } = (is ?? was)!;
      return { change: kind, name, version };
    }),
    pinned: lines(duties.pinned),
    hadItApplied: lines(duties.hadItApplied),
    onceAdopted: lines(duties.onceAdopted),
    records: records.length,
  };
}

/** A text's instruments among those of the region of which their clauses speak. */
export function concerned(text: Program, region: Program): Program {
  const own = new Set(text.instruments.map(({ id }) => id));
  const owner = new Map<string, Instrument>();
  for (const instrument of region.instruments)
    if (!own.has(instrument.id)) for (const { id } of instrument.clauses) owner.set(id, instrument);
  const needed = new Set<Instrument>(text.instruments);
  const add = (id: string) => {
    const instrument = owner.get(id);
    if (instrument === undefined || needed.has(instrument)) return;
    needed.add(instrument);
    walk(instrument);
  };
  const walk = ({ clauses }: Instrument) => {
    for (const clause of clauses) {
      for (const id of clause.subjectTo) add(id);
      if ("trigger" in clause && clause.trigger.kind === "miss") add(clause.trigger.clause);
    }
  };
  for (const instrument of text.instruments) walk(instrument);
  return { ...withKinds(text, region), instruments: [...needed] };
}

/** A part of a region is compiled beside its vocabulary; what it does not repeat is added. */
function withKinds(text: Program, region: Program): Program {
  const known = new Set(text.vocabulary.map(({ name, version }) => `${name} ${version}`));
  const rest = region.vocabulary.filter(({ name, version }) => !known.has(`${name} ${version}`));
  return rest.length === 0 ? text : { ...text, vocabulary: [...text.vocabulary, ...rest] };
}

interface Worded {
  readonly names: Names;
  readonly clauses: ClauseIndex;
}

/** The words of a text that the region does not hold (yet): its own titles, the region's names. */
function namesOf(text: Program, { region, language, say }: Words): Worded {
  const titles = region.translations.has(language) ? translationOf(region, language) : undefined;
  const program = titles === undefined ? text : translatedProgram(text, titles);
  const clauses = new ClauseIndex(program);
  return { clauses, names: new Names(say, region.parties, clauses.instruments, titles) };
}

type ClauseChanges = AgreementDiff["clauses"][number];

function clauseChange(change: ProgramDiff["clauses"][number], before: Worded, now: Worded): ClauseChanges {
  const placed = "now" in change ? change.now : change.before;
  const head = {
    change: change.kind,
    id: placed.clause.id,
    title: placed.clause.title,
    article: placed.clause.article,
  };
  if ("changes" in change)
    return {
      ...head,
      changes: change.changes.map(({ aspect, effect, exact }) => ({
        aspect,
        effect,
        exact,
        before: runsOf(aspectWords(aspect, change.before, before.names)),
        after: runsOf(aspectWords(aspect, change.now, now.names)),
      })),
    };
  const { names } = change.kind === "added" ? now : before;
  return {
    ...head,
    changes: (["form", "trigger", "debtor", "creditor", "act", "deadline", "amount", "channel"] as const).flatMap(
      (aspect) => {
        const words = aspectWords(aspect, placed, names);
        if (words === "") return [];
        const [was, is] = change.kind === "added" ? ["", words] : [words, ""];
        return [{ aspect, effect: "none", exact: true, before: runsOf(was), after: runsOf(is) }];
      },
    ),
  };
}

/** Lines of the same clause, subject, period, states and dates taken together: who owes whom is counted. */
function lineChanges(
  changes: readonly LineChange[],
  before: Worded,
  now: Worded,
  timeZone: string,
): AgreementLineChange[] {
  const groups = new Map<string, { change: LineChange; pairs: number }>();
  for (const change of changes) {
    const key = JSON.stringify(
      [change.before, change.after].map(
        (line) => line && [line.clause, line.subject, line.period, line.state, line.deadline, line.version],
      ),
    );
    const known = groups.get(key);
    if (known) known.pairs += 1;
    else groups.set(key, { change, pairs: 1 });
  }
  return [...groups.values()].slice(0, MOST_LINES).map(({ change, pairs }) => {
    const line = (change.after ?? change.before)!;
    const { clauses, names } = change.after === undefined ? before : now;
    const placed = clauses.get(line.clause);
    const side = (each: Line | undefined) =>
      each === undefined
        ? undefined
        : {
            state: placed === undefined || each.unverified ? "unverified" : stateShown({ line: each, placed }),
            ...(each.deadline === null
              ? {}
              : { day: formatDated(dayOf(each.deadline, placed?.instrument.timeZone ?? timeZone)) }),
          };
    const [was, is] = [side(change.before), side(change.after)];
    const creditor = line.creditor === "" ? "" : ` → ${names.actor(line.creditor)}`;
    return {
      clause: line.clause,
      title: placed?.clause.title ?? line.clause,
      who: pairs === 1 ? `${names.actor(line.debtor)}${creditor}` : "",
      ...(line.subject === undefined ? {} : { subject: line.subject }),
      ...(line.period === undefined ? {} : { period: periodWords(line.period, names.say) }),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      pairs,
    };
  });
}

/** A value of an instrument's head as text. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return (value as readonly { readonly name: string; readonly members: readonly string[] }[])
      .map(({ name, members }) => `${name} = ${members.join(" ")}`)
      .join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, id]) => `${name} = ${String(id)}`)
    .join(", ");
}
