import type { AuthContext } from "better-auth";

export interface SessionRow {
  readonly id: string;
  readonly person: string;
  readonly started: string;
  readonly ends: string;
  readonly address: string;
  readonly device: string;
}

/** Running sessions: seen and ended, never with what they are proved by. */
export function loginSessions(adapter: AuthContext["internalAdapter"]) {
  return {
    /** Running sessions, newest first; without tokens. */
    async sessions(person: string): Promise<readonly SessionRow[]> {
      const rows = await adapter.listSessions(person, { onlyActiveSessions: true });
      return rows
        .map((row) => ({
          id: row.id,
          person: row.userId,
          started: row.createdAt.toISOString(),
          ends: row.expiresAt.toISOString(),
          address: row.ipAddress ?? "",
          device: row.userAgent ?? "",
        }))
        .sort((a, b) => b.started.localeCompare(a.started));
    },

    /** Ends one session of a person at once. False: there is none with this id. */
    async endSession(person: string, id: string): Promise<boolean> {
      const row = (await adapter.listSessions(person)).find((session) => session.id === id);
      if (row === undefined) return false;
      await adapter.deleteSession(row.token);
      return true;
    },

    /** Ends every session of a person: their account was closed, or their roles were taken away. */
    endSessions: (person: string): Promise<void> => adapter.deleteUserSessions(person),
  };
}
