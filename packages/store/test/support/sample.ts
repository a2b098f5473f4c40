import type { WrittenRecord } from "@kelisim/model";
import type { Viewer } from "../../src/index.ts";

/** Bodies of the fictional region of the courses. */
export const BORDER: Viewer = { region: "four-rivers", party: "SEL", body: "border-service" };
export const CUSTOMS: Viewer = { region: "four-rivers", party: "SEL", body: "customs" };
export const OREAN: Viewer = { region: "four-rivers", party: "ORE", body: "ministry" };
export const TALEN: Viewer = { region: "four-rivers", party: "TAL", body: "customs" };

export function exercise(id: string, more: Partial<WrittenRecord> = {}): WrittenRecord {
  return {
    id,
    kind: "Exercise",
    from: "SEL",
    under: ["RIVER"],
    occurred: "2026-10-06T09:00:00Z",
    recorded: "2026-10-06T09:20:00Z",
    content: { host: "SEL", live: true, personnel: 9500, start: "2026-11-28", end: "2026-12-01" },
    ...more,
  };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
