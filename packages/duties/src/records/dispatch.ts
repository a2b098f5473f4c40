import type { Role } from "@kelisim/accord/program";
import type { ClauseRow, LimitRow } from "../plan/clause-row.ts";
import { type Order, PerformanceIndex } from "./performance-index.ts";

/** Rows that share a leading threshold on one attribute, lowest first: a record stops at the first above it. */
export interface ThresholdGroup {
  readonly attribute: string;
  readonly least: readonly number[];
  readonly rows: readonly ClauseRow[];
  /** All rows alike but for threshold, length and act: one party of the record owes one actor, so long after its moment. */
  readonly alike: Alike | undefined;
}

/** What rows that are alike share: whether and for whom they arise. One object for all kinds. */
export interface Likeness {
  readonly row: ClauseRow;
  readonly from: number;
  readonly to: number;
  readonly debtor: string;
  readonly creditor: string;
}

/** Rows of one kind that are alike, lowest threshold first: a stretch of the shared columns. */
export interface Alike {
  readonly likeness: Likeness;
  readonly start: number;
  readonly end: number;
}

/** Thresholds, rows and lengths of all rows that are alike, side by side. */
export class AlikeTable {
  least = new Float64Array(0);
  rows = new Int32Array(0);
  ms = new Float64Array(0);
  readonly #least: number[] = [];
  readonly #rows: number[] = [];
  readonly #ms: number[] = [];
  readonly #likenesses = new Map<string, Likeness>();

  add(rows: readonly ClauseRow[]): Alike | undefined {
    const [first] = rows;
    if (!first || !rows.every((row) => isAlike(row, first))) return undefined;
    const { from, to } = first;
    const [debtor, creditor] = [first.directDebtor!, first.directCreditor!];
    const key = JSON.stringify([first.instrument.id, String(from), String(to), debtor, creditor]);
    let likeness = this.#likenesses.get(key);
    if (!likeness) {
      likeness = { row: first, from, to, debtor, creditor };
      this.#likenesses.set(key, likeness);
    }
    const start = this.#rows.length;
    for (const row of rows) {
      this.#least.push(row.threshold!.least);
      this.#rows.push(row.index);
      this.#ms.push(row.fixedMs!);
    }
    return { likeness, start, end: this.#rows.length };
  }

  close(): void {
    this.least = Float64Array.from(this.#least);
    this.rows = Int32Array.from(this.#rows);
    this.ms = Float64Array.from(this.#ms);
  }
}

function isAlike(row: ClauseRow, first: ClauseRow): boolean {
  return (
    row.fixedMs !== undefined &&
    row.directDebtor !== undefined &&
    row.directCreditor !== undefined &&
    row.condition === undefined &&
    row.clause.trigger.kind === "record" &&
    !row.clause.trigger.under &&
    row.from === first.from &&
    row.to === first.to &&
    row.instrument === first.instrument &&
    row.directDebtor === first.directDebtor &&
    row.directCreditor === first.directCreditor
  );
}

/** What a record of one kind concerns. Its cost does not grow with clauses about other kinds. */
export interface KindDispatch {
  readonly thresholds: readonly ThresholdGroup[];
  readonly rows: readonly ClauseRow[];
  readonly performs: readonly PerformanceIndex[];
}

export interface Dispatch {
  readonly kinds: ReadonlyMap<string, KindDispatch>;
  /** By row index: where its performances are found. */
  readonly performances: readonly PerformanceIndex[];
  readonly alike: AlikeTable;
}

/** Whether a creditor may turn out to be nobody in particular. */
function mayBeNobody(role: Role): boolean {
  if (role.kind === "all of") return role.roles.some(mayBeNobody);
  if (role.kind === "except") return mayBeNobody(role.role);
  return role.kind === "nobody" || role.kind === "creditor" || role.kind === "debtor";
}

/** Sorts rows by what triggers them and what performs them. */
export function makeDispatch(
  rows: readonly ClauseRow[],
  limits: readonly LimitRow[],
  sent: Order,
  received: Order,
): Dispatch {
  const triggers = new Map<string, ClauseRow[]>();
  const indexes = new Map<string, PerformanceIndex>();
  const performances: PerformanceIndex[] = [];
  for (const row of rows) {
    const { trigger, act } = row.clause;
    if (trigger.kind === "record" && !row.lazy) {
      const list = triggers.get(trigger.record);
      if (list) list.push(row);
      else triggers.set(trigger.record, [row]);
    }
    const key = {
      kind: act.record,
      addressed: row.addressed,
      alsoToNobody: row.addressed && mayBeNobody(row.clause.creditor),
      attribute: row.act.join?.attribute,
      actor: row.actActor,
      received: row.received,
    };
    const name = JSON.stringify(key);
    let index = indexes.get(name);
    if (!index) {
      index = new PerformanceIndex(key, row.received ? received : sent);
      indexes.set(name, index);
    }
    performances.push(index);
  }
  const performs = new Map<string, PerformanceIndex[]>();
  for (const index of indexes.values()) {
    const list = performs.get(index.kind);
    if (list) list.push(index);
    else performs.set(index.kind, [index]);
  }
  const kinds = new Map<string, KindDispatch>();
  const alike = new AlikeTable();
  const names = new Set([...triggers.keys(), ...performs.keys(), ...limits.map((limit) => limit.clause.record)]);
  for (const kind of names) {
    const mine = triggers.get(kind) ?? [];
    const attributes = new Set(mine.flatMap((row) => row.threshold?.attribute ?? []));
    const thresholds = [...attributes].map((attribute) => {
      const sorted = mine
        .filter((row) => row.threshold?.attribute === attribute)
        .sort((a, b) => a.threshold!.least - b.threshold!.least || a.index - b.index);
      const least = sorted.map((row) => row.threshold!.least);
      return { attribute, least, rows: sorted, alike: alike.add(sorted) };
    });
    kinds.set(kind, {
      thresholds,
      rows: mine.filter((row) => !row.threshold),
      performs: performs.get(kind) ?? [],
    });
  }
  alike.close();
  return { kinds, performances, alike };
}
