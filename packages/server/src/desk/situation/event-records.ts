import { createRecordReader, type KelisimRecord } from "@kelisim/model";
import type { NodeContext, Viewer } from "../../context.ts";
import type { Desk } from "../desk.ts";

/** Records of one look; older ones are counted, not read. */
const MOST = 2000;
const PAGE = 500;

export interface EventRecords {
  readonly records: readonly KelisimRecord[];
  /** How many more there are than were looked at. */
  readonly notLooked: number;
}

/**
 * The records of events that a body may see, as they stand: of a corrected one the last restatement, of a withdrawn one
 * nothing. Read through the body's own session, so that row-level security decides; the newest come first.
 */
export async function eventRecords(
  node: NodeContext,
  desk: Desk,
  viewer: Viewer,
  knownAt: number,
): Promise<EventRecords> {
  const { program, region } = desk;
  const kinds = program.vocabulary.filter(({ form }) => form === "event").map(({ name }) => name);
  const { records } = node.store.as(viewer);
  const reader = createRecordReader(program.vocabulary, {
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
  });
  const found: KelisimRecord[] = [...(await desk.ownRecords()).records];
  let after: string | undefined;
  let looked = 0;
  do {
    const page = await records.page({
      kinds: [...kinds, "withdrawal"],
      order: "newest",
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    looked += page.records.length;
    for (const stored of page.records) {
      if (stored.erased === true || stored.unreadable === true) continue;
      const { record } = reader.written(stored.record);
      if (record !== undefined) found.push(record);
    }
    after = page.next;
  } while (after !== undefined && looked < MOST);
  const notLooked = after === undefined ? 0 : Math.max(0, (await records.count({ kinds })) - looked);
  return { records: standing(found.filter(({ known }) => known <= knownAt)), notLooked };
}

/** What is left once corrections have taken the place of what they restate, and withdrawals have taken it back. */
export function standing(records: readonly KelisimRecord[]): readonly KelisimRecord[] {
  const replaced = new Set<string>();
  const about = new Map<string, KelisimRecord>();
  for (const record of records) {
    const target = record.withdraws ?? record.corrects;
    if (target === undefined) continue;
    const before = about.get(target);
    // Of two restatements the one learned later stands; ties go by id, as everywhere.
    if (
      before !== undefined &&
      (before.known > record.known || (before.known === record.known && before.id > record.id))
    ) {
      replaced.add(record.id);
      continue;
    }
    if (before !== undefined) replaced.add(before.id);
    about.set(target, record);
    replaced.add(target);
  }
  return records.filter((record) => !replaced.has(record.id) && record.withdraws === undefined);
}
