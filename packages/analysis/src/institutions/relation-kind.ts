/** What a status makes of a party: "outside" and "suspended" belong to nothing for the time being. */
export type RelationKind = "member" | "observer" | "partner" | "signed" | "suspended" | "outside" | "other";

const KINDS: readonly (readonly [RegExp, RelationKind])[] = [
  [/^non-?member|^not a member/, "outside"],
  [/^(member|ratified|party)\b/, "member"],
  [/^observer\b/, "observer"],
  [/partner|^associate\b|^participant\b|^participating\b/, "partner"],
  [/^signator|^signed\b/, "signed"],
  [/^suspend|^inactive\b|^frozen\b/, "suspended"],
];

/** The kind of a status as a table words it ("dialogue-partner", "observer (guest)"); what fits none is "other". */
export function relationKind(status: string): RelationKind {
  const text = status.trim().toLowerCase();
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}
