import { createHash } from "node:crypto";
import type { Clause, Instrument, Program } from "@kelisim/accord/program";
import { type AdoptionFact, ALWAYS, type Instant, parseDated, parseInstant, startOfDay } from "@kelisim/model";
import type { OpenRegion } from "@kelisim/region-files";
import { compileText, fileOf } from "./compile-text.ts";
import type { Decision } from "./decisions.ts";

/** A text of an agreement on this node: the region's own, or one that was adopted. */
export interface TextVersion {
  /** "region", or the number of the decision. */
  readonly id: string;
  /** SHA-256 (hex) of the text. */
  readonly version: string;
  readonly text: string;
  /** The first instant at which it applies. */
  readonly fromAt: Instant;
  /** When this node came to know it. */
  readonly known: Instant;
  readonly decision?: Decision;
  /** Its own instruments, compiled beside the rest of the region; kinds of records with them. */
  readonly program: Program;
}

/** A region whose adopted texts stand in the place of its own. */
export interface AdoptedRegion extends OpenRegion {
  /** The instant for which `program` was put together. */
  readonly appliedAt: Instant;
  /** The region as its folder has it. */
  readonly base: OpenRegion;
  /** Path inside the region → its versions, the region's own first, then in the order in which they apply. */
  readonly versions: ReadonlyMap<string, readonly TextVersion[]>;
  /** Versions that do not apply now, earlier and coming: a ledger needs them beside the program for duties that rest on them. */
  readonly others: readonly Program[];
}

/** Version of a text as the store and the screens name it. */
export const textVersion = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Puts the adopted texts of a node in the place of the region's files. At start and after each decision: the program
 * holds what applies at `now`; adoption facts tell the engine from when each version of a clause applies, so that a duty
 * keeps the version under which it arose. A text that no longer compiles beside the region is still taken: the clauses
 * with errors are left out, as for every text, and `problems` names them.
 */
export async function applyAdopted(
  open: OpenRegion,
  decisions: readonly Decision[],
  now: Instant,
): Promise<AdoptedRegion> {
  const { region } = open;
  const versions = new Map<string, readonly TextVersion[]>();
  const facts: AdoptionFact[] = [];
  const others: Program[] = [];
  const problems = [...open.problems];
  let { program } = open;
  let accordFiles = region.accordFiles;
  for (const [path, own] of byFile(open, decisions)) {
    const base = accordFiles.find((file) => file.path === path);
    if (base === undefined) continue;
    const first: TextVersion = {
      id: "region",
      version: textVersion(base.text),
      text: base.text,
      fromAt: ALWAYS,
      known: ALWAYS,
      program: partOf(open.program, path),
    };
    const all: TextVersion[] = [first];
    for (const decision of own) {
      const compiled = await compileText(region, path, decision.text);
      problems.push(...compiled.problems.filter(({ severity }) => severity === "error"));
      all.push({
        id: String(decision.id),
        version: decision.version,
        text: decision.text,
        fromAt: firstInstant(decision, region.timeZone),
        known: instantOf(decision.at),
        decision,
        program: compiled.program,
      });
    }
    all.sort((a, b) => a.fromAt - b.fromAt || a.known - b.known);
    versions.set(path, all);
    facts.push(...factsOf(all));
    const current = inForce(all, now);
    accordFiles = accordFiles.map((file) => (file.path === path ? { ...file, text: current.text } : file));
    program = replaced(program, path, current.program);
    others.push(...all.flatMap((each) => (each === current ? [] : [each.program])));
  }
  return {
    ...open,
    appliedAt: now,
    // The getter of the opened region is kept: a spread would read the places at once.
    get geography() {
      return open.geography;
    },
    base: open,
    region: versions.size === 0 ? region : { ...region, accordFiles, facts: [...region.facts, ...facts] },
    program,
    problems,
    versions,
    others,
  };
}

/** The version that applies at a moment: the last that began, of those on one day the one decided last. */
export function inForce(
  versions: readonly TextVersion[],
  at: Instant,
  knownAt: Instant = Number.POSITIVE_INFINITY,
): TextVersion {
  return versions.findLast(({ fromAt, known }) => fromAt <= at && known <= knownAt) ?? versions[0]!;
}

/** The first instant of the decided day, read in the region's time zone. */
export function firstInstant({ from, at }: Pick<Decision, "from" | "at">, timeZone: string): Instant {
  const day = parseDated(from);
  return typeof day === "number" ? startOfDay(day, timeZone) : instantOf(at);
}

const instantOf = (text: string): Instant => {
  const instant = parseInstant(text);
  return typeof instant === "number" ? instant : ALWAYS;
};

function byFile(open: OpenRegion, decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const decision of [...decisions].sort((a, b) => a.id - b.id)) {
    const path = fileOf(open.program, decision.instrument);
    if (path !== undefined) found.set(path, [...(found.get(path) ?? []), decision]);
  }
  return found;
}

function partOf(program: Program, path: string): Program {
  return { ...program, instruments: program.instruments.filter(({ file }) => file === path) };
}

/** The instruments of one file replaced in their place; kinds that the new text brings are added. */
function replaced(program: Program, path: string, next: Program): Program {
  const at = program.instruments.findIndex(({ file }) => file === path);
  const rest = program.instruments.filter(({ file }) => file !== path);
  const place = at === -1 ? rest.length : at;
  const key = ({ name, version }: Program["vocabulary"][number]) => `${name} ${version}`;
  const known = new Set(program.vocabulary.map(key));
  return {
    ...program,
    vocabulary: [...program.vocabulary, ...next.vocabulary.filter((kind) => !known.has(key(kind)))],
    instruments: [...rest.slice(0, place), ...next.instruments, ...rest.slice(place)],
  };
}

/** From when each version of each clause applies. A clause that is the same in all of them needs no fact. */
function factsOf(versions: readonly TextVersion[]): readonly AdoptionFact[] {
  const ids = new Set(versions.flatMap(({ program }) => clausesOf(program.instruments).map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const hashes = versions.map(
      ({ program }) => clausesOf(program.instruments).find((each) => each.id === id)?.hash ?? "",
    );
    if (new Set(hashes).size === 1) return [];
    return versions.flatMap((version, index): readonly AdoptionFact[] => {
      if (index > 0 && hashes[index] === hashes[index - 1]) return [];
      // A clause that the region's own text does not have begins with the text that brings it.
      if (index === 0 && hashes[0] === "") return [];
      return [
        {
          kind: "adoption",
          id: `adoption:${version.id}:${id}`,
          known: version.known,
          source: version.decision === undefined ? "text of the region" : `decision of ${version.decision.decidedBy}`,
          confidence: "high",
          clause: id,
          hash: hashes[index] ?? "",
          from: version.fromAt,
          ...(version.decision === undefined ? {} : { note: version.decision.note }),
        },
      ];
    });
  });
}

const clausesOf = (instruments: readonly Instrument[]): readonly Clause[] =>
  instruments.flatMap(({ clauses }) => clauses);
