import { randomUUID } from "node:crypto";
import type { AuthContext } from "better-auth";
import { addressWithoutMail, hasMail } from "./one-time-link.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Absent for a person known by name or pseudonym only. */
  readonly email?: string;
  readonly since: string;
}

/** The people whom the login knows. */
export function loginPeople(
  tables: Pick<AuthContext["adapter"], "findMany" | "count">,
  adapter: AuthContext["internalAdapter"],
) {
  return {
    /** A new person, known by a name or pseudonym, perhaps an e-mail address. "taken": somebody here has the address. */
    async addPerson(person: { readonly name: string; readonly email?: string }): Promise<Person | "taken"> {
      const email = person.email?.toLowerCase() ?? addressWithoutMail(randomUUID());
      if ((await adapter.findUserByEmail(email)) !== null) return "taken";
      // The administrator vouches for the address; an unproven one could not be joined with an OIDC identity.
      const user = await adapter.createUser(
        { name: person.name, email, emailVerified: true },
        { method: "magic-link" },
      );
      return personOf(user);
    },

    async person(id: string): Promise<Person | undefined> {
      const user = await adapter.findUserById(id);
      return user === null ? undefined : personOf(user);
    },

    async persons(): Promise<readonly Person[]> {
      const users = await tables.findMany<UserRow>({ model: "user", limit: 10_000 });
      return users.map(personOf).sort((a, b) => a.name.localeCompare(b.name));
    },

    /** Ends every session of a person and forgets them, with their passkeys. What they recorded stays. */
    async removePerson(id: string): Promise<void> {
      await adapter.deleteUserSessions(id);
      await adapter.deleteUser(id);
    },

    /** Whether a person has a passkey or an OIDC identity, and so needs no link to come back. */
    async comesBackAlone(person: string): Promise<boolean> {
      const where = [{ field: "userId", value: person }];
      const counts = await Promise.all(["passkey", "account"].map((model) => tables.count({ model, where })));
      return counts.some((count) => count > 0);
    },
  };
}

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
}

const personOf = (user: UserRow): Person => ({
  id: user.id,
  name: user.name,
  ...(hasMail(user.email) ? { email: user.email } : {}),
  since: new Date(user.createdAt).toISOString(),
});
