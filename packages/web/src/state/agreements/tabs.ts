export const TABS = ["summary", "official", "parties", "overlaps", "readings", "code", "versions"] as const;
export type Tab = (typeof TABS)[number];

/** The view of an agreement that an address names; the text where it names none. */
export const readTab = (text: string | undefined): Tab => TABS.find((each) => each === text) ?? "summary";
