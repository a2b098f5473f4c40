import { kindName, partyName } from "./agreement.ts";
import { MINUTE, WORKLOAD_START, type WorkloadEvent } from "./workload.ts";

/** The workload's events as JSON Lines, one record each: known when it happened. */
export function recordLines(events: readonly WorkloadEvent[]): string {
  return events.map((event, i) => `${JSON.stringify(written(event, i))}\n`).join("");
}

function written(event: WorkloadEvent, index: number) {
  const occurred = new Date(WORKLOAD_START + event.minute * MINUTE).toISOString();
  const party = partyName(event.party);
  return {
    id: `E${index}`,
    kind: kindName(event.kind),
    from: party,
    occurred,
    recorded: occurred,
    content: { party, value: event.value },
  };
}
