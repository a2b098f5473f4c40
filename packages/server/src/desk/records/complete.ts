import { randomUUID } from "node:crypto";
import { formatInstant, type WrittenRecord } from "@kelisim/model";
import type { Viewer } from "../../context.ts";
import type { Desk } from "../desk.ts";

/**
 * Fills in what a person does not write: an id of its own ("KAZ-20261122-3f0c…"), the version of the kind that is asked for
 * today, the body that speaks where it is our own, and when it was written down. `known` is the node's to give.
 */
export function complete(
  given: Readonly<Record<string, unknown>>,
  desk: Desk,
  viewer: Viewer,
  now: number,
): WrittenRecord {
  const { known: _known, ...record } = given as unknown as WrittenRecord;
  const kind = desk.program.vocabulary
    .filter(({ name }) => name === record.kind)
    .reduce<number>((newest, { version }) => Math.max(newest, version), 1);
  const speaks = record.from !== undefined && record.from === viewer.party && viewer.body !== "";
  return {
    ...record,
    id: record.id ?? newId(record.from ?? viewer.party, now),
    ...(record.version === undefined && kind !== 1 ? { version: kind } : {}),
    ...(record.body === undefined && speaks ? { body: viewer.body } : {}),
    recorded: record.recorded ?? formatInstant(now),
  };
}

/** Long enough that two nodes never give the same one. */
export function newId(party: unknown, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  const who = typeof party === "string" && /^[A-Za-z0-9_.-]{1,40}$/.test(party) ? party : "record";
  return `${who}-${day}-${randomUUID().replaceAll("-", "").slice(0, 16)}`;
}
