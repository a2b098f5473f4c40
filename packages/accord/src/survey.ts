import { checkClause, checkTogether } from "./check/check.ts";
import type { Item } from "./generated/ast.ts";
import { readClause } from "./lower/clauses.ts";
import { addInstrument, type ReadInstrument, readInstrument } from "./lower/instruments.ts";
import { addKind, addMigrations, type ReadKind, readKind } from "./lower/kinds.ts";
import { Memory } from "./lower/memory.ts";
import type { ReadMigration } from "./lower/migrations.ts";
import { type Displacements, readPriorities } from "./lower/priorities.ts";
import { Sight } from "./lower/sight.ts";
import {
  type ClauseEntry,
  type ClauseNode,
  type CompileContext,
  type InstrumentEntry,
  type Reading,
  report,
  type World,
} from "./lower/world.ts";
import type { ParsedFile, PlacedItem } from "./parse/file.ts";
import { headMark, placeProblems } from "./parse/places.ts";
import type { ParsedItem } from "./parse/syntax.ts";
import type { Clause } from "./program/index.ts";

/** What is kept from one survey to the next: results of reading single items, see `Memory`. */
export interface Memories {
  readonly kinds: Memory<ParsedItem, World, ReadKind>;
  readonly migrations: Memory<ParsedItem, World, ReadMigration>;
  readonly instruments: Memory<ParsedItem, World, ReadInstrument>;
  readonly clauses: Memory<ParsedItem, World, Reading>;
  readonly checks: Memory<Reading, World, ReturnType<typeof checkClause>>;
  /** Clauses with the line on which they stand. */
  readonly placed: WeakMap<Clause, Clause>;
}

export function noMemories(): Memories {
  return {
    kinds: new Memory(),
    migrations: new Memory(),
    instruments: new Memory(),
    clauses: new Memory(),
    checks: new Memory(),
    placed: new WeakMap(),
  };
}

/** All that the files say together. */
export interface Survey {
  readonly world: World;
  /** All clauses that count, in the order of the files. */
  readonly entries: readonly ClauseEntry[];
}

/**
 * Reads all files together. Each item is read by itself, through a `Sight` of the others, and its result is taken from
 * the memories where nothing it saw has changed; only what concerns all items at once is done every time.
 */
export function survey(files: readonly ParsedFile[], context: CompileContext, memories: Memories): Survey {
  const items = files.flatMap((file) => file.items);
  const kindItems = items.filter(({ source }) => source.word === "notice" || source.word === "event");
  const world: World = {
    context,
    problems: files.flatMap((file) => [
      ...file.problems,
      ...file.items.flatMap(({ parsed, source }) => placeProblems(parsed.problems, source)),
    ]),
    parties: new Map(context.parties.map((party) => [party.id, party])),
    declared: new Set(kindItems.map(({ source }) => source.name ?? "")),
    kinds: new Map(),
    allKinds: [],
    instruments: new Map(),
    clauses: new Map(),
  };
  for (const item of kindItems) surveyKind(world, item, memories);
  addMigrations(world, ({ text, facts }, before, work) =>
    memories.migrations.recall(text, [facts, before], world, work),
  );
  const entries = surveyClauses(world, items, memories);
  const displacements = readPriorities(world, entries);
  for (const entry of entries) surveyClause(world, entry, displacements, memories);
  leaveOutOrphans(world, entries);
  gatherUses(world, entries);
  for (const entry of entries) checkEntry(world, entry, memories);
  checkTogether(world, entries);
  return { world, entries };
}

function surveyKind(world: World, { source, parsed }: PlacedItem, { kinds }: Memories): void {
  const { facts, problems } = kinds.recall(parsed, [], world, (trace) => readKind(new Sight(world, trace), parsed));
  world.problems.push(...placeProblems(problems, source));
  addKind(world, source, parsed, facts);
}

/** Gives each clause to the instrument above it in its file. */
function surveyClauses(world: World, items: readonly PlacedItem[], { instruments }: Memories): readonly ClauseEntry[] {
  const entries: ClauseEntry[] = [];
  let instrument: InstrumentEntry | undefined;
  let file: string | undefined;
  for (const { source, parsed } of items) {
    if (source.file !== file) instrument = undefined;
    file = source.file;
    if (source.word === "instrument") {
      const read = instruments.recall(parsed, [], world, (trace) => readInstrument(new Sight(world, trace), parsed));
      world.problems.push(...placeProblems(read.problems, source));
      instrument = addInstrument(world, source, parsed, read.facts);
    }
    if (!source.word || ["instrument", "notice", "event"].includes(source.word)) continue;
    const id = source.name ?? "";
    const node = parsed.item && isClause(parsed.item) ? parsed.item : undefined;
    const entry: ClauseEntry = { id, source, text: parsed, node, instrument };
    const same = world.clauses.get(id);
    if (same) {
      report(world, "error", "duplicate-clause", headMark(source), {
        message: `${id} is already a clause in ${same.source.file}, line ${same.source.line}.`,
        why: "A duty could not say which of the two it comes from. This one is left out of the program.",
        mend: "Give one of them another id.",
      });
      continue;
    }
    if (!instrument) {
      report(world, "error", "no-instrument", headMark(source), {
        message: `${id} stands before any instrument of its file.`,
        why: "Whom it binds is unknown. The clause is left out of the program until this is mended.",
        mend: 'Add above it: instrument NAME "Title" ....',
      });
    }
    world.clauses.set(id, entry);
    instrument?.clauses.push(entry);
    entries.push(entry);
  }
  return entries;
}

function isClause(item: Item): item is ClauseNode {
  return item.$type !== "Instrument" && item.$type !== "Kind";
}

function surveyClause(world: World, entry: ClauseEntry, displacements: Displacements, memories: Memories): void {
  const { id, node, text, source } = entry;
  if (!node || !entry.instrument) return;
  const instrument = entry.instrument.facts;
  const displacedBy = displacements.of(id);
  const reading = memories.clauses.recall(text, [instrument, displacedBy.join(" ")], world, (trace) =>
    readClause(new Sight(world, trace), { id, source: text.source, node, instrument }, displacedBy),
  );
  entry.reading = reading;
  world.problems.push(...placeProblems(reading.problems, source));
  if (reading.clause && !displacements.faulty.has(id)) {
    entry.clause = placeClause(reading.clause, source.line, memories.placed);
  }
}

/** A clause with the line on which it stands; the same object as before while the line is the same. */
function placeClause(clause: Clause, line: number, placed: Memories["placed"]): Clause {
  const known = placed.get(clause);
  if (known?.line === line) return known;
  const moved: Clause = { ...clause, line };
  placed.set(clause, moved);
  return moved;
}

/** A clause that follows the miss of a clause left out is left out too: it could never arise. */
function leaveOutOrphans(world: World, entries: readonly ClauseEntry[]): void {
  for (let again = true; again; ) {
    again = false;
    for (const entry of entries) {
      const { clause } = entry;
      if (!clause || (clause.kind !== "duty" && clause.kind !== "right") || clause.trigger.kind !== "miss") continue;
      const missed = clause.trigger.clause;
      if (world.clauses.get(missed)?.clause) continue;
      delete entry.clause;
      again = true;
      report(world, "error", "depends-on-error", headMark(entry.source), {
        message: `${entry.id} follows from ${missed}, which has an error.`,
        why: "The clause is left out of the program until that is mended.",
        mend: `Mend ${missed} first.`,
      });
    }
  }
}

function gatherUses(world: World, entries: readonly ClauseEntry[]): void {
  for (const { reading, instrument } of entries) {
    if (!reading) continue;
    const { kinds, attributes, sides, zones } = reading.uses;
    for (const name of kinds) {
      const kind = world.kinds.get(name);
      if (kind) kind.used = true;
    }
    for (const [name, read] of attributes) {
      for (const attribute of read) world.kinds.get(name)?.read.add(attribute);
    }
    for (const side of sides) instrument?.usedSides.add(side);
    for (const zone of zones) instrument?.usedZones.add(zone);
  }
}

function checkEntry(world: World, { clause, reading, source }: ClauseEntry, { checks }: Memories): void {
  const own = reading?.clause;
  if (!clause || !own) return;
  const problems = checks.recall(reading, [], world, (trace) => checkClause(new Sight(world, trace), reading, own));
  world.problems.push(...placeProblems(problems, source));
}
