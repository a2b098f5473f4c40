import type { Assumption, Scalar } from "./quantity.ts";

/**
 * Something a condition or a deadline can refer to.
 *
 * `attribute` reads an attribute of the record bound to `variable`. Besides the attributes that the
 * vocabulary declares, every record has the header attributes `from` (party), `to` (parties),
 * `sent` and `occurred` (instant, the same moment) and `received` (instant, may be missing).
 */
export type Term =
  | { readonly kind: "constant"; readonly value: Scalar; readonly assumed?: Assumption }
  | { readonly kind: "attribute"; readonly variable: string; readonly name: string }
  /** The record itself; two records are equal when they have the same subject. */
  | { readonly kind: "record"; readonly variable: string }
  /** The label of the recurring duty's period ("2026", "2026-Q3", "2026-07"), `offset` periods on. */
  | { readonly kind: "period"; readonly offset: number }
  /** The half-open bounds of the period, as dates. */
  | { readonly kind: "period start" }
  | { readonly kind: "period end" }
  /** The moment at which the duty arose: the trigger's moment, or the missed deadline. */
  | { readonly kind: "moment" }
  /** The day from which the debtor is bound by the instrument. */
  | { readonly kind: "bound since" }
  /** A threshold that a party set for itself; `otherwise` where it set none. */
  | { readonly kind: "own threshold"; readonly name: string; readonly of: Term; readonly otherwise: Term }
  /** A count or sum of other records in the window that ends at the trigger's moment (inclusive). */
  | {
      readonly kind: "window";
      readonly aggregate: "count" | "sum";
      readonly record: string;
      readonly variable: string;
      readonly attribute?: string;
      readonly where?: Condition;
      readonly over: { readonly value: number; readonly unit: "hour" | "day" | "week" | "month" | "year" };
    };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Conditions are three-valued: what rests on a missing attribute is unknown, never false. */
export type Condition =
  | { readonly kind: "compare"; readonly op: Comparison; readonly left: Term; readonly right: Term }
  /** A yes/no attribute. */
  | { readonly kind: "holds"; readonly term: Term }
  /** Whether an attribute was given at all (two-valued). */
  | { readonly kind: "given"; readonly term: Term }
  /** Whether a place lies in a zone: inside, outside, or unknown within the map's error. */
  | { readonly kind: "in zone"; readonly place: Term; readonly zone: string }
  /** Whether a party is a member of an organisation at the moment of the trigger. */
  | { readonly kind: "member"; readonly party: Term; readonly organisation: string }
  | { readonly kind: "and"; readonly all: readonly Condition[] }
  | { readonly kind: "or"; readonly any: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition };
