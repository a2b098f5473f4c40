import type { Session } from "@kelisim/api";
import type { Standpoint } from "./standpoint.ts";

export type RegionHead = Session["regions"][number];

/** The region of an address, else the first that is no training, else the first. Undefined: the node holds none. */
export function regionOf(session: Session, standpoint: Pick<Standpoint, "region">): RegionHead | undefined {
  return (
    session.regions.find((each) => each.id === standpoint.region) ??
    session.regions.find((each) => !each.training) ??
    session.regions[0]
  );
}

/** The party a screen is read as: of the address, else of the desk's body, else whom the region calls "us", else its first. */
export function partyOf(session: Session, region: RegionHead, standpoint: Pick<Standpoint, "as">): string | undefined {
  if (standpoint.as) return standpoint.as;
  const body = session.memberships.find((each) => bodyKey(each) === session.body && each.region === region.id);
  return body?.party || region.us[0] || region.parties.find((each) => each.focus)?.id || region.parties[0]?.id;
}

/** How a body is named in the session and in a request: "KAZ/border-service". */
export const bodyKey = (body: { readonly party: string; readonly id: string }): string => `${body.party}/${body.id}`;

/** Whether the chosen body of this person holds a role in a region. */
export function holds(session: Session, region: string, role: "drafter" | "releaser" | "administrator"): boolean {
  return session.memberships.some(
    (each) =>
      each.region === region && (session.body === "" || bodyKey(each) === session.body) && each.roles.includes(role),
  );
}
