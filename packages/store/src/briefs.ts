/** A figure of a version as it was worked out when the version was saved: what a reader of later compares with. */
export interface FrozenFigure {
  /** What was asked: "money.share purpose=152 year=2019". */
  readonly asked: string;
  readonly now: string;
  readonly method: string;
  readonly inputs: readonly {
    readonly of: string;
    readonly name: string;
    readonly vintage: string;
    readonly rows: number;
  }[];
}

/** One state of a brief. */
export interface BriefVersion {
  /** From 1 on, without gaps. */
  readonly number: number;
  readonly title: string;
  /** What changed, in the words of who saved it. */
  readonly note: string;
  /** Login of who saved it, and when. */
  readonly person: string;
  readonly at: string;
}

export interface BriefText {
  readonly text: string;
  readonly figures: readonly FrozenFigure[];
}

/** Who looked at which version, and to which end. */
export interface BriefSignOff {
  readonly number: number;
  readonly act: "reviewed" | "approved";
  readonly note?: string;
  readonly person: string;
  readonly at: string;
}

/** A paper of one body, with all that became of it. */
export interface KeptBrief {
  readonly id: string;
  readonly person: string;
  readonly at: string;
  /** First to last; never empty. */
  readonly versions: readonly BriefVersion[];
  /** In the order in which they were given. */
  readonly signOffs: readonly BriefSignOff[];
}

export interface NewVersion extends BriefText {
  readonly title: string;
  readonly note: string;
}

export type SavedVersion =
  | { readonly kind: "saved"; readonly brief: KeptBrief }
  | { readonly kind: "absent" }
  /** Another version stands there than the one that was read. */
  | { readonly kind: "changed"; readonly brief: KeptBrief };

export type SignedOff = SavedVersion | { readonly kind: "already" };

/** The briefs of one body: versions and sign-offs are only ever added, and seen by it alone. */
export interface Briefs {
  /** The one saved last first. */
  list(): Promise<readonly KeptBrief[]>;
  get(id: string): Promise<KeptBrief | undefined>;
  /** The text of a version; undefined: there is none. */
  text(id: string, number: number): Promise<BriefText | undefined>;
  create(version: NewVersion, by: string): Promise<KeptBrief>;
  /** `after`: the version that was read. */
  save(id: string, version: NewVersion, after: number, by: string): Promise<SavedVersion>;
  /** Only of the newest version, which `number` says was read. */
  signOff(id: string, sign: Pick<BriefSignOff, "number" | "act" | "note">, by: string): Promise<SignedOff>;
}

/** A brief with its texts, as an export carries it. */
export interface WholeBrief extends Omit<KeptBrief, "versions"> {
  readonly versions: readonly (BriefVersion & BriefText)[];
}
