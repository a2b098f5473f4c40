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
  const seen = distinct(input.records.filter((record) => record.known <= question.knownAt));
  const records = seen.map((record) => asNewest(record, input));
  const facts = distinct(input.facts.filter((fact) => fact.known <= question.knownAt));
  const chains = chainsOf(records);
  const versions = input.programs.flatMap((program) =>
    program.instruments.flatMap((instrument) =>
      instrument.clauses.map((clause) => ({ clause, instrument, kinds: program.vocabulary })),
    ),
  );
  return { input, question, facts, versions, ...chains };
}

/** A record read as the newest version of its kind, one version after the other. */
function asNewest(record: KelisimRecord, input: Input): KelisimRecord {
  const kinds = input.programs.flatMap((program) => program.vocabulary);
  const next = kinds.find(({ name, replaces }) => name === record.kind && replaces?.version === record.version);
  if (!next?.replaces) return record;
  const { renamed, dropped, choices } = next.replaces;
  const entries = Object.entries(record.content).filter(([name]) => !dropped.includes(name));
  const added = renamed.map(({ from, to }) => [to, record.content[from]] as const);
  const content = Object.fromEntries([...entries, ...added.filter(([, value]) => value !== undefined)]);
  for (const { attribute, from, to } of choices) {
    const before = renamed.find((each) => each.to === attribute)?.from ?? attribute;
    if (record.content[before] === from) content[attribute] = to;
  }
  return asNewest({ ...record, version: next.version, content }, input);
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
  const linked = records.flatMap((record) => linkOf(record) ?? []);
  // Roots: what links to nothing, and ids that are linked to but not seen. A circle has none.
  const roots = [
    ...records.filter((record) => linkOf(record) === undefined).map((record) => record.id),
    ...linked.filter((id) => find(id) === undefined),
  ];

  const subjects: Subject[] = [];
  const rootOf = new Map<string, string>();
  for (const root of new Set(roots)) {
    const top = find(root);
    const chain = top ? [top] : [];
    const rest: KelisimRecord[] = [];
    const follow = (id: string) => {
      for (const record of records.filter((each) => linkOf(each) === id).sort(before)) {
        const all = [...chain, ...rest];
        const isWithdrawal = record.kind === "withdrawal";
        const kind = all.find((each) => each.kind !== "withdrawal")?.kind ?? record.kind;
        if (all.some((each) => each.from !== record.from) || (!isWithdrawal && kind !== record.kind)) continue;
        rest.push(record);
        if (!isWithdrawal) follow(record.id);
      }
    };
    follow(root);
    const versions = [...chain, ...rest.sort(before)];
    const stated = versions.find((version) => version.kind !== "withdrawal");
    const current = versions.at(-1);
    for (const id of [root, ...versions.map((version) => version.id)]) rootOf.set(id, root);
    if (!current || !stated) continue;
    subjects.push({ id: root, kind: stated.kind, versions, current, withdrawn: current.kind === "withdrawal" });
  }
  /** A record that counts for nothing stands for nothing but itself. */
  return { subjects, subjectOf: (id) => rootOf.get(id) ?? id };
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
