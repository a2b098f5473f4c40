import type { WrittenRecord } from "@kelisim/model";

const MINUTE = 60_000;
const DAY = 86_400_000;
const STATES = ["ORE", "SEL", "TAL"];

/**
 * Requests to Avelin, spread over the years before `now`, each making one duty to answer, and the answers: all but every
 * thousandth. The invented region of the courses; nothing here is about a real state.
 */
export function* requestsToAvelin(count: number, now: number): Generator<WrittenRecord> {
  const step = (20 * 365 * DAY) / count;
  for (let i = 0; i < count; i++) {
    const id = `bench-${i.toString(36).padStart(6, "0")}`;
    const at = now - (count - i) * step - DAY;
    const from = STATES[i % STATES.length]!;
    const occurred = new Date(at).toISOString();
    yield {
      id,
      kind: "ClarificationRequest",
      from,
      to: ["AVE"],
      under: ["RIVER"],
      channel: "border representatives",
      marking: "TLP:GREEN",
      occurred,
      recorded: occurred,
      content: { urgent: i % 3 === 0 },
    };
    if (i % 1000 === 999) continue;
    const answered = new Date(at + (i % 700) * MINUTE).toISOString();
    yield {
      id: `${id}-a`,
      kind: "Clarification",
      from: "AVE",
      to: [from],
      under: ["RIVER"],
      channel: "border representatives",
      marking: "TLP:GREEN",
      occurred: answered,
      recorded: answered,
      content: { answers: id },
    };
  }
}

/** The records in pieces of so many. */
export function* inBatches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const each of all) {
    batch.push(each);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
