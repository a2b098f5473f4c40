import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { wholeBriefs } from "../briefs-of-body.ts";
import type { Connections } from "../connection.ts";
import { createDrafts, type DraftPorts } from "../drafts-of-body.ts";
import { createInterviews } from "../interviews-of-body.ts";
import { createRecommendationDecisions } from "../recommendation-decisions.ts";
import { type StreamPorts, streamBatches } from "../records/stream.ts";
import type { Viewer } from "../viewer.ts";
import { listErasures } from "./erase.ts";
import type { ExportFile, ExportManifest } from "./exchange-files.ts";
import { createBodies } from "./keep-bodies.ts";

/** The folder to export into holds something already. */
export class FolderNotEmpty extends Error {
  override readonly name = "FolderNotEmpty";
}

export interface ExportPorts {
  readonly stream: StreamPorts;
  /** Connections that see all rows. */
  readonly keeper: Connections;
  readonly drafts: Omit<DraftPorts, "records">;
  readonly now: () => Date;
}

/**
 * Writes what a party owns: `records/BODY.jsonl` (records as they are written, with `known`, in the order they were
 * taken in), `drafts/BODY.jsonl`, `interviews/BODY.jsonl`, `decisions/BODY.jsonl` (on recommendations), `briefs/BODY.jsonl`, `bodies.jsonl`, `erasures.jsonl` (ids whose content is no more), and
 * `manifest.json` last, with length and SHA-256 of each. Bodies stand there in the clear: the folder is for the party
 * alone. The server may go on working; what is taken in meanwhile is left out (`throughSeq`).
 */
export async function exportParty(
  ports: ExportPorts,
  { region, party, folder }: { readonly region: string; readonly party: string; readonly folder: string },
): Promise<ExportManifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new FolderNotEmpty(`${folder} holds something already; name a new folder`);
  const throughSeq = await ports.stream.packs.lastSeq();
  const files: ExportFile[] = [];
  const known = (await createBodies(ports.keeper).list(region)).filter((body) => body.party === party);
  files.push(await writeLines(folder, { name: "bodies.jsonl", holds: "bodies" }, known));
  const own = new Set<string>();
  for (const body of await bodiesThatKeep(
    ports.keeper,
    region,
    party,
    known.map(({ id }) => id),
  )) {
    const viewer: Viewer = { region, party, body };
    const records = recordsOf(ports.stream, viewer, throughSeq, own);
    files.push(await writeLines(folder, { name: `records/${body}.jsonl`, holds: "records", body }, records));
    const drafts = await createDrafts({ ...ports.drafts, records: undefined as never }, viewer).list();
    files.push(await writeLines(folder, { name: `drafts/${body}.jsonl`, holds: "drafts", body }, drafts));
    const { keeper: connections, now } = ports;
    const interviews = await createInterviews({ connections, vault: ports.drafts.vault, now }, viewer).list();
    if (interviews.length > 0)
      files.push(await writeLines(folder, { name: `interviews/${body}.jsonl`, holds: "interviews", body }, interviews));
    const briefs = await wholeBriefs({ connections, vault: ports.drafts.vault }, viewer);
    if (briefs.length > 0)
      files.push(await writeLines(folder, { name: `briefs/${body}.jsonl`, holds: "briefs", body }, briefs));
    const decisions = await createRecommendationDecisions({ connections, now }, viewer).list();
    if (decisions.length > 0)
      files.push(await writeLines(folder, { name: `decisions/${body}.jsonl`, holds: "decisions", body }, decisions));
  }
  const erasures = (await listErasures(ports.keeper)).filter(({ record }) => own.has(record));
  files.push(await writeLines(folder, { name: "erasures.jsonl", holds: "erasures" }, erasures));
  const manifest: ExportManifest = { format: 1, region, party, at: ports.now().toISOString(), throughSeq, files };
  const handle = await open(join(folder, "manifest.json"), "wx", 0o600);
  await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  return manifest;
}

/** Gives the records and notes the ids of those that were erased. */
async function* recordsOf(ports: StreamPorts, viewer: Viewer, throughSeq: number, erasedIds: Set<string>) {
  for await (const batch of streamBatches(ports, viewer, { ownOnly: true })) {
    for (const { seq, record, erased } of batch) {
      if (seq > throughSeq) return;
      if (erased) erasedIds.add(record.id);
      yield record;
    }
  }
}

/** Bodies that keep something, listed or not. */
async function bodiesThatKeep(keeper: Connections, region: string, party: string, listed: readonly string[]) {
  const found = await keeper.within(undefined, (transaction) =>
    transaction.query<{ body: string }>(
      `select owner_body as body from kelisim.record where region = $1 and owner_party = $2
       union select body from kelisim.draft where region = $1 and party = $2
       union select body from kelisim.interview where region = $1 and party = $2
       union select body from kelisim.brief where region = $1 and party = $2
       union select body from kelisim.recommendation_decision where region = $1 and party = $2`,
      [region, party],
    ),
  );
  return [...new Set([...listed, ...found.rows.map(({ body }) => body)])].sort();
}

async function writeLines(
  folder: string,
  file: Pick<ExportFile, "name" | "holds" | "body">,
  items: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<ExportFile> {
  const path = join(folder, file.name);
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, "wx", 0o600);
  const sum = createHash("sha256");
  let lines = 0;
  let waiting = "";
  const flush = async () => {
    sum.update(waiting);
    await handle.write(waiting);
    waiting = "";
  };
  try {
    for await (const item of items) {
      waiting += `${JSON.stringify(item)}\n`;
      lines += 1;
      if (waiting.length > 1 << 20) await flush();
    }
    if (waiting !== "") await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { ...file, lines, sha256: sum.digest("hex") };
}
