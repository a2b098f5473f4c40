/** A screen with an address that shows it filled. */
export interface ScreenOf {
  readonly name: string;
  readonly path: string;
  /** A gallery that shows the loading state among the others. */
  readonly alwaysBusy?: boolean;
}

/** Every screen behind the sign-in but the explanation, whose address names a line of the day. */
export const SCREENS: readonly ScreenOf[] = [
  { name: "today", path: "/today?as=KAZ" },
  { name: "agreements", path: "/agreements?as=KAZ" },
  { name: "agreement", path: "/agreements/VD2011?as=KAZ" },
  { name: "agreement's parties", path: "/agreements/VD2011?as=KAZ&tab=parties" },
  { name: "editor", path: "/agreements/VD2011/edit?as=KAZ" },
  { name: "plan", path: "/plan?as=KAZ" },
  { name: "situation", path: "/situation" },
  { name: "cooperation", path: "/cooperation" },
  { name: "coverage", path: "/coverage" },
  { name: "money", path: "/money" },
  { name: "money's programmes", path: "/money?tab=programmes" },
  { name: "money's files", path: "/money?tab=files" },
  { name: "between", path: "/between?a=KAZ&b=KGZ" },
  { name: "country", path: "/country/KAZ" },
  { name: "evidence", path: "/evidence?claim=C001" },
  { name: "evidence on money", path: "/evidence?tab=tasks" },
  { name: "records", path: "/records?region=four-rivers" },
  { name: "node", path: "/node" },
  { name: "states", path: "/states", alwaysBusy: true },
];
