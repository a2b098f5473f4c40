import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { createInterface } from "node:readline";
import type { Problem, WrittenRecord } from "@kelisim/model";
import { seal } from "../body-cipher.ts";
import type { WholeBrief } from "../briefs.ts";
import { keepBrief } from "../briefs-of-body.ts";
import type { Draft } from "../drafts.ts";
import type { CodedInterview } from "../interviews.ts";
import { keep } from "../interviews-of-body.ts";
import { keepDecision, type RecordedDecision } from "../recommendation-decisions.ts";
import { sealRecords } from "../records/body-records.ts";
import type { SealedRecord } from "../records/insert.ts";
import { isPrepared, type PreparedRecord, prepareRecord } from "../records/prepare.ts";
import type { Writer } from "../records/writer.ts";
import type { Viewer } from "../viewer.ts";
import type { Body } from "./bodies.ts";
import type { ErasePorts } from "./erase.ts";
import type { Erasure } from "./erasure.ts";
import type { ExportManifest, ImportReport } from "./exchange-files.ts";
import { createBodies } from "./keep-bodies.ts";

/** The folder is no export, or was changed since: the message names the file. */
export class ExportDamaged extends Error {
  override readonly name = "ExportDamaged";
}

export interface ImportPorts extends ErasePorts {
  readonly writer: Writer;
}

const STEP = 1_000;

interface Line {
  readonly file: string;
  readonly line: number;
  readonly body: string;
  readonly record: WrittenRecord;
}

/**
 * Takes an export in. All files are compared with the manifest before anything is written. Records of all bodies go
 * in by `known`, and keep it where it is later than all that is held (an empty node); otherwise they get a new one, since
 * this node learns of them now.
 */
export async function importParty(ports: ImportPorts, folder: string, by: string): Promise<ImportReport> {
  const manifest = await readManifest(folder);
  const { region, party } = manifest;
  const named = (holds: string) => manifest.files.filter((file) => file.holds === holds);
  const bodies = createBodies(ports.connections);
  for (const file of named("bodies")) {
    for await (const { value } of readLines<Body>(folder, file.name)) await bodies.save({ ...value, region, party });
  }
  const erasures = new Map<string, Erasure>();
  for (const file of named("erasures")) {
    for await (const { value } of readLines<Erasure>(folder, file.name)) erasures.set(value.record, value);
  }
  const report = {
    taken: 0,
    repeated: 0,
    erased: [] as string[],
    drafts: 0,
    interviews: 0,
    decisions: 0,
    briefs: 0,
    problems: [] as Problem[],
  };
  const sources = named("records").map(({ name, body }) => linesOf(folder, name, body!));
  let group: Line[] = [];
  const flush = async () => {
    if (group.length > 0) await takeIn(ports, { region, party, body: group[0]!.body }, group, erasures, report, by);
    group = [];
  };
  for await (const line of byKnown(sources)) {
    if (group.length >= STEP || (group.length > 0 && group[0]!.body !== line.body)) await flush();
    group.push(line);
  }
  await flush();
  for (const file of named("drafts")) {
    for await (const { value } of readLines<Draft>(folder, file.name)) {
      if (await takeDraft(ports, { region, party, body: file.body! }, value)) report.drafts += 1;
    }
  }
  for (const file of named("interviews")) {
    const viewer = { region, party, body: file.body! };
    for await (const { value } of readLines<CodedInterview>(folder, file.name)) {
      const kept = await ports.connections.within(undefined, (transaction) =>
        keep({ transaction, vault: ports.vault }, viewer, value),
      );
      if (kept) report.interviews += 1;
    }
  }
  for (const file of named("briefs")) {
    const viewer = { region, party, body: file.body! };
    for await (const { value } of readLines<WholeBrief>(folder, file.name)) {
      const kept = await ports.connections.within(undefined, (transaction) =>
        keepBrief({ transaction, vault: ports.vault }, viewer, value),
      );
      if (kept) report.briefs += 1;
    }
  }
  for (const file of named("decisions")) {
    const viewer = { region, party, body: file.body! };
    for await (const { value } of readLines<RecordedDecision>(folder, file.name)) {
      if (await ports.connections.within(undefined, (transaction) => keepDecision(transaction, viewer, value)))
        report.decisions += 1;
    }
  }
  return report;
}

async function takeIn(
  ports: ImportPorts,
  viewer: Viewer,
  lines: readonly Line[],
  erasures: ReadonlyMap<string, Erasure>,
  report: { taken: number; repeated: number; erased: string[]; problems: Problem[] },
  by: string,
): Promise<void> {
  const prepared: PreparedRecord[] = [];
  const places: Line[] = [];
  for (const line of lines) {
    const result = prepareRecord(line.record);
    if (isPrepared(result)) {
      prepared.push(result);
      places.push(line);
    } else report.problems.push({ ...result, file: line.file, line: line.line });
  }
  const whole = prepared.filter(({ id }) => !erasures.has(id));
  const sealed = new Map((await sealRecords(ports.vault, whole)).map((one) => [one.prepared, one]));
  const records: SealedRecord[] = prepared.map((one) => sealed.get(one) ?? { prepared: one, sealed: undefined });
  const outcomes = (await ports.writer.write({ viewer, records, keepKnown: true })) ?? [];
  const bare: { id: string; erasure: Erasure | undefined }[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const { id } = prepared[index]!;
    if (outcome.kind === "refused") {
      report.problems.push({ ...outcome.problem, file: places[index]!.file, line: places[index]!.line });
      continue;
    }
    report[outcome.kind] += 1;
    if (records[index]!.sealed === undefined || ports.vault.erasedRecord(id)) {
      report.erased.push(id);
      bare.push({ id, erasure: erasures.get(id) });
    }
  }
  if (bare.length === 0) return;
  await ports.connections.within(undefined, async (transaction) => {
    for (const { id, erasure } of bare) {
      await transaction.query(
        `insert into kelisim.erasure (record, key_slots, reason, by_person, at)
         select id, '{}', $2, $3, $4 from kelisim.record where id = $1 and key_slot is null
         on conflict (record) do nothing`,
        [id, erasure?.reason ?? "erased here before it was imported", erasure?.by ?? by, erasure?.at ?? ports.now()],
      );
    }
  });
}

async function takeDraft(ports: ImportPorts, viewer: Viewer, draft: Draft): Promise<boolean> {
  const [taken] = await ports.vault.take(1);
  const text = JSON.stringify({ record: draft.record, context: draft.context });
  const { nonce, ciphertext } = seal(taken!.key, `kelisim draft ${draft.id}`, text);
  const { rowCount } = await ports.connections.within(undefined, (transaction) =>
    transaction.query(
      `insert into kelisim.draft (id, region, party, body, kind, title, drafted_by, created, changed, version, key_slot,
         nonce, ciphertext)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing`,
      [
        draft.id,
        viewer.region,
        viewer.party,
        viewer.body,
        draft.kind,
        draft.title,
        draft.draftedBy,
        draft.created,
        draft.changed,
        draft.version,
        taken!.slot,
        nonce,
        ciphertext,
      ],
    ),
  );
  if (rowCount === 0) ports.vault.giveBack([taken!]);
  return rowCount === 1;
}

async function readManifest(folder: string): Promise<ExportManifest> {
  let manifest: ExportManifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  } catch (cause) {
    throw new ExportDamaged(`${join(folder, "manifest.json")} cannot be read: is this an export?`, { cause });
  }
  if (manifest.format !== 1) throw new ExportDamaged(`manifest.json: format ${manifest.format} is not known here`);
  for (const { name, sha256, body } of manifest.files) {
    const inside =
      /^(?:(?:records|drafts|interviews|decisions|briefs)\/)?[a-z0-9][a-z0-9-]*\.jsonl$/.test(name) &&
      normalize(name) === name;
    if (!inside || (body !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(body))) {
      throw new ExportDamaged(`manifest.json names "${name}", which no export holds`);
    }
    const sum = createHash("sha256");
    try {
      for await (const part of createReadStream(join(folder, name))) sum.update(part as Buffer);
    } catch (cause) {
      throw new ExportDamaged(`${name} cannot be read`, { cause });
    }
    if (sum.digest("hex") !== sha256) throw new ExportDamaged(`${name} is not the file that the manifest describes`);
  }
  return manifest;
}

async function* readLines<T>(folder: string, name: string): AsyncGenerator<{ value: T; line: number }> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
    line += 1;
    yield { value: JSON.parse(text) as T, line };
  }
}

async function* linesOf(folder: string, file: string, body: string): AsyncGenerator<Line> {
  for await (const { value, line } of readLines<WrittenRecord>(folder, file)) yield { file, line, body, record: value };
}

/** Merges files that are each in order of `known`. */
async function* byKnown(sources: readonly AsyncGenerator<Line>[]): AsyncGenerator<Line> {
  const heads: { source: AsyncGenerator<Line>; line: Line; known: number }[] = [];
  const pull = async (source: AsyncGenerator<Line>) => {
    const next = await source.next();
    if (next.done !== true)
      heads.push({ source, line: next.value, known: Date.parse(next.value.record.known ?? "") || 0 });
  };
  for (const source of sources) await pull(source);
  while (heads.length > 0) {
    let least = 0;
    for (let index = 1; index < heads.length; index += 1) if (heads[index]!.known < heads[least]!.known) least = index;
    const [head] = heads.splice(least, 1);
    yield head!.line;
    await pull(head!.source);
  }
}
