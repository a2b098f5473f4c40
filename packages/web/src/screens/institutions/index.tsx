import { useAddress } from "../../shell/desk-context.ts";
import { type InstitutionTab, institutionTab } from "../../state/institutions/tabs.ts";
import { Day } from "./day.tsx";
import { IndicesPart } from "./indices.tsx";
import { Overlap } from "./overlap.tsx";
import { Through } from "./through.tsx";
import { TiesPart } from "./ties.tsx";

const PARTS: Readonly<Record<InstitutionTab, () => React.ReactNode>> = {
  day: Day,
  time: Through,
  ties: TiesPart,
  overlap: Overlap,
  indices: IndicesPart,
};

/** Who belongs to what by each source, what that ties together, and two indices of regions. */
export function Screen() {
  const Part = PARTS[institutionTab(useAddress().tab)];
  return <Part />;
}
