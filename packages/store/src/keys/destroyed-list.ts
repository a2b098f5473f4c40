import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { KeyVaultDamaged } from "../errors.ts";

/** A line of the list: the slot whose key was destroyed, and the record whose body went with it. */
export interface Destroyed {
  readonly slot: number;
  readonly record?: string;
  readonly at: string;
}

/**
 * The append-only list of destroyed slots, one JSON object a line. It is written before the key is overwritten, so
 * that an older key file put back in its place is purged again when it is opened.
 */
export function readDestroyed(file: string): readonly Destroyed[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  // A line without its end was cut off by a crash before it counted; the next one must not be glued to it.
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) truncateSync(file, whole);
  const lines = bytes.toString("utf8", 0, whole).split("\n").slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Destroyed;
    } catch (cause) {
      throw new KeyVaultDamaged(`${file}, line ${index + 1}: not a line of this list`, { cause });
    }
  });
}

/** Appends lines and waits until they are on disk. */
export function appendDestroyed(file: string, entries: readonly Destroyed[]): void {
  const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  const descriptor = openSync(file, "a", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
