import { hash } from "node:crypto";
import type { Connections } from "../connection.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { Adoptions } from "./adoptions.ts";

export function createAdoptions(connections: Connections, now: () => Date): Adoptions {
  return {
    async add({ region, instrument, text, decidedBy, note }) {
      const version = hash("sha256", text);
      const at = now();
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(
          build
            .insertInto("kelisim.adoption")
            .values({ region, instrument, version, text, decided_by: decidedBy, note, at })
            .returning("id"),
        ),
      );
      return { id: Number(rows[0]!.id), region, instrument, version, text, decidedBy, note, at: momentOf(at) };
    },

    async list(region, instrument) {
      const adoptions = build
        .selectFrom("kelisim.adoption")
        .selectAll()
        .where("region", "=", region)
        .orderBy("id", "desc");
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(instrument === undefined ? adoptions : adoptions.where("instrument", "=", instrument)),
      );
      return rows.map(({ id, decided_by, at, ...row }) => ({
        ...row,
        id: Number(id),
        decidedBy: decided_by,
        at: momentOf(at),
      }));
    },
  };
}
