/** The type of an attribute. `record` names the kind it refers to. */
export type AttributeType =
  | { readonly type: "count" }
  | { readonly type: "amount"; readonly unit: string }
  | { readonly type: "money" }
  | { readonly type: "text" }
  | { readonly type: "yes/no" }
  | { readonly type: "party" }
  | { readonly type: "parties" }
  | { readonly type: "date" }
  | { readonly type: "instant" }
  | { readonly type: "place" }
  | { readonly type: "period" }
  | { readonly type: "choice"; readonly of: readonly string[] }
  | { readonly type: "record"; readonly of: string };

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** A kind of record. Notices pass between parties; events happen. */
export interface Kind {
  readonly name: string;
  readonly form: "notice" | "event";
  readonly version: number;
  readonly title: string;
  /** For an event: the attribute that names who did it; default the header's `from`. */
  readonly actor?: string;
  readonly attributes: readonly Attribute[];
  /** What became of the attributes of the version before, so that its records are read as this one. */
  readonly replaces?: Replacement;
}

/** How a record of an earlier version is read as this one. Attributes of the same name are kept as they are. */
export interface Replacement {
  /** The version replaced. */
  readonly version: number;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Attributes that mean nothing any more. */
  readonly dropped: readonly string[];
  /** Choices with another name, by the attribute as it is called now. */
  readonly choices: readonly { readonly attribute: string; readonly from: string; readonly to: string }[];
}
