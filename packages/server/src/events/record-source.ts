import type { Store } from "@kelisim/store";
import type { EventSource, NodeEvent } from "./event-source.ts";

/** Records that a body may read, as they come in: their headers; the page asks for more where it shows more. */
export function recordSource(store: Store): EventSource {
  return {
    kind: "record",
    async now(viewer) {
      return String(await store.as(viewer).records.lastSeq());
    },
    async after(viewer, position, limit) {
      if (!/^\d{1,15}$/.test(position)) return undefined;
      const events: NodeEvent[] = [];
      let last = position;
      for await (const row of store.as(viewer).records.stream({ afterSeq: Number(position), batch: limit })) {
        if (events.length === limit) return { events, position: last, more: true };
        last = String(row.seq);
        const { id, kind, from, to, occurred, known, corrects, withdraws } = row.record;
        const data = { seq: row.seq, id, kind, from, to, occurred, known, corrects, withdraws };
        events.push({ position: last, name: "record", data });
      }
      return { events, position: last, more: false };
    },
  };
}
