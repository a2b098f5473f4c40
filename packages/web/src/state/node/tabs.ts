import type { NodeHead } from "@kelisim/api";

/** Parts of the page; the chosen one stands in the address as `tab`. */
export const NODE_TABS = ["mine", "bodies", "people", "audit", "settings", "erasure", "exchange", "state"] as const;
export type NodeTab = (typeof NODE_TABS)[number];

/** Parts that are of use to somebody: their own things to everybody, the node's state to who administers the node. */
export function tabsFor({ administers }: Pick<NodeHead, "administers">): readonly NodeTab[] {
  if (administers.node) return NODE_TABS;
  if (administers.places.length === 0) return ["mine"];
  return NODE_TABS.filter((tab) => tab !== "state");
}

/** The part of an address, else the first that the person can use: bodies for administrators. */
export function readTab(text: string | undefined, tabs: readonly NodeTab[]): NodeTab {
  return tabs.find((tab) => tab === text) ?? (tabs.includes("bodies") ? "bodies" : "mine");
}
