import type { Clause, Instrument, Kind } from "@kelisim/accord/program";
import type { Fact, FactKind, Instant, KelisimRecord } from "@kelisim/model";
import canonicalize from "canonicalize";
import type { Input, Question } from "./outcome.ts";

/** Docs: "What is visible" and "Clause versions". */

/** Versions of one statement, from the root (or what is seen of it) to the current one. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly versions: readonly KelisimRecord[];
  readonly current: KelisimRecord;
  readonly withdrawn: boolean;
}

/** One version of a clause with what surrounds it. */
export interface ClauseVersion {
  readonly clause: Clause;
  readonly instrument: Instrument;
  readonly kinds: readonly Kind[];
}

export interface World {
  readonly input: Input;
  readonly question: Question;
  readonly facts: readonly Fact[];
  readonly subjects: readonly Subject[];
  readonly versions: readonly ClauseVersion[];
  /** The subject meant by an id in a content. */
  subjectOf(id: string): string;
}

export function seeWorld(input: Input, question: Question): World {
  const records = distinct(input.records.filter((record) => record.known <= question.knownAt));
  const facts = distinct(input.facts.filter((fact) => fact.known <= question.knownAt));
  const chains = chainsOf(records);
  const versions = input.programs.flatMap((program) =>
    program.instruments.flatMap((instrument) =>
      instrument.clauses.map((clause) => ({ clause, instrument, kinds: program.vocabulary })),
    ),
  );
  return { input, question, facts, versions, ...chains };
}

/**
 * The same id twice: contents are compared without the moment they became known. The same content is one, known from
 * the earlier moment on; of different contents the one whose canonical JSON is smaller counts.
 */
function distinct<T extends { readonly id: string; readonly known: Instant }>(items: readonly T[]): T[] {
  return [...new Set(items.map((item) => item.id))].map((id) => {
    const copies = items
      .filter((item) => item.id === id)
      .map((item) => ({ item, content: canonicalize({ ...item, known: 0 })! }))
      .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : a.item.known - b.item.known));
    return copies[0]!.item;
  });
}

const before = (a: KelisimRecord, b: KelisimRecord): number =>
  a.known - b.known || a.recorded - b.recorded || (a.id < b.id ? -1 : 1);
const linkOf = (record: KelisimRecord) => (record.kind === "withdrawal" ? record.withdraws : record.corrects);

function chainsOf(records: readonly KelisimRecord[]): Pick<World, "subjects" | "subjectOf"> {
  const find = (id: string) => records.find((record) => record.id === id);

  /** Ids from a record to its root; an unseen id ends the way; in a circle the smallest id is the root. */
  const wayUp = (id: string): string[] => {
    const way = [id];
    for (;;) {
      const record = find(way.at(-1)!);
      const link = record && linkOf(record);
      if (link === undefined) return way;
      if (way.includes(link)) {
        const circle = way.slice(way.indexOf(link));
        const root = circle.reduce((a, b) => (a < b ? a : b));
        return way.slice(0, way.indexOf(root) + 1);
      }
      way.push(link);
    }
  };
  const rootOf = (id: string) => wayUp(id).at(-1)!;

  const subjects: Subject[] = [];
  const counted = new Set<string>();
  for (const root of new Set(records.map((record) => rootOf(record.id)))) {
    const seen = records.filter((record) => rootOf(record.id) === root).sort(before);
    const top = find(root) ?? seen.find((record) => find(linkOf(record)!) === undefined)!;
    const versions = seen.filter((record) => isVersion(record, top, seen));
    const ordered = top.id === root ? [top, ...versions.filter((record) => record !== top)] : versions;
    for (const version of ordered) counted.add(version.id);
    const current = ordered.at(-1)!;
    const kind = ordered.find((record) => record.kind !== "withdrawal")?.kind ?? "withdrawal";
    subjects.push({ id: root, kind, versions: ordered, current, withdrawn: current.kind === "withdrawal" });
  }

  /** Whether a record of the chain counts: same `from` and (unless it withdraws) same kind as the nearest version. */
  function isVersion(record: KelisimRecord, first: KelisimRecord, seen: readonly KelisimRecord[]): boolean {
    if (record === first) return true;
    const way = wayUp(record.id).slice(1);
    const above = way
      .map((id) => seen.find((other) => other.id === id))
      .filter((other) => other !== undefined)
      .filter((other) => isVersion(other, first, seen));
    if ((above[0] ?? first).from !== record.from) return false;
    // Only a record of the chain (or one not seen here) can be withdrawn.
    if (record.kind === "withdrawal") return find(way[0]!) === undefined || above[0]?.id === way[0];
    const stating = [...above, first, ...seen.filter((other) => other.from === first.from)];
    return stating.find((other) => other.kind !== "withdrawal")!.kind === record.kind;
  }

  /** A record that counts for nothing stands for nothing but itself. */
  const subjectOf = (id: string) => (find(id) !== undefined && !counted.has(id) ? id : rootOf(id));
  return { subjects, subjectOf };
}

/** What there is of a kind: not withdrawn, and happened by the moment asked about. */
export const existing = (world: World, kind: string): readonly Subject[] =>
  world.subjects.filter(
    (subject) => subject.kind === kind && !subject.withdrawn && subject.current.occurred <= world.question.asOf,
  );

export const factsOf = <K extends FactKind>(world: World, kind: K): readonly Extract<Fact, { kind: K }>[] =>
  world.facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);

/** The version of a clause that applies to what arises at a moment. */
export function versionAt(world: World, clauseId: string, at: Instant): ClauseVersion | undefined {
  const known = world.versions.filter(({ clause }) => clause.id === clauseId);
  const adoptions = factsOf(world, "adoption").filter((fact) => fact.clause === clauseId);
  if (adoptions.length === 0) return known.at(-1);
  const made = adoptions.filter((fact) => fact.from <= at).sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  return known.findLast(({ clause }) => clause.hash === made.at(-1)?.hash);
}
