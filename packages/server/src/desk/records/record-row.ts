import type { RecordRow } from "@kelisim/api";
import type { StoredRecord } from "@kelisim/store";
import type { Words } from "@kelisim/words";
import { recordHead } from "../record-head.ts";
import { kindOf, summaryOf } from "./content-words.ts";

/** A record as the register lists it: its header in words, and the first things it says. */
export function recordRow(stored: Pick<StoredRecord, "record" | "erased">, words: Words): RecordRow {
  const head = recordHead(stored, words);
  const form = kindOf(words, stored.record)?.form;
  return {
    ...head,
    kindName: head.kindName === head.kind && form === undefined ? words.names.kind(head.kind) : head.kindName,
    ...(form === undefined ? {} : { form }),
    summary: stored.erased === true ? "" : summaryOf(stored.record, words),
  };
}
