import type { Ledger } from "@kelisim/duties";
import type { KelisimRecord } from "@kelisim/model";
import { partyName } from "../agreement.ts";
import { DAY, PARTIES } from "../workload.ts";
import type { Prepared } from "./prepare.ts";

/** In which order and in how many parts the records reach the ledger. */
export const WAYS = ["in order", "shuffled", "in order, 100 parts", "shuffled, 100 parts"] as const;
export type Way = (typeof WAYS)[number];

const PARTS = 100;

/** A function that brings all records to a ledger; after each part (where there are parts) one party's 90-day board is asked. */
export function arrival(way: Way, prepared: Prepared): (ledger: Ledger) => void {
  const records = way.startsWith("shuffled") ? shuffled(prepared.records) : prepared.records;
  if (!way.endsWith("parts")) return (ledger) => ledger.append(records);
  const size = Math.ceil(records.length / PARTS);
  const parts = Array.from({ length: PARTS }, (_, i) => records.slice(i * size, (i + 1) * size));
  return (ledger) => {
    let asOf = prepared.question.from;
    for (const [i, part] of parts.entries()) {
      ledger.append(part);
      for (const record of part) asOf = Math.max(asOf, record.occurred);
      ledger.board({ asOf, knownAt: asOf, from: asOf, until: asOf + 90 * DAY, party: partyName(i % PARTIES) });
    }
  };
}

/** The records in an order drawn with a fixed seed (Fisher and Yates, numbers by mulberry32). */
function shuffled(records: readonly KelisimRecord[]): readonly KelisimRecord[] {
  const result = [...records];
  let state = 20_261_121;
  for (let i = result.length - 1; i > 0; i--) {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    const j = Math.floor((((x ^ (x >>> 14)) >>> 0) / 2 ** 32) * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
