import type { ClauseRow, LimitRow } from "../plan/clause-row.ts";
import { type Order, PerformanceIndex } from "./performance-index.ts";

/** Rows that share a leading threshold on one attribute, lowest first: a record stops at the first above it. */
export interface ThresholdGroup {
  readonly attribute: string;
  readonly least: readonly number[];
  readonly rows: readonly ClauseRow[];
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
  const names = new Set([...triggers.keys(), ...performs.keys(), ...limits.map((limit) => limit.clause.record)]);
  for (const kind of names) {
    const mine = triggers.get(kind) ?? [];
    const attributes = new Set(mine.flatMap((row) => row.threshold?.attribute ?? []));
    const thresholds = [...attributes].map((attribute) => {
      const sorted = mine
        .filter((row) => row.threshold?.attribute === attribute)
        .sort((a, b) => a.threshold!.least - b.threshold!.least || a.index - b.index);
      return { attribute, least: sorted.map((row) => row.threshold!.least), rows: sorted };
    });
    kinds.set(kind, {
      thresholds,
      rows: mine.filter((row) => !row.threshold),
      performs: performs.get(kind) ?? [],
    });
  }
  return { kinds, performances };
}
