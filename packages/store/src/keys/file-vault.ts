import { randomFillSync } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { isFull, KeyVaultDamaged, StorageFull } from "../errors.ts";
import { appendDestroyed, type Destroyed, readDestroyed } from "./destroyed-list.ts";
import type { KeyVault, TakenKey } from "./vault.ts";

export interface FileVaultOptions {
  /** The folder of keys: `keys` beside the database, or on a disk of its own. Never in the database's backups. */
  readonly folder: string;
}

/** AES-256: 32 bytes a key (FIPS 197). */
const SLOT = 32;
const SMALLEST_BLOCK = 1_024;
const LARGEST_BLOCK = 16_384;

/**
 * Keys in a file of fixed slots, beside it the list of destroyed ones. Keys are made in blocks and are on disk before
 * the first of a block is used, so that taking one needs no write. A slot is never given out twice: what was not used
 * when the process ends is left behind. All keys are held in memory, 32 bytes a record.
 */
export async function openFileVault({ folder }: FileVaultOptions): Promise<KeyVault> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const keyFile = join(folder, "keys.bin");
  const listFile = join(folder, "destroyed.jsonl");
  const handle = await open(keyFile, openFlags(keyFile), 0o600);
  syncFolder(folder);
  let bytes = readFileSync(keyFile);
  let slots = Math.floor(bytes.length / SLOT); // a last block that was cut off was never used
  const destroyed = new Set<number>();
  const records = new Set<string>();
  for (const entry of readDestroyed(listFile)) note(entry);
  await purgeAgain();

  let queue: TakenKey[] = [];
  let next = 0; // place in the queue
  let blockSize = SMALLEST_BLOCK;
  let making: Promise<void> | undefined;
  let closed = false;

  function note(entry: Destroyed): void {
    destroyed.add(entry.slot);
    if (entry.record !== undefined) records.add(entry.record);
  }

  function isEmpty(slot: number): boolean {
    for (let at = slot * SLOT; at < (slot + 1) * SLOT; at += 1) if (bytes[at] !== 0) return false;
    return true;
  }

  /** An older key file may have been put back: what the list names is overwritten again. */
  async function purgeAgain(): Promise<void> {
    const back = [...destroyed].filter((slot) => slot < slots && !isEmpty(slot));
    if (back.length > 0) await overwrite(back);
  }

  async function overwrite(list: readonly number[]): Promise<void> {
    const zeros = Buffer.alloc(SLOT);
    for (const slot of list) {
      if (slot >= slots) continue;
      bytes.fill(0, slot * SLOT, (slot + 1) * SLOT);
      await handle.write(zeros, 0, SLOT, slot * SLOT);
    }
    await handle.sync();
  }

  async function grow(block: Buffer): Promise<number> {
    const first = slots;
    await writeAll(handle, block, first * SLOT);
    await handle.datasync();
    const wider = first * SLOT + block.length;
    if (bytes.length < wider) {
      const room = Buffer.alloc(Math.max(wider, bytes.length * 2));
      bytes.copy(room, 0, 0, first * SLOT);
      bytes = room;
    }
    block.copy(bytes, first * SLOT);
    slots = first + block.length / SLOT;
    return first;
  }

  async function makeBlock(count: number): Promise<void> {
    const block = randomFillSync(Buffer.alloc(count * SLOT));
    const first = await grow(block);
    for (let index = 0; index < count; index += 1) {
      queue.push({ slot: first + index, key: block.subarray(index * SLOT, (index + 1) * SLOT) });
    }
  }

  /** One block at a time is being made. */
  function make(count: number): Promise<void> {
    making ??= makeBlock(count).finally(() => {
      making = undefined;
    });
    return making;
  }

  return {
    async take(count) {
      while (queue.length - next < count) {
        if (closed) throw new KeyVaultDamaged("the key vault is closed");
        blockSize = Math.min(LARGEST_BLOCK, blockSize * 2);
        await make(Math.max(blockSize, count)).catch((error: unknown) => {
          throw isFull(error) ? new StorageFull(error) : error;
        });
      }
      const taken = queue.slice(next, next + count);
      next += count;
      if (next > LARGEST_BLOCK) {
        queue = queue.slice(next);
        next = 0;
      }
      // The next block is made while these are used.
      if (queue.length - next < blockSize / 2) void make(blockSize).catch(() => {});
      return taken;
    },
    giveBack(keys) {
      queue.push(...keys);
    },
    key(slot) {
      if (slot < 0 || slot >= slots || destroyed.has(slot) || isEmpty(slot)) return undefined;
      return bytes.subarray(slot * SLOT, (slot + 1) * SLOT);
    },
    async destroy(list) {
      const at = new Date().toISOString();
      const entries = list.map((entry) => ({ ...entry, at }));
      appendDestroyed(listFile, entries);
      for (const entry of entries) note(entry);
      await overwrite(list.map((entry) => entry.slot));
    },
    destroyed: (slot) => destroyed.has(slot),
    destroyedSlots: () => [...destroyed],
    erasedRecord: (id) => records.has(id),
    async reserveThrough(slot) {
      if (making !== undefined) await making;
      // Slots that the database uses and this file never had: left empty, so that nothing new comes under them.
      if (slot >= slots) await grow(Buffer.alloc((slot + 1 - slots) * SLOT));
    },
    async close() {
      closed = true;
      if (making !== undefined) await making.catch(() => {});
      await handle.close();
    },
  };
}

/** Read and write; made where it is missing, never cut. */
function openFlags(file: string): string {
  try {
    if (!statSync(file).isFile()) throw new KeyVaultDamaged(`${file} is not a file`);
    return "r+";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "wx+";
    throw error;
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** A new file's name is on disk once its folder is. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
