/** Parts of the screen of institutions, in their order; the first needs no word in the address. */
export const INSTITUTION_TABS = ["day", "time", "ties", "overlap", "indices"] as const;
export type InstitutionTab = (typeof INSTITUTION_TABS)[number];

export const institutionTab = (text: string | undefined): InstitutionTab =>
  INSTITUTION_TABS.find((each) => each === text) ?? "day";

/** Filters of this screen that a file of it is made with. */
export const FILE_FILTERS = [
  "states",
  "bodies",
  "differ",
  "source",
  "weighting",
  "of",
  "w",
  "pick",
  "other",
  "theirs",
] as const;
