import { SessionParams, SessionRowSchema, SignInMethodsSchema } from "@kelisim/api";
import { Type } from "typebox";
import type { App } from "../app.ts";
import { notFound, signInFirst } from "../http/problem.ts";

/** What the sign-in page offers, and one's own sessions. */
export function sessionsRoutes(app: App): void {
  app.get(
    "/sign-in",
    { config: { open: true }, schema: { tags: ["session"], response: { 200: SignInMethodsSchema } } },
    async () => (await app.login()).methods,
  );

  app.get(
    "/me/sessions",
    { schema: { tags: ["session"], response: { 200: Type.Array(SessionRowSchema) } } },
    async ({ signedIn }) => {
      if (signedIn === undefined) throw signInFirst();
      const rows = await (await app.login()).sessions(signedIn.person.id);
      return rows.map(({ person: _, ...row }) => ({ ...row, current: row.id === signedIn.session }));
    },
  );

  app.delete(
    "/me/sessions/:session",
    {
      schema: {
        tags: ["session"],
        params: SessionParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ signedIn, params }, reply) => {
      if (signedIn === undefined) throw signInFirst();
      if (!(await (await app.login()).endSession(signedIn.person.id, params.session))) throw notFound("The session");
      return reply.code(204).send(null);
    },
  );
}
