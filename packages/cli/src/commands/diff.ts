import { checkPublished } from "@kelisim/accord";
import type { Instrument, Program } from "@kelisim/accord/program";
import { compareOpenDuties, comparePrograms, type OpenDuties, type ProgramDiff } from "@kelisim/draft";
import { dayOf, type Instant, type Problem, parseDated, startOfDay } from "@kelisim/model";
import { geographyOf } from "@kelisim/region-files";
import { ClauseIndex, dayWords, isoDay, Names } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { readParties } from "../arguments/party.ts";
import { readStandpoint } from "../arguments/standpoint.ts";
import { aspectWords } from "../diff/aspect-words.ts";
import { drawClauses, drawConcerns, drawKinds, drawOpenDuties, effectWords } from "../diff/page.ts";
import { readKept } from "../diff/records.ts";
import { readSides, type Side } from "../diff/sides.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

export interface DiffCommandOptions extends Options {
  readonly adoptOn?: string;
}

const say = texts.diff;

/**
 * `kelisim diff OLD NEW`: what a new version of an agreement changes, before it is adopted: clause by clause, for whom, in the
 * kinds of records, and for the duties that are there already. Exits 1 where the new text has errors.
 */
export async function diff(io: Io, before: string, now: string, options: DiffCommandOptions): Promise<Outcome> {
  const format = readFormat(options, "diff", ["table", "json"]);
  if (isRefusal(format)) return format;
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const { region } = open;
  const standpoint = readStandpoint(io, options, region);
  if (isRefusal(standpoint)) return standpoint;
  const today = dayOf(standpoint.asOf, region.timeZone);
  const adoptOn = readDay(options.adoptOn, today + 1);
  if (isRefusal(adoptOn)) return adoptOn;
  const us = options.us === undefined ? undefined : readParties(options.us, region.parties, region.name);
  if (isRefusal(us)) return us;
  const sides = await readSides(io, region, before, now);
  if (isRefusal(sides)) return sides;
  const [old, next] = sides;
  const kept = await readKept(io, open, old.compilation.program.vocabulary, options.records ?? []);
  if (isRefusal(kept)) return kept;

  const status = region.facts.flatMap((fact) => (fact.kind === "status" && fact.party !== "*" ? [fact] : []));
  const found = comparePrograms(old.compilation.program, next.compilation.program, {
    before: old.instruments,
    now: next.instruments,
    parties: (id) => [...new Set(status.flatMap((fact) => (fact.instrument === id ? [fact.party] : [])))],
  });
  const geography = geographyOf(region);
  const { asOf, knownAt, from, until } = standpoint;
  const duties = compareOpenDuties({
    before: concerned(old),
    now: concerned(next),
    diff: found,
    setting: {
      parties: region.parties,
      workingDays: region.calendars,
      us: us === undefined ? region.us : us.map(({ id }) => id),
      ...(geography === undefined ? {} : { geography }),
    },
    facts: kept.facts,
    records: kept.records,
    question: { asOf, knownAt, from, until },
    adoptOn: startOfDay(adoptOn, region.timeZone),
  });
  const orphaned = checkPublished(old.compilation.program.vocabulary, next.compilation.program.vocabulary);
  const problems = [old, next].map(errorsOf) as [readonly Problem[], readonly Problem[]];
  if (problems[0].length > 0) io.warn(`${say.oldHasErrors(old.shown, problems[0].length)}\n`);
  const zones = new Map(
    [old, next].flatMap(({ compilation }) => compilation.program.instruments.map(({ id, timeZone }) => [id, timeZone])),
  );
  const names = [old, next].map(
    ({ compilation }) => new Names(texts, region.parties, new ClauseIndex(compilation.program).instruments),
  ) as [Names, Names];

  if (format === "json") {
    await io.print(
      json("kelisim-diff", {
        before: before,
        now: now,
        question: {
          asOf: iso(asOf),
          knownAt: iso(knownAt),
          from: iso(from),
          until: iso(until),
          adoptOn: isoDay(adoptOn),
        },
        errors: problems[1],
        ...diffData(found, names),
        orphaned,
        openDuties: dutiesData(duties),
      }),
    );
  } else {
    const paper = new Paper(await lookOf(io, options));
    paper.text(say.head(before, now), { indent: 0, style: "bold" });
    for (const problem of problems[1]) drawProblem(paper, problem);
    if (problems[1].length > 0) paper.text(say.newHasErrors, { indent: 0, style: "red" });
    drawClauses(paper, found, ...names);
    drawConcerns(paper, found, names[1]);
    drawKinds(paper, found.kinds, orphaned);
    if (found.clauses.length > 0) {
      drawOpenDuties(
        paper,
        duties,
        dayWords(adoptOn, texts, false),
        dayWords(dayOf(until, region.timeZone), texts, false),
        names[1],
        (id) => zones.get(id) ?? region.timeZone,
      );
      paper.text(say.ground(region.name, dayWords(today, texts, false), kept.records.length), {
        indent: 4,
        style: "dim",
      });
    }
    await io.print(paper.toString());
  }
  return problems[1].length > 0 ? EXIT.problems : EXIT.fine;
}

function errorsOf({ files, compilation }: Side): readonly Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  return compilation.problems.filter(
    (problem) => problem.severity === "error" && problem.file !== undefined && paths.has(problem.file),
  );
}

/** The compared instruments and those of which their clauses speak: all that the ledgers need. */
function concerned({ compilation: { program }, instruments }: Side): Program {
  const owner = new Map<string, Instrument>();
  for (const instrument of program.instruments) for (const { id } of instrument.clauses) owner.set(id, instrument);
  const needed = new Set<Instrument>();
  const add = (instrument: Instrument | undefined): void => {
    if (instrument === undefined || needed.has(instrument)) return;
    needed.add(instrument);
    for (const clause of instrument.clauses) {
      for (const id of clause.subjectTo) add(owner.get(id));
      if ("trigger" in clause && clause.trigger.kind === "miss") add(owner.get(clause.trigger.clause));
    }
  };
  for (const instrument of program.instruments) if (instruments.includes(instrument.id)) add(instrument);
  return { ...program, instruments: [...needed] };
}

function readDay(text: string | undefined, standard: number): Answer<number> {
  if (text === undefined) return standard;
  const day = parseDated(text);
  return typeof day === "number" ? day : refuse(texts.notADate("--adopt-on", text), say.adoptForm);
}

const iso = (instant: Instant) => new Date(instant).toISOString();

function diffData(found: ProgramDiff, [before, now]: readonly [Names, Names]): object {
  return {
    instruments: found.instruments,
    heads: found.heads,
    unchanged: found.unchanged,
    clauses: found.clauses.map((change) => ({
      change: change.kind,
      before: "before" in change ? { instrument: change.before.instrument.id, ...change.before.clause } : null,
      now: "now" in change ? { instrument: change.now.instrument.id, ...change.now.clause } : null,
      ...("changes" in change
        ? {
            changes: change.changes.map((each) => ({
              ...each,
              words: {
                before: aspectWords(each.aspect, change.before, before),
                after: aspectWords(each.aspect, change.now, now),
                effect: effectWords(each),
              },
            })),
          }
        : {}),
    })),
    kinds: found.kinds.map(({ kind, before: was, now: is }) => ({
      change: kind,
      before: was ?? null,
      now: is ?? null,
    })),
    concerns: found.concerns,
  };
}

function dutiesData(duties: OpenDuties): object {
  const line = (each: OpenDuties["pinned"][number]) => ({ before: lineOf(each.before), after: lineOf(each.after) });
  return {
    pinned: duties.pinned.map(line),
    hadItApplied: duties.hadItApplied.map(line),
    onceAdopted: duties.onceAdopted.map(line),
    dated: duties.dated,
  };
}

function lineOf(line: OpenDuties["pinned"][number]["before"]): object | null {
  if (line === undefined) return null;
  const { clause, version, debtor, creditor, subject, period, state, deadline, unverified } = line;
  const at = deadline === null ? null : iso(deadline);
  return {
    clause,
    version,
    debtor,
    creditor,
    subject: subject ?? null,
    period: period ?? null,
    state,
    deadline: at,
    unverified,
  };
}
