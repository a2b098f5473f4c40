/** Every screen with an address that shows it filled, and the title it has in both languages. */
export interface ScreenOf {
  readonly name: string;
  readonly path: string;
}

/** Screens of the region of real states. */
export const SCREENS: readonly ScreenOf[] = [
  { name: "today", path: "/today?as=KAZ" },
  { name: "agreements", path: "/agreements?as=KAZ" },
  { name: "agreement", path: "/agreements/VD2011?as=KAZ" },
  { name: "agreement's parties", path: "/agreements/VD2011?as=KAZ&tab=parties" },
  { name: "editor", path: "/agreements/VD2011/edit?as=KAZ" },
  { name: "plan", path: "/plan?as=KAZ" },
  { name: "situation", path: "/situation" },
  { name: "cooperation", path: "/cooperation" },
  { name: "between", path: "/between?a=KAZ&b=KGZ" },
  { name: "country", path: "/country/KAZ" },
  { name: "records", path: "/records?region=four-rivers" },
  { name: "node", path: "/node" },
  { name: "states", path: "/states" },
];
