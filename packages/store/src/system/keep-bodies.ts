import type { Connections } from "../connection.ts";
import { build } from "../tables.ts";
import type { Bodies, Role } from "./bodies.ts";

/** A body that could not be written in a marking or an address is not taken. */
export class WrongBody extends Error {
  override readonly name = "WrongBody";
}

const BODY_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const PARTY_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

/** Bodies and members: see `Bodies`. */
export function createBodies(connections: Connections): Bodies {
  return {
    list: (region) =>
      connections.within(undefined, (transaction) => {
        const bodies = build.selectFrom("kelisim.body").selectAll().orderBy("region").orderBy("party").orderBy("id");
        return transaction.run(region === undefined ? bodies : bodies.where("region", "=", region));
      }),

    async save(body) {
      if (!BODY_ID.test(body.id)) {
        throw new WrongBody(
          `"${body.id}" cannot name a body: use small letters, digits and hyphens, as in border-service`,
        );
      }
      if (!PARTY_ID.test(body.party) || body.region === "") throw new WrongBody(`"${body.party}" cannot name a party`);
      await connections.within(undefined, (transaction) =>
        transaction.run(
          build
            .insertInto("kelisim.body")
            .values(body)
            .onConflict((conflict) =>
              conflict.columns(["region", "party", "id"]).doUpdateSet({ name: body.name, kind: body.kind }),
            ),
        ),
      );
    },

    remove: ({ region, party, id }) =>
      connections.within(undefined, async (transaction) => {
        const { rows } = await transaction.query<{ used: boolean }>(
          `select exists (select from kelisim.record where region = $1 and owner_party = $2 and owner_body = $3)
             or exists (select from kelisim.draft where region = $1 and party = $2 and body = $3)
             or exists (select from kelisim.member where region = $1 and party = $2 and body = $3) as used`,
          [region, party, id],
        );
        if (rows[0]!.used) return "in use";
        const gone = await transaction.run(
          build
            .deleteFrom("kelisim.body")
            .where("region", "=", region)
            .where("party", "=", party)
            .where("id", "=", id)
            .returning("id"),
        );
        return gone.length > 0 ? "removed" : "absent";
      }),

    members: (query = {}) =>
      connections.within(undefined, async (transaction) => {
        let members = build.selectFrom("kelisim.member").selectAll().orderBy("person").orderBy("party").orderBy("body");
        for (const name of ["person", "region", "party", "body"] as const) {
          const value = query[name];
          if (value !== undefined) members = members.where(name, "=", value);
        }
        const rows = await transaction.run(members);
        return rows.map((row) => ({ ...row, roles: row.roles as Role[] }));
      }),

    async saveMember({ person, region, party, body, roles }) {
      await connections.within(undefined, async (transaction) => {
        if (roles.length === 0) {
          await transaction.run(
            build
              .deleteFrom("kelisim.member")
              .where("person", "=", person)
              .where("region", "=", region)
              .where("party", "=", party)
              .where("body", "=", body),
          );
          return;
        }
        await transaction.run(
          build
            .insertInto("kelisim.member")
            .values({ person, region, party, body, roles: [...roles] })
            .onConflict((conflict) =>
              conflict.columns(["person", "region", "party", "body"]).doUpdateSet({ roles: [...roles] }),
            ),
        );
      });
    },
  };
}
