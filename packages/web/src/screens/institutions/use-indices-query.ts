import type { Indices } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";

/** The question for both indices with the choices of the address; `more`: of another day. */
export function useIndicesQuery(more: Address = {}) {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { source, w, pick, other, theirs } = useAddress();
  return regionQuery<Indices>(region.id, "/institutions/indices", {
    ...asked,
    source,
    w,
    pick,
    other,
    theirs,
    ...more,
  });
}
