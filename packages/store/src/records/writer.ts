import type { Problem } from "@kelisim/model";
import type pg from "pg";
import { saltedHash } from "../body-cipher.ts";
import { beginAs, isAway, namedFault, nameViewer } from "../connection.ts";
import { isFull } from "../errors.ts";
import type { KeyVault } from "../keys/vault.ts";
import { bodyPath, type Viewer } from "../viewer.ts";
import { insertRecords, type SealedRecord } from "./insert.ts";

/** Records of one body that go in together. */
export interface WriteJob {
  readonly viewer: Viewer;
  readonly records: readonly SealedRecord[];
  /** Keeps `known` as given where it is later than all that is held: only an import into an empty node. */
  readonly keepKnown?: boolean;
  /** Runs in the same transaction, before the records; false: nothing of this job is done. The job goes alone. */
  readonly alongside?: (client: pg.ClientBase) => Promise<boolean>;
  /** Where a record is refused, nothing of this job is done. */
  readonly allOrNothing?: boolean;
}

/** What became of each record, in the order of the job. */
export type WriteOutcome =
  | { readonly kind: "taken"; readonly seq: number; readonly known: string }
  | { readonly kind: "repeated"; readonly seq: number }
  | { readonly kind: "refused"; readonly problem: Problem };

export interface Writer {
  /** Outcomes once they are on disk; undefined where `alongside` said no. Rejects with `DatabaseAway`. */
  write(job: WriteJob): Promise<readonly WriteOutcome[] | undefined>;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
}

export interface WriterOptions {
  /** The connection that holds the lock of the one server; rejects with `DatabaseAway` while it is lost. */
  readonly client: () => Promise<pg.ClientBase>;
  readonly vault: KeyVault;
  readonly now: () => Date;
  /** The latest `known` that was held when the connection was made. */
  readonly heldKnown: () => number;
  /** Told after a commit. */
  readonly committed: (taken: readonly { readonly seq: number; readonly body: string | undefined }[]) => void;
}

/** Records in one commit: enough to share one wait for the disk, few enough to keep the others' wait short. */
const LARGEST_COMMIT = 4_000;

interface Waiting {
  readonly job: WriteJob;
  readonly resolve: (outcomes: readonly WriteOutcome[] | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes records in one commit after the other: whoever waits while one commit goes to disk shares the next. There is
 * one writer a database, on the connection that holds the server's lock, so that `seq` and `known` increase in the
 * order of commits and a reader who has seen one `seq` never misses a smaller one.
 */
export function createWriter(options: WriterOptions): Writer {
  const waiting: Waiting[] = [];
  let lastKnown = 0;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    await Promise.resolve(); // whoever writes in this same moment shares the first commit
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const outcomes = await commit(group.map(({ job }) => job));
        for (const [index, { resolve }] of group.entries()) resolve(outcomes[index]);
      } catch (error) {
        // A fault of one job must not be everybody's: each is tried by itself. One of the machine is.
        const ofMachine = isAway(error) || isFull(error);
        if (ofMachine || group.length === 1) for (const { reject } of group) reject(namedFault(error));
        else await oneByOne(group);
      }
    }
    running = undefined; // in the same step as the last look: whoever comes later starts it again
  }

  async function oneByOne(group: readonly Waiting[]): Promise<void> {
    for (const { job, resolve, reject } of group) {
      try {
        resolve((await commit([job]))[0]);
      } catch (error) {
        reject(namedFault(error));
      }
    }
  }

  function nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let records = 0;
    for (;;) {
      const next = waiting[0];
      if (next === undefined || records >= LARGEST_COMMIT) return group;
      const alone = next.job.alongside !== undefined || next.job.keepKnown === true || next.job.allOrNothing === true;
      if (alone && group.length > 0) return group;
      waiting.shift();
      group.push(next);
      records += next.job.records.length;
      if (alone) return group;
    }
  }

  async function commit(jobs: readonly WriteJob[]): Promise<(readonly WriteOutcome[] | undefined)[]> {
    const client = await options.client();
    lastKnown = Math.max(lastKnown, options.heldKnown());
    const known = Math.max(options.now().getTime(), lastKnown + 1);
    const stamp = new Date(known).toISOString();
    const results = new Map<WriteJob, readonly WriteOutcome[] | undefined>();
    const unused: SealedRecord[] = [];
    const taken: { seq: number; body: string | undefined }[] = [];
    let latest = lastKnown;
    try {
      for (const [position, body] of byBody(jobs).entries()) {
        const { viewer } = body[0]!;
        await client.query(position === 0 ? beginAs(viewer) : nameViewer(viewer));
        const first = body[0]!;
        if (first.alongside !== undefined && !(await first.alongside(client))) {
          await client.query("rollback");
          return [undefined];
        }
        const records = body.flatMap((job) => job.records);
        const stamps = records.map(({ prepared }) => {
          if (first.keepKnown !== true || prepared.known === undefined) return stamp;
          const given = Date.parse(prepared.known);
          if (given < latest || given > known) return stamp;
          latest = given;
          return prepared.known;
        });
        const outcomes = await insertChecked(client, viewer, records, stamps);
        if (first.allOrNothing === true && outcomes.some(({ kind }) => kind === "refused")) {
          await client.query("rollback");
          options.vault.giveBack(records.flatMap(keyOf));
          return [outcomes];
        }
        for (const [index, outcome] of outcomes.entries()) {
          const record = records[index]!;
          if (outcome.kind !== "taken") unused.push(record);
          else {
            const body = record.sealed === undefined ? undefined : record.prepared.body;
            taken.push({ seq: outcome.seq, body });
            latest = Math.max(latest, Date.parse(outcome.known));
          }
        }
        let at = 0;
        for (const job of body) {
          results.set(job, outcomes.slice(at, at + job.records.length));
          at += job.records.length;
        }
      }
      const highest = taken.reduce((most, { seq }) => Math.max(most, seq), 0);
      await client.query(highest === 0 ? "commit" : `select pg_notify('kelisim_records', '${highest}'); commit`);
    } catch (error) {
      if (!isAway(error)) await client.query("rollback").catch(() => {});
      throw error;
    }
    lastKnown = latest;
    options.vault.giveBack(unused.flatMap(keyOf));
    if (taken.length > 0) options.committed(taken);
    return jobs.map((job) => results.get(job));
  }

  function keyOf({ sealed }: SealedRecord) {
    const key = sealed === undefined ? undefined : options.vault.key(sealed.slot);
    return sealed === undefined || key === undefined ? [] : [{ slot: sealed.slot, key: Uint8Array.from(key) }];
  }

  async function insertChecked(
    client: pg.ClientBase,
    viewer: Viewer,
    records: readonly SealedRecord[],
    stamps: readonly string[],
  ): Promise<readonly WriteOutcome[]> {
    const outcomes: (WriteOutcome | undefined)[] = new Array(records.length).fill(undefined);
    const strangers = await findStrangers(client, viewer, records);
    for (const [index, refused] of strangers) outcomes[index] = { kind: "refused", problem: refused };
    const free = records.map((_record, index) => index).filter((index) => outcomes[index] === undefined);
    if (free.length === 0) return outcomes as WriteOutcome[];
    const { rows } = await client.query<{ id: string; seq: string }>(
      insertRecords(
        viewer,
        free.map((index) => records[index]!),
        free.map((index) => stamps[index]!),
      ),
    );
    const seqs = new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
    const held: number[] = [];
    for (const index of free) {
      const { id } = records[index]!.prepared;
      const seq = seqs.get(id);
      if (seq === undefined) held.push(index);
      else {
        outcomes[index] = { kind: "taken", seq, known: stamps[index]! };
        seqs.delete(id); // a second one with this id in the same batch is compared with the first
      }
    }
    if (held.length > 0) await compareHeld(client, viewer, records, held, outcomes);
    return outcomes as WriteOutcome[];
  }

  /** Corrections and withdrawals of what is not the own body's; what is hidden and what is not there read alike. */
  async function findStrangers(client: pg.ClientBase, viewer: Viewer, records: readonly SealedRecord[]) {
    const found = new Map<number, Problem>();
    const about = records.map(({ prepared }) => prepared.corrects ?? prepared.withdraws);
    const asked = about.filter((id) => id !== undefined);
    if (asked.length === 0) return found;
    const { rows } = await client.query<{ id: string }>(
      `select id from kelisim.record where id = any($1) and region = $2 and owner_party = $3 and owner_body = $4`,
      [asked, viewer.region, viewer.party, viewer.body],
    );
    const own = new Set(rows.map(({ id }) => id));
    for (const [index, id] of about.entries()) {
      if (id === undefined || own.has(id)) {
        own.add(records[index]!.prepared.id);
        continue;
      }
      const path = records[index]!.prepared.corrects === undefined ? "withdraws" : "corrects";
      found.set(index, {
        code: "record/not-own",
        severity: "error",
        message: `${path}: "${id}" is no record of ${bodyPath(viewer)}`,
        mend: "only the body that keeps a record corrects it or takes it back",
      });
    }
    return found;
  }

  async function compareHeld(
    client: pg.ClientBase,
    viewer: Viewer,
    records: readonly SealedRecord[],
    held: readonly number[],
    outcomes: (WriteOutcome | undefined)[],
  ): Promise<void> {
    const { rows } = await client.query<{ id: string; seq: string; header: string; key_slot: string; hash: Buffer }>(
      `select id, seq, header, key_slot, body_sha256 as hash from kelisim.record
       where id = any($1) and region = $2 and owner_party = $3 and owner_body = $4`,
      [held.map((index) => records[index]!.prepared.id), viewer.region, viewer.party, viewer.body],
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const index of held) {
      const { prepared } = records[index]!;
      const row = known.get(prepared.id);
      if (row !== undefined && row.header === prepared.header) {
        const key = row.key_slot === null ? undefined : options.vault.key(Number(row.key_slot));
        // Erased: there is nothing left to compare with, and nothing to take.
        if (
          records[index]!.sealed === undefined ||
          key === undefined ||
          saltedHash(key, prepared.body).equals(row.hash)
        ) {
          outcomes[index] = { kind: "repeated", seq: Number(row.seq) };
          continue;
        }
      }
      outcomes[index] = { kind: "refused", problem: idIsHeld(prepared.id, row !== undefined) };
    }
  }

  return {
    write(job) {
      return new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        running ??= run();
      });
    },
    async idle() {
      while (running !== undefined) await running;
    },
  };
}

/** Jobs of the same body stand together, in order of arrival within it. */
function byBody(jobs: readonly WriteJob[]): readonly (readonly WriteJob[])[] {
  const groups = new Map<string, WriteJob[]>();
  for (const job of jobs) {
    const name = `${job.viewer.region}/${bodyPath(job.viewer)}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [job]);
    else group.push(job);
  }
  return [...groups.values()];
}

function idIsHeld(id: string, own: boolean): Problem {
  return {
    code: "record/conflicting-id",
    severity: "error",
    message: own ? `id: "${id}" is held with other content` : `id: "${id}" cannot be used here`,
    mend: own
      ? "give a correction its own id, and name the record it corrects in corrects"
      : "choose another id; one with a random part is free",
  };
}
