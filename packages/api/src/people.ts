import { type Static, Type } from "typebox";
import { RoleSchema } from "./session.ts";

const closed = { additionalProperties: false } as const;

/** What somebody may do for one body. */
export const PersonMembershipSchema = Type.Object(
  {
    region: Type.String({ maxLength: 60 }),
    party: Type.String({ maxLength: 40 }),
    body: Type.String({ maxLength: 60 }),
    roles: Type.Array(RoleSchema, { maxItems: 4, uniqueItems: true }),
  },
  closed,
);
export type PersonMembership = Static<typeof PersonMembershipSchema>;

/** A person as GET /api/v1/people gives one: a name or pseudonym, an address only where somebody wants links by e-mail. */
export const NodePersonSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.Optional(Type.String()),
  since: Type.String(),
  memberships: Type.Array(PersonMembershipSchema),
});
export type NodePerson = Static<typeof NodePersonSchema>;

/** POST /api/v1/people */
export const InvitationBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: "^[^\\p{Cc}<>]+$" }),
    email: Type.Optional(Type.String({ maxLength: 200, format: "email" })),
    memberships: Type.Array(PersonMembershipSchema, { minItems: 1, maxItems: 50 }),
  },
  closed,
);
export type InvitationBody = Static<typeof InvitationBody>;

/** A link that makes its holder this person, good once until `until`. */
export const PersonLinkSchema = Type.Object({ person: Type.String(), link: Type.String(), until: Type.String() });
export type PersonLink = Static<typeof PersonLinkSchema>;

/** PUT /api/v1/people/:person/memberships */
export const MembershipsBody = Type.Object(
  { memberships: Type.Array(PersonMembershipSchema, { maxItems: 50 }) },
  closed,
);

export const PersonParams = Type.Object({ person: Type.String({ maxLength: 60 }) });
