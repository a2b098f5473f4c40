import { DatabaseSync } from "node:sqlite";
import { clauseName, kindName, partyName, ruleOf } from "../agreement.ts";
import { MINUTE, readWorkload, WORKLOAD_START } from "../workload.ts";

/**
 * SQLite in memory, one batch: tables with the indexes that the query wants, then one CREATE TABLE … AS SELECT that says
 * for each duty whether it is met, and a count. There is no late arrival, no known-at and no state besides met or not.
 * Run as `sqlite.ts FOLDER RUNS [list]`; prints one JSON line.
 */
export interface SqliteRun {
  /** Tables and indexes made and filled. */
  readonly loadMs: number;
  /** The batch over what is loaded. */
  readonly queryMs: number;
  readonly met: number;
  readonly missed: number;
}

interface EventRow {
  readonly kind: string;
  readonly party: string;
  readonly occurred: number;
  readonly value: number;
}

interface RuleRow {
  readonly id: string;
  readonly kind: string;
  readonly threshold: number;
  readonly ms: number;
  readonly act: string;
}

// Without a row id the primary key is the index that the query needs: the quickest layout of those tried.
const TABLES = `
  CREATE TABLE rule (id TEXT PRIMARY KEY, kind TEXT, threshold INTEGER, ms INTEGER, act TEXT) WITHOUT ROWID;
  CREATE TABLE event (kind TEXT, party TEXT, occurred INTEGER, value INTEGER, PRIMARY KEY (kind, party, occurred)) WITHOUT ROWID`;

// CROSS JOIN is SQLite's way to fix the order: events outside, the clauses of their kind inside.
const DUTIES = `
  CREATE TABLE duty AS
  SELECT r.id AS rule, e.party, e.occurred, EXISTS (
    SELECT 1 FROM event f
    WHERE f.kind = r.act AND f.party = e.party AND f.occurred > e.occurred AND f.occurred <= e.occurred + r.ms) AS met
  FROM event e CROSS JOIN rule r ON r.kind = e.kind AND r.threshold < e.value`;

function runOnce(rules: readonly RuleRow[], events: readonly EventRow[], list?: string[]): SqliteRun {
  const begin = performance.now();
  const database = new DatabaseSync(":memory:");
  database.exec(TABLES);
  const insertRule = database.prepare("INSERT INTO rule VALUES (?, ?, ?, ?, ?)");
  const insertEvent = database.prepare("INSERT INTO event VALUES (?, ?, ?, ?)");
  database.exec("BEGIN");
  for (const r of rules) insertRule.run(r.id, r.kind, r.threshold, r.ms, r.act);
  for (const e of events) insertEvent.run(e.kind, e.party, e.occurred, e.value);
  database.exec("COMMIT; CREATE INDEX rule_by_kind ON rule (kind, threshold)");
  const loaded = performance.now();
  database.exec(DUTIES);
  const counts = database.prepare("SELECT sum(met) AS met, sum(NOT met) AS missed FROM duty").get();
  const done = performance.now();
  if (list)
    for (const row of database.prepare("SELECT rule, party, occurred, met FROM duty").iterate()) {
      const minute = (Number(row.occurred) - WORKLOAD_START) / MINUTE;
      list.push(`${ruleOf(String(row.rule))} ${String(row.party).slice(1)} ${minute} ${row.met ? "F" : "B"}`);
    }
  database.close();
  return {
    loadMs: loaded - begin,
    queryMs: done - loaded,
    met: Number(counts?.met),
    missed: Number(counts?.missed),
  };
}

const [folder, runs, mode] = process.argv.slice(2);
const workload = readWorkload(folder!);
const rules = workload.rules.map((r) => ({
  id: clauseName(r.id),
  kind: kindName(r.trigger),
  threshold: r.threshold,
  ms: r.minutes * MINUTE,
  act: kindName(r.act),
}));
const events = workload.events.map((e) => ({
  kind: kindName(e.kind),
  party: partyName(e.party),
  occurred: WORKLOAD_START + e.minute * MINUTE,
  value: e.value,
}));
if (mode === "list") {
  const list: string[] = [];
  runOnce(rules, events, list);
  process.stdout.write(`${JSON.stringify(`${list.sort().join("\n")}\n`)}\n`);
} else {
  const measured = Array.from({ length: Number(runs) }, () => runOnce(rules, events));
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
