import type { Audit, AuditEntry, AuditQuery } from "@kelisim/api";
import type { Store, AuditEntry as StoredEntry } from "@kelisim/store";
import { readCursor, writeCursor } from "../../http/cursor.ts";

const LIMIT = 100;
/** Entries looked at for one page: a rare word in a long list is looked for further with the next page. */
const LOOKED_AT = 20_000;
const STEP = 1000;

export type AuditFilters = Omit<AuditQuery, "after" | "limit">;

/** Whether the asker may see an entry. */
export type MaySee = (entry: Pick<StoredEntry, "region" | "party" | "person">) => boolean;

/** One page of the audit, newest first. A page may be short, or empty, and still have a `next`. */
export async function auditPage(
  store: Store,
  query: AuditQuery,
  maySee: MaySee,
  names: ReadonlyMap<string, string>,
): Promise<Audit> {
  const limit = query.limit ?? LIMIT;
  let before = query.after === undefined ? undefined : (readCursor(query.after, ["number"])[0] as number);
  const items: AuditEntry[] = [];
  for (let looked = 0; looked < LOOKED_AT; ) {
    const { entries, ended } = await pageBefore(store, query, before);
    for (const entry of entries) {
      if (query.from !== undefined && entry.at.slice(0, 10) < query.from) return { items };
      before = entry.seq;
      looked += 1;
      if (!matches(entry, query) || !maySee(entry)) continue;
      items.push(named(entry, names));
      if (items.length === limit) return { items, next: writeCursor([before]) };
    }
    if (ended) return { items };
  }
  return { items, ...(before === undefined ? {} : { next: writeCursor([before]) }) };
}

/** All entries that match, newest first, for a file. */
export async function* auditEntries(
  store: Store,
  filters: AuditFilters,
  maySee: MaySee,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<AuditEntry> {
  let before: number | undefined;
  for (;;) {
    const { entries, ended } = await pageBefore(store, filters, before);
    for (const entry of entries) {
      if (filters.from !== undefined && entry.at.slice(0, 10) < filters.from) return;
      before = entry.seq;
      if (matches(entry, filters) && maySee(entry)) yield named(entry, names);
    }
    if (ended) return;
  }
}

async function pageBefore(store: Store, { person, action, about, party }: AuditFilters, before: number | undefined) {
  const entries = await store.system.audit.page({
    ...(person === undefined ? {} : { person }),
    ...(action === undefined ? {} : { action }),
    ...(about === undefined ? {} : { about }),
    ...(party === undefined ? {} : { party }),
    ...(before === undefined ? {} : { before }),
    limit: STEP,
  });
  return { entries, ended: entries.length < STEP };
}

/** What the store is not asked for. Entries are dated in UTC. */
const matches = (entry: StoredEntry, { region, to }: AuditFilters) =>
  (region === undefined || entry.region === region) && (to === undefined || entry.at.slice(0, 10) <= to);

const named = ({ detail, ...entry }: StoredEntry, names: ReadonlyMap<string, string>): AuditEntry => {
  const personName = names.get(entry.person);
  return {
    ...entry,
    ...(personName === undefined ? {} : { personName }),
    ...(detail === undefined ? {} : { detail: { ...detail } }),
  };
};
