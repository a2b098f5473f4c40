import type { Term } from "./term.ts";

/**
 * Who owes, or to whom it is owed. Resolved at the moment of the trigger.
 * A role that yields several actors makes one duty a pair; states among them count only while the
 * status table says they are bound (organisations and organs need no status row).
 */
export type Role =
  /** A party or parties named in the trigger: `r.to`, `e.host`. */
  | { readonly kind: "term"; readonly term: Term }
  /** A named party, organisation or organ. */
  | { readonly kind: "party"; readonly id: string }
  /** Every party bound at that moment (as debtor or creditor). */
  | { readonly kind: "each party" }
  /** As creditor: every party bound at that moment except the debtor. */
  | { readonly kind: "every other party" }
  /** A side of the instrument, as one actor. */
  | { readonly kind: "side"; readonly name: string }
  /** The side to which the party named by `term` belongs. */
  | { readonly kind: "side of"; readonly term: Term }
  /** As debtor: each side. */
  | { readonly kind: "each side" }
  /** As creditor: the side to which the debtor does not belong. */
  | { readonly kind: "other side" }
  /** Members of an organisation at that moment. */
  | { readonly kind: "members"; readonly organisation: string }
  /** Parties whose own part of a zone holds the place (zone features carry their party). */
  | { readonly kind: "parties in zone"; readonly zone: string; readonly place: Term }
  /** In a clause that follows a miss: the debtor or creditor of the duty that was not performed. */
  | { readonly kind: "debtor" }
  | { readonly kind: "creditor" }
  /** Owed to nobody in particular (a duty to keep, to apply). Only as creditor. */
  | { readonly kind: "nobody" }
  | { readonly kind: "all of"; readonly roles: readonly Role[] }
  | { readonly kind: "except"; readonly role: Role; readonly minus: Role };
