import type { Institutions } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";

/** Memberships as asked; the states of the region where nothing is said of a circle. */
export function useInstitutions(more: Address = {}) {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  return useAnswer(regionQuery<Institutions>(region.id, "/institutions", { ...asked, ...more }));
}

/** The same for rows that are opened: those of others never stand in for them. */
export function useInstitutionRows(more: Address) {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  return useAnswer({
    ...regionQuery<Institutions>(region.id, "/institutions", { ...asked, ...more }),
    placeholderData: undefined,
  });
}
