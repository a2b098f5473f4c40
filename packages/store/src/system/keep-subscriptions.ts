import { randomUUID } from "node:crypto";
import { type SqlBool, sql } from "kysely";
import type { Connections } from "../connection.ts";
import { build } from "../tables.ts";
import type { Subscriptions } from "./subscriptions.ts";

export function createSubscriptions(connections: Connections): Subscriptions {
  return {
    async list(query = {}) {
      let all = build.selectFrom("kelisim.subscription").selectAll().orderBy("person").orderBy("id");
      if (query.person !== undefined) all = all.where("person", "=", query.person);
      if (query.topic !== undefined) all = all.where(sql<SqlBool>`${query.topic} = any(topics)`);
      const rows = await connections.within(undefined, (transaction) => transaction.run(all));
      return rows.map(({ id, person, region, party, body, address, topics, locale }) => ({
        id,
        person,
        viewer: { region, party, body },
        by: "email" as const,
        address,
        topics,
        locale,
      }));
    },

    async save(subscription) {
      const id = subscription.id ?? randomUUID();
      const { person, viewer, by, address, topics, locale } = subscription;
      const row = { ...viewer, by_way: by, address, topics: [...topics], locale };
      await connections.within(undefined, (transaction) =>
        transaction.run(
          build
            .insertInto("kelisim.subscription")
            .values({ id, person, ...row })
            // Somebody else's subscription is never taken over by its id.
            .onConflict((conflict) =>
              conflict.column("id").doUpdateSet(row).where("kelisim.subscription.person", "=", person),
            ),
        ),
      );
      return { id, person, viewer, by, address, topics, locale };
    },

    async remove(id, person) {
      const gone = build.deleteFrom("kelisim.subscription").where("id", "=", id).where("person", "=", person);
      const rows = await connections.within(undefined, (transaction) => transaction.run(gone.returning("id")));
      return rows.length > 0;
    },
  };
}
