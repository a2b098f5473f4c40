import type { NodeState } from "@kelisim/api";
import pg from "pg";
import type { NodeContext } from "../../context.ts";
import type { Desk } from "../desk.ts";
import { lastRetention } from "./retention.ts";

/** Problems of a region's files that are shown; `kelisim check` lists all of them. */
const SHOWN = 30;

/** How the node stands: database, records, regions with what is wrong in their files. `started`: milliseconds. */
export async function nodeState(node: NodeContext, started: number): Promise<NodeState> {
  const [counts, database, last] = await Promise.all([
    node.store.system.counts(),
    databaseFacts(node.databaseUrl),
    lastRetention(node),
  ]);
  return {
    started: new Date(started).toISOString(),
    database: { kind: node.settings.databaseUrl === undefined ? "embedded" : "own", ...database },
    records: counts.records,
    erased: counts.erased,
    ...(last === undefined ? {} : { lastRetention: last }),
    regions: [...node.desks.values()].map(regionState),
  };
}

async function databaseFacts(url: string): Promise<{ readonly version: string; readonly bytes: number }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; bytes: string }>(
      "select current_setting('server_version') as version, pg_database_size(current_database()) as bytes",
    );
    // Behind the number some builds name their packager.
    return { version: rows[0]!.version.split(" ", 1)[0]!, bytes: Number(rows[0]!.bytes) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function regionState({ id, region, program, open, us }: Desk): NodeState["regions"][number] {
  const wrong = open.problems.filter(({ severity }) => severity !== "info");
  const errors = wrong.filter(({ severity }) => severity === "error");
  const warnings = wrong.filter(({ severity }) => severity === "warning");
  return {
    id,
    name: region.name,
    training: region.training,
    us: [...us],
    instruments: program.instruments.length,
    kinds: program.vocabulary.length,
    errors: errors.length,
    warnings: warnings.length,
    problems: [...errors, ...warnings].slice(0, SHOWN).map(({ severity, message, mend, file, line }) => ({
      severity,
      message,
      ...(mend === undefined ? {} : { mend }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    })),
  };
}
