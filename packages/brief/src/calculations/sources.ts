import {
  type BindingClause,
  type Engagement,
  type Exclusion,
  type MembershipSource,
  type Result,
  type ResultInput,
  type SelectedCell,
  type Selection,
  tableInputs,
} from "@kelisim/analysis";
import type { CivilDay, Region } from "@kelisim/model";
import type { Answer, Call, Known } from "../document.ts";
import type { BriefLanguage } from "../read/front-matter.ts";

/** Cells that answer a selection, as the holdings give them. */
export interface Cells {
  readonly cells: readonly SelectedCell[];
  readonly inputs: readonly ResultInput[];
}

/** Asks a data set (absent: all that hold the table), each year by its newest vintage. Without `table`: flows. */
export type AskFlows = (
  selection: Omit<Selection, "holdings" | "table"> & { readonly table?: Selection["table"] },
  dataset: string | undefined,
) => Promise<Cells | { readonly refused: string }>;

/** What a brief reads of a region. */
export type BriefRegion = Pick<
  Region,
  | "id"
  | "name"
  | "claims"
  | "codings"
  | "decisions"
  | "disputes"
  | "facts"
  | "focus"
  | "indicators"
  | "organisations"
  | "parties"
  | "printed"
  | "programmes"
  | "sources"
  | "tables"
  | "threats"
  | "translations"
  | "undertakings"
>;

/** Where figures come from. Without `flows` there are none of money; without `binding` duties are unknown. */
export interface FigureSources {
  readonly region: BriefRegion;
  /** The day that counts where a figure names none. */
  readonly today: CivilDay;
  /** Of the names that stand in tables; absent: English. */
  readonly language?: BriefLanguage;
  readonly flows?: AskFlows;
  /** Which clauses that threats name bind whom on a day. */
  readonly binding?: (day: CivilDay) => readonly BindingClause[];
  /** Lists of memberships beside the region's own table. */
  readonly memberships?: readonly MembershipSource[];
  /** What powers from outside do in the region. */
  readonly engagements?: Engagements;
}

/** Engagements of powers from outside, with what they were gathered from and what was left out. */
export interface Engagements {
  readonly rows: readonly Engagement[];
  readonly inputs: readonly ResultInput[];
  readonly exclusions: readonly Exclusion[];
}

export type Given = Call["arguments"];

/** A calculation of a brief: what it takes, and how it is worked out. */
export interface Calculation {
  readonly takes: readonly string[];
  readonly answer: (given: Given, sources: FigureSources) => Answer | Promise<Answer>;
}

export type Refused = Extract<Answer, { kind: "refused" }>;

export const refused = (message: string, mend?: string): Refused => ({
  kind: "refused",
  message,
  ...(mend === undefined ? {} : { mend }),
});

export const isRefused = (value: object | string | number | undefined): value is Refused =>
  typeof value === "object" && "kind" in value && value.kind === "refused";

/** One value made of a result. An absent value is unknown. */
export const one = (proof: Result<unknown>, value: string | undefined, unit = ""): Known => ({
  kind: "figure",
  figure: { ...proof, value: { ...(value === undefined ? {} : { value }), unit } },
});

/** A table of the region as what a figure is made of. */
export const tableInput = (region: Pick<Region, "tables">, table: string, rows: number): ResultInput =>
  tableInputs(region, { [table]: rows })[0]!;
