import { type Refusal, refuse } from "@kelisim/model";

/** Labels of the Traffic Light Protocol, version 2.0 (FIRST), section 2. */
export const TLP_LABELS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;

export type TlpLabel = (typeof TLP_LABELS)[number];

/** To whom a record may be released. */
export interface Marking {
  readonly label: TlpLabel;
  /** Parties ("KAZ": all its bodies) and bodies ("KAZ/customs"), beside those that the label allows. */
  readonly releaseTo: readonly string[];
}

/** What counts where a record has no marking: the owner party, and whom it is addressed to. */
export const UNMARKED: Marking = { label: "TLP:AMBER", releaseTo: [] };

const ENTRY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}(?:\/[a-z0-9][a-z0-9-]{0,59})?$/;
const EXAMPLE = 'write a label and, after a space, whom it is released to: "TLP:AMBER KAZ, UZB/customs"';

/**
 * Reads a marking: a label of TLP 2.0, then perhaps a list of parties and bodies. Without a marking a record counts
 * as TLP:AMBER. Refused: other labels, older ones (TLP:WHITE), entries that name neither party nor body, and a list
 * behind a label that is open to every body here anyway.
 *
 * @example parseMarking("TLP:AMBER KAZ, UZB/customs") // { label: "TLP:AMBER", releaseTo: ["KAZ", "UZB/customs"] }
 */
export function parseMarking(text: string | undefined): Marking | Refusal {
  if (text === undefined) return UNMARKED;
  const end = text.indexOf(" ");
  const label = end < 0 ? text : text.slice(0, end);
  if (!isLabel(label)) {
    const mend = label === "TLP:WHITE" ? "version 2.0 calls it TLP:CLEAR" : EXAMPLE;
    return refuse(`"${label.slice(0, 60)}" is not a label of TLP 2.0`, mend, "record/marking");
  }
  if (end < 0) return { label, releaseTo: [] };
  const releaseTo: string[] = [];
  for (const written of text.slice(end + 1).split(",")) {
    const entry = written.trim();
    if (!ENTRY.test(entry)) {
      return refuse(`"${entry.slice(0, 60)}" is neither a party nor a body of one`, EXAMPLE, "record/marking");
    }
    if (!releaseTo.includes(entry)) releaseTo.push(entry);
  }
  if (label === "TLP:CLEAR" || label === "TLP:GREEN") {
    const mend = `leave the list out, or choose TLP:AMBER`;
    return refuse(`${label} is open to every body here: a list behind it narrows nothing`, mend, "record/marking");
  }
  return { label, releaseTo };
}

function isLabel(text: string): text is TlpLabel {
  return (TLP_LABELS as readonly string[]).includes(text);
}
