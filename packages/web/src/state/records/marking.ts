/** Labels of TLP 2.0 (FIRST, section 2), the most open first. */
export const TLP_LABELS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

/** What a person chooses: a label, and whom the record is released to beside its addressees. */
export interface Marking {
  readonly label: TlpLabel;
  /** Parties ("KAZ") and bodies ("KAZ/customs"). */
  readonly releaseTo: readonly string[];
}

export const DEFAULT_MARKING: Marking = { label: "TLP:AMBER", releaseTo: [] };

/** Whether a list of readers says anything behind a label: the two open ones are everybody's. */
export const takesReaders = (label: TlpLabel): boolean => label !== "TLP:CLEAR" && label !== "TLP:GREEN";

/** Writes a marking as a record holds it: "TLP:AMBER KAZ, UZB/customs". */
export function writeMarking({ label, releaseTo }: Marking): string {
  return takesReaders(label) && releaseTo.length > 0 ? `${label} ${releaseTo.join(", ")}` : label;
}

/** Reads a marking; what is absent or not understood here reads as the default, as the node reads it. */
export function readMarking(text: string | undefined): Marking {
  const [label = "", ...rest] = (text ?? "").trim().split(/\s+/);
  const known = TLP_LABELS.find((each) => each === label);
  if (known === undefined) return DEFAULT_MARKING;
  const releaseTo = rest
    .join(" ")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return { label: known, releaseTo };
}

/** Who is able to read a record, in parts that a sentence is made of. */
export interface Audience {
  /** Every body of this node, whichever party it is of. */
  readonly everyone: boolean;
  /** All bodies of the party whose body keeps the record; else only that body. */
  readonly ownParty: boolean;
  /** Parties it is addressed or released to: all their bodies. */
  readonly parties: readonly string[];
  /** Single bodies it is released to: "KAZ/customs". */
  readonly bodies: readonly string[];
}

/**
 * The effect of a marking, by the rule that the database holds (TLP 2.0, section 2; the node's docs/security.md): addressees
 * always read; CLEAR and GREEN are everyone's here; AMBER is the own party's; AMBER+STRICT and RED only the own body's.
 */
export function audienceOf({ label, releaseTo }: Marking, to: readonly string[]): Audience {
  const everyone = !takesReaders(label) || to.includes("*");
  const named = takesReaders(label) ? [...to, ...releaseTo] : to;
  const unique = [...new Set(named.filter((each) => each !== "*"))];
  return {
    everyone,
    ownParty: label === "TLP:AMBER" || !takesReaders(label),
    parties: unique.filter((each) => !each.includes("/")),
    bodies: unique.filter((each) => each.includes("/")),
  };
}
