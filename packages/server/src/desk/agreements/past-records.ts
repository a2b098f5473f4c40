import type { Program } from "@kelisim/accord/program";
import { readsOf } from "@kelisim/draft";
import { createRecordReader, type KelisimRecord, timelineRecords } from "@kelisim/model";
import type { NodeContext, Viewer } from "../../context.ts";
import type { Desk } from "../desk.ts";

/**
 * The records over which two texts are compared: of the kinds that their clauses speak of, those of the region's folder,
 * those of its timeline, and those of the store that the asking body may read. Nothing else is loaded.
 */
export async function pastRecords(
  node: NodeContext,
  desk: Desk,
  viewer: Pick<Viewer, "region" | "party" | "body">,
  programs: readonly Program[],
): Promise<readonly KelisimRecord[]> {
  const { region, program } = desk;
  const kinds = new Set<string>();
  for (const { instruments } of programs) {
    const clauses = instruments.flatMap((instrument) => instrument.clauses);
    for (const kind of readsOf(clauses, clauses).keys()) kinds.add(kind);
  }
  const own = await desk.ownRecords();
  const records = [...timelineRecords(region.timeline, region.timeZone), ...own.records].filter(({ kind }) =>
    kinds.has(kind),
  );
  const reader = createRecordReader(program.vocabulary, {
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
  });
  for await (const { record, erased, unreadable } of node.store.as(viewer).records.stream()) {
    if (erased === true || unreadable === true || !kinds.has(record.kind)) continue;
    const read = reader.written(record);
    if (read.record !== undefined) records.push(read.record);
  }
  return records;
}
