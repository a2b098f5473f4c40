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
  { name: "powers", path: "/powers?on=2012-06-01&country=KGZ&cell=USA~training" },
  { name: "powers' priorities", path: "/powers?tab=priorities&pair=EU~KAZ" },
  { name: "powers' reciprocity", path: "/powers?tab=reciprocity&a=KGZ&b=TJK" },
  { name: "powers' definitions", path: "/powers?tab=definitions&term=extremism" },
  { name: "institutions", path: "/institutions?cell=CSTO~UZB&on=2004-06-01" },
  { name: "institutions through time", path: "/institutions?tab=time&who=UZB" },
  { name: "institutions' network", path: "/institutions?tab=ties" },
  { name: "institutions' overlap", path: "/institutions?tab=overlap" },
  { name: "institutions' indices", path: "/institutions?tab=indices&other=baltic" },
  { name: "coverage", path: "/coverage" },
  { name: "money", path: "/money" },
  { name: "money's programmes", path: "/money?tab=programmes" },
  { name: "money's files", path: "/money?tab=files" },
  { name: "between", path: "/between?a=KAZ&b=KGZ" },
  { name: "country", path: "/country/KAZ" },
  { name: "evidence", path: "/evidence?claim=C001" },
  { name: "evidence on money", path: "/evidence?tab=tasks" },
  { name: "indicators taken in", path: "/evidence?tab=figures" },
  { name: "events and acts", path: "/evidence?tab=happenings" },
  { name: "interviews", path: "/evidence?tab=interviews" },
  { name: "recommendations", path: "/evidence?tab=recommendations" },
  { name: "briefs", path: "/brief" },
  { name: "new brief", path: "/brief/new" },
  { name: "what is put into a brief", path: "/brief/new?tab=insert" },
  { name: "paper of the region", path: "/brief/paper/assistance-and-security-ru" },
  { name: "records", path: "/records?region=four-rivers" },
  { name: "node", path: "/node" },
  { name: "states", path: "/states", alwaysBusy: true },
];
