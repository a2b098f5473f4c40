import type { NodeBody } from "@kelisim/api";
import { useDesk } from "../../shell/desk-context.ts";

/** Name of a body's party in the language of the page, as the session gives it; else as the node named it. */
export function usePartyName(): (body: Pick<NodeBody, "region" | "party" | "partyName">) => string {
  const { session } = useDesk();
  return ({ region, party, partyName }) =>
    session.regions.find(({ id }) => id === region)?.parties.find(({ id }) => id === party)?.name ?? partyName;
}
