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

interface Done {
  readonly person: string;
  readonly at: string;
}

/** What was done with a brief: an approved version withdrawn with the reason, or all of it put away or brought back. */
export type BriefAct =
  | (Done & { readonly act: "withdrawn"; readonly number: number; readonly reason: string })
  | (Done & { readonly act: "archived" | "restored" });

/** A paper of one body, with all that became of it. */
export interface KeptBrief {
  readonly id: string;
  readonly person: string;
  readonly at: string;
  /** First to last; never empty. */
  readonly versions: readonly BriefVersion[];
  /** In the order in which they were given. */
  readonly signOffs: readonly BriefSignOff[];
  /** In the order in which they were done. */
  readonly acts: readonly BriefAct[];
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

export type ActDone = Exclude<SignedOff, { kind: "changed" }>;

export type RemovedBrief =
  | { readonly kind: "removed" }
  | { readonly kind: "absent" }
  /** Somebody signed off one of its versions. */
  | { readonly kind: "signed" };

/** The briefs of one body: versions, sign-offs and acts are only ever added, and seen by it alone. */
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
  /** Says of one version that it does not hold any more; once. */
  withdraw(id: string, number: number, reason: string, by: string): Promise<ActDone>;
  /** Puts a brief away (`true`) or brings it back; `already` where it stands so. */
  archive(id: string, away: boolean, by: string): Promise<ActDone>;
  /** Deletes a brief that nobody signed off, for good: its rows and its key. */
  remove(id: string): Promise<RemovedBrief>;
}

/** Whether a brief is put away. */
export const isArchived = ({ acts }: Pick<KeptBrief, "acts">): boolean =>
  acts.findLast(({ act }) => act !== "withdrawn")?.act === "archived";

/** A brief with its texts, as an export carries it. */
export interface WholeBrief extends Omit<KeptBrief, "versions"> {
  readonly versions: readonly (BriefVersion & BriefText)[];
}
