import { formatDated } from "./dated.ts";
import { formatDecimal } from "./decimal.ts";
import { formatInstant } from "./instant.ts";
import { isBig } from "./read-value.ts";
import type { KelisimRecord, Value, WrittenRecord } from "./record.ts";
import type { AttributeType, Kind } from "./vocabulary.ts";

/**
 * Writes a record as the JSON value that `readRecords` reads back to the same record: instants in UTC, amounts as
 * text. What the reader fills in (version 1, `known` as `recorded`, empty lists) is left out.
 */
export function writeRecord(record: KelisimRecord, kinds: readonly Kind[]): WrittenRecord {
  const kind = kinds.find((candidate) => candidate.name === record.kind && candidate.version === record.version);
  const types = new Map(kind?.attributes.map((attribute) => [attribute.name, attribute.type]));
  const content: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.content)) {
    if (value !== undefined) content[name] = writeValue(types.get(name), value);
  }
  return {
    id: record.id,
    kind: record.kind,
    ...(record.version === 1 ? {} : { version: record.version }),
    ...(record.from === "" ? {} : { from: record.from }),
    ...(record.body === undefined ? {} : { body: record.body }),
    ...(record.to.length === 0 ? {} : { to: record.to }),
    ...(record.under === undefined ? {} : { under: record.under }),
    ...(record.channel === undefined ? {} : { channel: record.channel }),
    ...(record.marking === undefined ? {} : { marking: record.marking }),
    occurred: formatInstant(record.occurred),
    ...(record.received === undefined ? {} : { received: formatInstant(record.received) }),
    recorded: formatInstant(record.recorded),
    ...(record.known === record.recorded ? {} : { known: formatInstant(record.known) }),
    ...(record.corrects === undefined ? {} : { corrects: record.corrects }),
    ...(record.withdraws === undefined ? {} : { withdraws: record.withdraws }),
    ...(Object.keys(content).length === 0 ? {} : { content }),
  };
}

/** Dates and instants are numbers in memory, as counts are: only the attribute's type tells them apart. */
function writeValue(type: AttributeType | undefined, value: Value): unknown {
  if (isBig(value)) return formatDecimal(value);
  if (typeof value === "number") {
    if (type?.type === "date") return formatDated(value);
    return type?.type === "instant" ? formatInstant(value) : value;
  }
  if (typeof value !== "object" || Array.isArray(value)) return value;
  if ("currency" in value) return { amount: formatDecimal(value.amount), currency: value.currency };
  return "precision" in value ? value.text : value;
}
