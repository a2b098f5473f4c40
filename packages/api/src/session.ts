import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";

/** What a person may do at a body: each role holds those before it but the administrator, who reads nothing by that alone. */
export const RoleSchema = Type.Union([
  Type.Literal("reader"),
  Type.Literal("drafter"),
  Type.Literal("releaser"),
  Type.Literal("administrator"),
]);
export type Role = Static<typeof RoleSchema>;

/** A body of a party in a region of this node: "KAZ/border-service". `party` is empty for a desk that speaks for nobody. */
export const BodySchema = Type.Object({
  region: Type.String(),
  party: Type.String(),
  id: Type.String(),
  name: Type.String(),
});
export type Body = Static<typeof BodySchema>;

export const MembershipSchema = Type.Intersect([BodySchema, Type.Object({ roles: Type.Array(RoleSchema) })]);

/** Names of regions and parties are given in this language. */
export const SessionQuery = LanguageQuery;

/** Who is signed in, and what this node is. */
export const SessionSchema = Type.Object({
  person: Type.Object({ id: Type.String(), name: Type.String() }),
  memberships: Type.Array(MembershipSchema),
  /** The membership that requests speak as, "" where none is chosen. */
  body: Type.String(),
  node: Type.Object({
    name: Type.String(),
    /** "this computer only" or the public address. */
    reach: Type.Union([Type.Literal("loopback"), Type.Literal("hosted")]),
    highestLevel: Type.String(),
    fourEyes: Type.Boolean(),
    /** Bodies that share this host; more than one means that the host can read them all, which the screen says. */
    bodies: Type.Integer(),
  }),
  regions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      training: Type.Boolean(),
      fictional: Type.Boolean(),
      timeZone: Type.String(),
      disclaimer: Type.Optional(Type.String()),
      us: Type.Array(Type.String()),
      /** Parties that one may read as, those the region is about first. */
      parties: Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String(), focus: Type.Boolean() }),
      ),
    }),
  ),
});
export type Session = Static<typeof SessionSchema>;

/** GET /api/v1/sign-in: what the sign-in page offers. */
export const SignInMethodsSchema = Type.Object({
  passkey: Type.Boolean(),
  link: Type.Boolean(),
  /** Name of the OIDC provider, where one is set. */
  oidc: Type.Optional(Type.String()),
});
export type SignInMethods = Static<typeof SignInMethodsSchema>;

/** A running session, without what it is proved by. */
export const SessionRowSchema = Type.Object({
  id: Type.String(),
  started: Type.String(),
  ends: Type.String(),
  address: Type.String(),
  device: Type.String(),
  /** The one that asks. */
  current: Type.Boolean(),
});
export type SessionRow = Static<typeof SessionRowSchema>;
export const SessionParams = Type.Object({ session: Type.String({ maxLength: 60 }) });
