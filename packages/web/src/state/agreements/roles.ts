import type { Session } from "@kelisim/api";
import { bodyKey } from "../session.ts";

type Role = Session["memberships"][number]["roles"][number];

/** Each of these may do what those before it may (as the node reads roles). */
const LADDER: readonly Role[] = ["reader", "drafter", "releaser"];

/**
 * Whether the body that a person speaks as in a region allows what a role allows: the chosen body where it is of that
 * region, else the first there. The node decides in any case; this only keeps a screen from offering what it refuses.
 */
export function mayAs(session: Session, region: string, role: Role): boolean {
  const here = session.memberships.filter((each) => each.region === region);
  const roles = (here.find((each) => bodyKey(each) === session.body) ?? here[0])?.roles ?? [];
  if (role === "administrator") return roles.includes(role);
  return LADDER.slice(LADDER.indexOf(role)).some((each) => roles.includes(each));
}
