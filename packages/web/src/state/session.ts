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
  return (
    speaksFor(session, region) ??
    (region.us[0] || region.parties.find((each) => each.focus)?.id || region.parties[0]?.id)
  );
}

type Membership = Session["memberships"][number];

/** The body a person reads and writes a region as: the chosen one, else the first there; the node takes the same. */
export function bodyIn(session: Session, region: string): Membership | undefined {
  const there = session.memberships.filter((each) => each.region === region);
  return there.find((each) => bodyKey(each) === session.body) ?? there[0];
}

/** The party of the region that this person speaks for; undefined for a desk that speaks for none of them. */
export function speaksFor(session: Session, region: RegionHead): string | undefined {
  const party = bodyIn(session, region.id)?.party;
  return region.parties.some((each) => each.id === party) ? party : undefined;
}

/** How a body is named in the session and in a request: "KAZ/border-service". */
export const bodyKey = (body: { readonly party: string; readonly id: string }): string => `${body.party}/${body.id}`;

/** Whether the chosen body of this person holds a role in a region. */
export function holds(session: Session, region: string, role: "drafter" | "releaser" | "administrator"): boolean {
  return bodyIn(session, region)?.roles.includes(role) === true;
}
