import { useAddress } from "../../shell/desk-context.ts";
import { type PowerTab, tabOf } from "../../state/powers/address.ts";
import { Definitions } from "./definitions.tsx";
import { Engagement } from "./engagement.tsx";
import { Priorities } from "./priorities.tsx";
import { Reciprocity } from "./reciprocity.tsx";

const PARTS: Readonly<Record<PowerTab, () => React.ReactNode>> = {
  engagement: Engagement,
  priorities: Priorities,
  reciprocity: Reciprocity,
  definitions: Definitions,
};

/** Powers from outside beside each other: what they do, what is said to matter to whom, what words mean. */
export function Screen() {
  const tab = tabOf(useAddress());
  const Part = PARTS[tab];
  return <Part />;
}
