import type { Ties } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";

/** What ties states by one source, as the address asks. */
export function useTies() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { source, states, weighting, of } = useAddress();
  return useAnswer(regionQuery<Ties>(region.id, "/institutions/ties", { ...asked, source, states, weighting, of }));
}
