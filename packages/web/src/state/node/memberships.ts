import type { NodeBody, NodePerson, Role } from "@kelisim/api";

export type Membership = NodePerson["memberships"][number];

export const ROLES: readonly Role[] = ["reader", "drafter", "releaser", "administrator"];

export const membershipKey = ({ region, party, body }: Pick<Membership, "region" | "party" | "body">): string =>
  `${region}/${party}/${body}`;

export const keyOfBody = ({ region, party, id }: Pick<NodeBody, "region" | "party" | "id">): string =>
  `${region}/${party}/${id}`;

/** Gives or takes one role at one body. A body without a role left is no membership any more. */
export function withRole(
  memberships: readonly Membership[],
  body: Pick<NodeBody, "region" | "party" | "id">,
  role: Role,
  held: boolean,
): readonly Membership[] {
  const key = keyOfBody(body);
  const before = memberships.find((each) => membershipKey(each) === key);
  const roles = ROLES.filter((each) => (each === role ? held : (before?.roles.includes(each) ?? false)));
  const others = memberships.filter((each) => membershipKey(each) !== key);
  if (roles.length === 0) return others;
  const after = { region: body.region, party: body.party, body: body.id, roles: [...roles] };
  return before === undefined
    ? [...others, after]
    : memberships.map((each) => (membershipKey(each) === key ? after : each));
}

/** Roles a person holds at a body. */
export const rolesAt = (
  memberships: readonly Membership[],
  body: Pick<NodeBody, "region" | "party" | "id">,
): readonly Role[] => memberships.find((each) => membershipKey(each) === keyOfBody(body))?.roles ?? [];
