import type { Problem } from "@kelisim/model";
import { check } from "./check/check.ts";
import type * as ast from "./generated/ast.ts";
import { clauseHash } from "./hash.ts";
import { openScope } from "./lower/clause-head.ts";
import { lowerDuty } from "./lower/duties.ts";
import { readInstrument } from "./lower/instruments.ts";
import { readKinds } from "./lower/kinds.ts";
import { lowerLimit } from "./lower/limits.ts";
import { type Displacements, readPriorities } from "./lower/priorities.ts";
import { lowerProhibition } from "./lower/prohibitions.ts";
import { advise, type ClauseScope } from "./lower/scope.ts";
import { lowerStanding } from "./lower/standing.ts";
import {
  type ClauseEntry,
  type ClauseNode,
  type CompileContext,
  type InstrumentEntry,
  report,
  type Workspace,
} from "./lower/workspace.ts";
import { findItems } from "./parse/items.ts";
import { headMark } from "./parse/places.ts";
import { type ParsedItem, parseItem } from "./parse/syntax.ts";
import type { Clause, Instrument, Program } from "./program/index.ts";
import type { Witness, WitnessGap } from "./witness/witness.ts";
import { makeWitnesses } from "./witness/witnesses.ts";

export interface SourceFile {
  /** Shown in problems; not opened. */
  readonly path: string;
  readonly text: string;
}

export interface Compilation {
  /** Whatever was sound. */
  readonly program: Program;
  /** Sorted by file (in the order given), line and column. */
  readonly problems: readonly Problem[];
  /** For each deadline with a date: hypothetical records, or the reason why none could be made. Made when first read. */
  readonly witnesses: readonly (Witness | WitnessGap)[];
}

/**
 * Compiles agreements. Takes the texts of `.accord.md` files (kinds and clauses are shared over all of them) and what
 * the region knows: its parties, zones, calendars. Gives the program, every problem found, and witnesses.
 *
 * Wrong text is never an exception: a clause with an error is left out of the program, and its problem says so.
 */
export function compile(files: readonly SourceFile[], context: CompileContext): Compilation {
  const workspace: Workspace = {
    context,
    problems: [],
    kinds: new Map(),
    allKinds: [],
    instruments: new Map(),
    clauses: new Map(),
    parties: new Map(context.parties.map((party) => [party.id, party])),
    places: new WeakMap(),
  };
  const items = files.flatMap((file) => parseFile(workspace, file));
  readKinds(
    workspace,
    items
      .filter(({ source }) => source.word === "notice" || source.word === "event")
      .map(({ source, item }) => ({ source, node: item?.$type === "Kind" ? item : undefined })),
  );
  const entries = readClauses(workspace, items);
  const displacements = readPriorities(workspace, entries);
  for (const entry of entries) lower(workspace, entry, displacements);
  leaveOutOrphans(workspace, entries);
  check(workspace, entries);
  const program = programOf(workspace);
  let witnesses: Compilation["witnesses"] | undefined;
  return {
    program,
    problems: sorted(
      workspace.problems,
      files.map((file) => file.path),
    ),
    // Made when first asked for: checking a text does not need them, and looking for places in zones takes time.
    get witnesses() {
      witnesses ??= makeWitnesses(program, context);
      return witnesses;
    },
  };
}

function parseFile(workspace: Workspace, file: SourceFile): readonly ParsedItem[] {
  const { fences, items } = findItems(file.path, file.text);
  const open = fences.find((fence) => !fence.closed);
  if (open) {
    const mark = { file: file.path, line: Math.max(1, open.line - 1), column: 1, length: 3 };
    report(workspace, "warning", "open-fence", mark, {
      message: "This accord block is never closed.",
      why: "The rest of the file is read as clauses.",
      mend: "Add a line ``` at its end.",
    });
  }
  const parsed = items.map(parseItem);
  for (const { problems } of parsed) workspace.problems.push(...problems);
  return parsed;
}

/** Gives each clause to the instrument above it in its file. */
function readClauses(workspace: Workspace, items: readonly ParsedItem[]): readonly ClauseEntry[] {
  const entries: ClauseEntry[] = [];
  let instrument: InstrumentEntry | undefined;
  let file: string | undefined;
  for (const { source, item } of items) {
    if (source.file !== file) instrument = undefined;
    file = source.file;
    if (source.word === "instrument") {
      instrument = readInstrument(workspace, source, item?.$type === "Instrument" ? item : undefined);
    }
    if (!source.word || ["instrument", "notice", "event"].includes(source.word)) continue;
    const id = source.name ?? "";
    const node = item && isClause(item) ? item : undefined;
    const entry: ClauseEntry = { id, source, node, instrument };
    const same = workspace.clauses.get(id);
    if (same) {
      report(workspace, "error", "duplicate-clause", headMark(source), {
        message: `${id} is already a clause in ${same.source.file}, line ${same.source.line}.`,
        why: "A duty could not say which of the two it comes from. This one is left out of the program.",
        mend: "Give one of them another id.",
      });
      continue;
    }
    if (!instrument) {
      report(workspace, "error", "no-instrument", headMark(source), {
        message: `${id} stands before any instrument of its file.`,
        why: "Whom it binds is unknown. The clause is left out of the program until this is mended.",
        mend: 'Add above it: instrument NAME "Title" ....',
      });
    }
    workspace.clauses.set(id, entry);
    instrument?.clauses.push(entry);
    entries.push(entry);
  }
  return entries;
}

function isClause(item: ast.Item): item is ClauseNode {
  return item.$type !== "Instrument" && item.$type !== "Kind";
}

function lower(workspace: Workspace, entry: ClauseEntry, displacements: Displacements): void {
  const { node, instrument } = entry;
  if (!node || !instrument) return;
  const scope = openScope(workspace, entry, instrument, node);
  const clause = lowerClause(scope, node, displacements.of(entry.id));
  adviseUnused(scope);
  if (!clause || scope.failed || displacements.faulty.has(entry.id)) return;
  entry.clause = { ...clause, hash: clauseHash(clause) } as Clause;
}

/** A clause that follows the miss of a clause left out is left out too: it could never arise. */
function leaveOutOrphans(workspace: Workspace, entries: readonly ClauseEntry[]): void {
  for (let again = true; again; ) {
    again = false;
    for (const entry of entries) {
      const { clause } = entry;
      if (!clause || (clause.kind !== "duty" && clause.kind !== "right") || clause.trigger.kind !== "miss") continue;
      const missed = clause.trigger.clause;
      if (workspace.clauses.get(missed)?.clause) continue;
      delete entry.clause;
      again = true;
      report(workspace, "error", "depends-on-error", headMark(entry.source), {
        message: `${entry.id} follows from ${missed}, which has an error.`,
        why: "The clause is left out of the program until that is mended.",
        mend: `Mend ${missed} first.`,
      });
    }
  }
}

function lowerClause(
  scope: ClauseScope,
  node: ClauseNode,
  displacedBy: readonly string[],
): Omit<Clause, "hash"> | undefined {
  switch (node.$type) {
    case "Duty":
    case "Right":
      return lowerDuty(scope, node, displacedBy);
    case "Limit":
      return lowerLimit(scope, node, displacedBy);
    case "Prohibition":
      return lowerProhibition(scope, node, displacedBy);
    case "Standing":
      return lowerStanding(scope, node, displacedBy);
  }
}

function adviseUnused(scope: ClauseScope): void {
  if (scope.failed) return;
  for (const variable of scope.declared) {
    if (variable.used || !variable.optional) continue;
    advise(scope, "info", "unused-variable", variable.mark, {
      message: `"${variable.name}" is named and never used.`,
      mend: "Leave the name out, or use it in a condition.",
      edit: "",
    });
  }
}

function programOf(workspace: Workspace): Program {
  const instruments = [...workspace.instruments.values()].map((entry): Instrument => {
    const { assumption: _assumption, ...head } = entry.head;
    const clauses = entry.clauses.flatMap((clause) => (clause.clause ? [clause.clause] : []));
    return { id: entry.id, ...head, clauses, file: entry.source.file };
  });
  const vocabulary = workspace.allKinds.filter((entry) => !entry.faulty).map((entry) => entry.kind);
  return { format: "kelisim-program", formatVersion: 1, vocabulary, instruments };
}

function sorted(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const order = new Map(files.map((path, index) => [path, index]));
  const rank = (problem: Problem) => order.get(problem.file ?? "") ?? files.length;
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
