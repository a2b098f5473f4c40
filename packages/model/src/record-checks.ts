import type { RecordHeader } from "./record-header.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Kind } from "./vocabulary.ts";

/** Takes a fault, with the path of the field that it is about. */
export type Fault = (path: string, refusal: Refusal) => void;

/** Links of an ordinary record: it may correct another, but only a withdrawal withdraws. */
export function checkLinks(header: RecordHeader, fault: Fault): void {
  if (header.withdraws !== undefined) {
    fault(
      "withdraws",
      refuse(`stands in a record of kind ${header.kind}`, 'only a record of kind "withdrawal" withdraws another'),
    );
  }
  if (header.corrects === header.id)
    fault("corrects", refuse("names the record itself", "name the record it corrects"));
}

/** A withdrawal names the record that is taken back, and says nothing else. */
export function checkWithdrawal(header: RecordHeader, content: Readonly<Record<string, unknown>>, fault: Fault): void {
  if (header.withdraws === undefined) {
    fault("withdraws", refuse("is missing", "name the record that is taken back", "record/missing-attribute"));
  }
  if (header.withdraws === header.id) fault("withdraws", refuse("names the record itself"));
  if (header.corrects !== undefined) fault("corrects", refuse("stands in a withdrawal", "a withdrawal only withdraws"));
  if (header.version !== 1) fault("version", refuse("a withdrawal has version 1", undefined, "record/unknown-version"));
  if (Object.keys(content).length > 0) fault("content", refuse("a withdrawal has no content", "take it out"));
}

/** Facts are never changed in place: what counts from when must stay readable at every earlier known-at. */
export function checkFactHeader(header: RecordHeader, fault: Fault): void {
  const mend = "state the fact again under a new id: the later one counts from when it is known";
  if (header.corrects !== undefined) fault("corrects", refuse("a fact is not corrected in place", mend));
  if (header.withdraws !== undefined) fault("withdraws", refuse("a fact does not withdraw a record", mend));
  if (header.version !== 1) fault("version", refuse("a fact has version 1", undefined, "record/unknown-version"));
}

/** Somebody speaks in every notice; an event may instead name its actor among its attributes. */
export function checkSpeaker(kind: Kind, header: RecordHeader, fault: Fault, warn: Fault): void {
  if (header.from === "" && (kind.form === "notice" || kind.actor === undefined)) {
    fault(
      "from",
      refuse(
        "is missing",
        `name the party that ${kind.form === "notice" ? "speaks" : "did it"}`,
        "record/missing-attribute",
      ),
    );
  }
  if (kind.form === "notice" && header.to.length === 0) {
    const mend = 'name the parties it is addressed to; ["*"] is everyone';
    warn(
      "to",
      refuse("is missing: the notice discharges nothing that is owed to somebody", mend, "record/no-addressee"),
    );
  }
}
