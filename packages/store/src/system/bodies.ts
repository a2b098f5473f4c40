/** An agency of a party that works on this node. */
export interface Body {
  readonly region: string;
  readonly party: string;
  /** Short name within the party: "customs". Lower-case letters, digits, hyphens. */
  readonly id: string;
  readonly name: string;
  /** "ministry", "border-service", "secretariat" ...: a word of the node's own. */
  readonly kind: string;
}

/** `drafter` and `releaser` include reading. */
export type Role = "reader" | "drafter" | "releaser" | "administrator";

export interface Member {
  readonly person: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly roles: readonly Role[];
}

export interface Bodies {
  list(region?: string): Promise<readonly Body[]>;
  /** Adds a body or changes its name and kind. Refuses ids that could not stand in a marking. */
  save(body: Body): Promise<void>;
  /** Only a body that keeps nothing and has no members. */
  remove(body: Pick<Body, "region" | "party" | "id">): Promise<"removed" | "absent" | "in use">;
  members(query?: Partial<Pick<Member, "person" | "region" | "party" | "body">>): Promise<readonly Member[]>;
  /** Adds a member or changes the roles; no roles: takes the membership away. */
  saveMember(member: Member): Promise<void>;
}
