import type { WrittenRecord } from "@kelisim/model";
import { saltedHash, seal } from "../body-cipher.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Viewer } from "../viewer.ts";
import type { SealedRecord } from "./insert.ts";
import { createLook } from "./look.ts";
import { isPrepared, type PreparedRecord, prepareRecord } from "./prepare.ts";
import type { AppendReport, Records, StreamOptions } from "./records.ts";
import type { Sights } from "./sights.ts";
import { type StreamPorts, streamBatches, streamTexts } from "./stream.ts";
import type { Writer } from "./writer.ts";

export interface RecordPorts extends StreamPorts {
  readonly writer: Writer;
  readonly sights: Sights;
}

/**
 * Records prepared and encrypted at a time. Between two of them others get their turn, answers of the database first of all:
 * with a thousand the database waits for us half of the time.
 */
const STEP = 100;

/** Encrypts bodies under fresh keys; a body that was erased before is left out, whoever brings it back. */
export async function sealRecords(
  vault: KeyVault,
  prepared: readonly PreparedRecord[],
): Promise<readonly SealedRecord[]> {
  const erased = prepared.map(({ id }) => vault.erasedRecord(id));
  const keys = await vault.take(erased.filter((gone) => !gone).length);
  let used = 0;
  return prepared.map((one, index) => {
    if (erased[index]) return { prepared: one, sealed: undefined };
    const { slot, key } = keys[used++]!;
    return { prepared: one, sealed: { slot, hash: saltedHash(key, one.body), ...seal(key, one.header, one.body) } };
  });
}

/** The records of one body: see `Records`. */
export function createRecords(ports: RecordPorts, viewer: Viewer): Records {
  const look = createLook(ports, viewer);

  async function append(written: readonly WrittenRecord[]): Promise<AppendReport> {
    const report: { -readonly [K in keyof AppendReport]: AppendReport[K][number][] } = {
      taken: [],
      repeated: [],
      refused: [],
    };
    const parts: Promise<void>[] = [];
    for (let from = 0; from < written.length; from += STEP) {
      const places: number[] = [];
      const prepared: PreparedRecord[] = [];
      for (let index = from; index < Math.min(from + STEP, written.length); index += 1) {
        const result = prepareRecord(written[index]!);
        if (isPrepared(result)) {
          prepared.push(result);
          places.push(index);
        } else report.refused.push({ index, ...idOf(written[index]!), problem: result });
      }
      if (prepared.length === 0) continue;
      const records = await sealRecords(ports.vault, prepared);
      const part = ports.writer.write({ viewer, records }).then((outcomes) => {
        for (const [place, outcome] of (outcomes ?? []).entries()) {
          const { id } = prepared[place]!;
          if (outcome.kind === "taken") report.taken.push({ id, seq: outcome.seq, known: outcome.known });
          else if (outcome.kind === "repeated") report.repeated.push({ id, seq: outcome.seq });
          else report.refused.push({ index: places[place]!, id, problem: outcome.problem });
        }
      });
      part.catch(() => {}); // reported below
      parts.push(part);
      if (from + STEP < written.length) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(parts);
    report.refused.sort((a, b) => a.index - b.index);
    return report;
  }

  const batches = (options: StreamOptions = {}) => streamBatches(ports, viewer, options);
  return {
    append,
    ...look,
    batches,
    texts: (options = {}) => streamTexts(ports, viewer, options),
    async *stream(options) {
      for await (const batch of batches(options)) yield* batch;
    },
  };
}

function idOf(written: WrittenRecord): { id?: string } {
  return typeof written.id === "string" ? { id: written.id.slice(0, 300) } : {};
}
