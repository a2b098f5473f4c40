import { type Fact, type Instant, type KelisimRecord, migrationsOf, NEVER, type Problem } from "@kelisim/model";
import canonicalize from "canonicalize";
import { boardOf } from "./answer/board.ts";
import { Cases } from "./answer/cases.ts";
import { concernOf } from "./answer/concern.ts";
import { explain } from "./answer/explain.ts";
import { lineOf, outcomeOf } from "./answer/outcome.ts";
import { compareOutcomes } from "./answer/what-if.ts";
import type { Board, BoardQuestion } from "./board.ts";
import type { Explanation, WhatIf } from "./explanation.ts";
import { SHAPING } from "./facts/fact-book.ts";
import type { LedgerSetting } from "./plan/plan.ts";
import type { Line, Outcome, Question, State } from "./question.ts";
import { ActorIndex } from "./records/actor-index.ts";
import { View } from "./records/view.ts";

/** What became of appended records. */
export interface Appended {
  readonly taken: number;
  /** Already here, word for word. */
  readonly repeated: number;
  /** Ids that came with different contents. */
  readonly problems: readonly Problem[];
}

interface BuiltView {
  readonly knownAt: Instant;
  readonly view: View;
  readonly index: ActorIndex;
}

/**
 * Takes records and facts in any order and answers what is owed, as of any moment and as known at any other.
 * One ledger serves one view of the world: nothing that a reader may not see is ever put into it.
 *
 * @example
 * const ledger = createLedger({ programs: [program], parties });
 * ledger.appendFacts(region.facts);
 * ledger.append(records);
 * ledger.board({ asOf, knownAt: asOf, from, until, party: "KAZ" });
 */
export class Ledger {
  readonly setting: LedgerSetting;
  readonly #facts = new Map<string, Fact>();
  readonly #records = new Map<string, KelisimRecord>();
  /** Further contents that came under an id. */
  readonly #variants = new Map<string, KelisimRecord[]>();
  #latestKnown = Number.NEGATIVE_INFINITY;
  #latest: BuiltView | undefined;
  #earlier: BuiltView | undefined;

  /** Reads a record as the newest version of its kind. */
  readonly #migrate: (record: KelisimRecord) => KelisimRecord;

  constructor(setting: LedgerSetting) {
    this.setting = setting;
    this.#migrate = migrationsOf(setting.programs.flatMap((program) => program.vocabulary));
  }

  get size(): number {
    return this.#records.size;
  }

  /** Facts are identified by id; the same one twice is one. */
  appendFacts(facts: Iterable<Fact>): void {
    let shaping = false;
    let any = false;
    for (const fact of facts) {
      if (this.#facts.has(fact.id)) continue;
      this.#facts.set(fact.id, fact);
      this.#latestKnown = Math.max(this.#latestKnown, fact.known);
      any = true;
      if (SHAPING.has(fact.kind)) shaping = true;
    }
    if (!any) return;
    this.#earlier = undefined;
    if (shaping) this.#latest = undefined;
    else this.#latest?.view.replaceBook([...this.#facts.values()]);
  }

  /** Takes records in. The order, and how they are split over calls, do not matter to any answer. */
  append(records: Iterable<KelisimRecord>): Appended {
    let taken = 0;
    let repeated = 0;
    const problems: Problem[] = [];
    this.#earlier = undefined;
    for (const written of records) {
      const record = this.#migrate(written);
      const here = this.#records.get(record.id);
      if (here === undefined) {
        this.#records.set(record.id, record);
        if (record.known > this.#latestKnown) this.#latestKnown = record.known;
        this.#latest?.view.add(record);
        taken++;
      } else if (here === record || this.#isCopy(record)) {
        repeated++;
      } else {
        this.#addVariant(record);
        problems.push({
          code: "record/conflict",
          severity: "warning",
          message: `record ${record.id} came again with different content`,
          why: "One id must mean one record. The content that is smaller in canonical JSON counts.",
          mend: "Give the second record an id of its own, with `corrects` if it restates the first.",
        });
      }
    }
    return { taken, repeated, problems };
  }

  /** Whether the same content is here already. A copy that was known earlier makes the record known earlier. */
  #isCopy(record: KelisimRecord): boolean {
    const text = canonicalText(record);
    const copies = [this.#records.get(record.id)!, ...(this.#variants.get(record.id) ?? [])];
    const same = copies.find((copy) => canonicalText(copy) === text);
    if (same !== undefined && record.known < same.known) this.#addVariant(record);
    return same !== undefined;
  }

  #addVariant(record: KelisimRecord): void {
    const list = this.#variants.get(record.id);
    if (list) list.push(record);
    else this.#variants.set(record.id, [record]);
    this.#latestKnown = Math.max(this.#latestKnown, record.known);
    this.#latest = undefined;
  }

  /** The record that counts under an id among those visible. */
  #visible(id: string, knownAt: Instant): KelisimRecord | undefined {
    const first = this.#records.get(id)!;
    const variants = this.#variants.get(id);
    if (!variants) return first.known <= knownAt ? first : undefined;
    const candidates = [first, ...variants].filter((record) => record.known <= knownAt);
    candidates.sort((a, b) => {
      const [x, y] = [canonicalText(a), canonicalText(b)];
      return x < y ? -1 : x > y ? 1 : a.known - b.known;
    });
    return candidates[0];
  }

  #build(knownAt: Instant): BuiltView {
    const facts = [...this.#facts.values()].filter((fact) => fact.known <= knownAt);
    const view = new View(this.setting, facts);
    const visible: KelisimRecord[] = [];
    for (const [id, only] of this.#records) {
      const record = this.#variants.size > 0 ? this.#visible(id, knownAt) : only;
      if (record && record.known <= knownAt) visible.push(record);
    }
    // In time order indexes grow at their ends; the answers do not depend on it.
    for (const record of inOrder(visible)) view.add(record);
    return { knownAt, view, index: new ActorIndex(view) };
  }

  /** The view of everything known at an instant. The latest is kept and grows; one earlier is kept until records come. */
  #viewAt(knownAt: Instant): BuiltView {
    if (knownAt >= this.#latestKnown) {
      this.#latest ??= this.#build(NEVER);
      return this.#latest;
    }
    if (this.#earlier?.knownAt !== knownAt) this.#earlier = this.#build(knownAt);
    return this.#earlier;
  }

  /** Every line there is. For a board of one party, `board` looks at much less. */
  outcome(question: Question): Outcome {
    return outcomeOf(this.#viewAt(question.knownAt).view, question);
  }

  /** How many duties and rights stand in each state; limits and standing clauses are not counted. */
  tally(question: Question): Readonly<Partial<Record<State, number>>> {
    const states: State[] = [];
    const counts: number[] = [];
    const cases = new Cases(this.#viewAt(question.knownAt).view, question);
    cases.each((at) => {
      const i = states.indexOf(at.state);
      if (i >= 0) counts[i]!++;
      else {
        states.push(at.state);
        counts.push(1);
      }
    });
    return Object.fromEntries(states.map((state, i) => [state, counts[i]!]));
  }

  /** Walks over every duty and right, one line at a time, without keeping them. */
  forEachDuty(question: Question, visit: (line: Line) => void): void {
    const { view } = this.#viewAt(question.knownAt);
    new Cases(view, question).each((at) => visit(lineOf(view, at)));
  }

  /** What a person wants to see: the asked window, creditors of a line together. */
  board(question: BoardQuestion): Board {
    const { view, index } = this.#viewAt(question.knownAt);
    return boardOf(view, index, question);
  }

  /** Why a line of this ledger stands as it does; undefined if there is no such line for the question. */
  explain(line: Line, question: Question): Explanation | undefined {
    return explain(this.#viewAt(question.knownAt).view, line, question);
  }

  /** What would follow from further records. The ledger is left as it was. */
  whatIf(records: readonly KelisimRecord[], question: Question): WhatIf {
    const { view, index } = this.#viewAt(question.knownAt);
    const added = this.#unseen(records);
    if (!added) return compareOutcomes(view, outcomeOf(view, question), this.#fork(records).outcome(question));
    const duties = view.duties.length;
    const visible = added.filter((record) => record.known <= question.knownAt);
    // What the records can make a difference to, as far as the ledger goes without them and with them.
    const concern = view.hypothetically(visible, () => concernOf(view, visible));
    const before = outcomeOf(view, question, concern);
    const after = view.hypothetically(visible, () => outcomeOf(view, question, concern));
    index.truncate(duties);
    return compareOutcomes(view, before, after);
  }

  /** Those of the records that are not here yet; undefined if an id comes with two contents. */
  #unseen(records: readonly KelisimRecord[]): readonly KelisimRecord[] | undefined {
    const added = new Map<string, KelisimRecord>();
    for (const record of records.map(this.#migrate)) {
      const other = added.get(record.id) ?? this.#records.get(record.id);
      if (other === undefined) added.set(record.id, record);
      else if (other.known > record.known || canonicalText(other) !== canonicalText(record)) return undefined;
    }
    return [...added.values()];
  }

  /** A ledger of the same facts and records and some more. */
  #fork(records: readonly KelisimRecord[]): Ledger {
    const fork = new Ledger(this.setting);
    fork.appendFacts(this.#facts.values());
    fork.append(this.#records.values());
    for (const variants of this.#variants.values()) fork.append(variants);
    fork.append(records);
    return fork;
  }
}

/** The record without the moment it became known: what makes two copies the same. */
function canonicalText(record: KelisimRecord): string {
  const { known: _, ...rest } = record;
  return canonicalize(rest) ?? "";
}

function inOrder(records: KelisimRecord[]): KelisimRecord[] {
  for (let i = 1; i < records.length; i++) {
    if (records[i - 1]!.occurred > records[i]!.occurred) {
      return records.sort((a, b) => a.occurred - b.occurred);
    }
  }
  return records;
}

/** Makes an empty ledger. */
export function createLedger(setting: LedgerSetting): Ledger {
  return new Ledger(setting);
}
