import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Connections } from "../connection.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { Adoptions } from "./adoptions.ts";
import { checkDay, checkTexts } from "./check-entry.ts";

/** Any number, the same in every Kelisim: decisions are committed one after the other, so that their ids grow with time. */
const ADOPTION_LOCK = 7_305_203;

export function createAdoptions(connections: Connections, now: () => Date): Adoptions {
  return {
    async add({ region, instrument, text, inForceFrom, decidedBy, person, note }) {
      checkDay("inForceFrom", inForceFrom);
      checkTexts({ region, instrument, text, decidedBy, person, note });
      const version = hash("sha256", text);
      const at = now();
      const values = { region, instrument, version, text, decided_by: decidedBy, person, note, at };
      const rows = await connections.within(undefined, async (transaction) => {
        await transaction.query("select pg_advisory_xact_lock($1)", [ADOPTION_LOCK]);
        return transaction.run(
          build
            .insertInto("kelisim.adoption")
            .values({ ...values, in_force_from: inForceFrom })
            .returning("id"),
        );
      });
      const id = Number(rows[0]!.id);
      return { id, region, instrument, version, text, inForceFrom, decidedBy, person, note, at: momentOf(at) };
    },

    async list(region, instrument) {
      const adoptions = build
        .selectFrom("kelisim.adoption")
        .select(["id", "region", "instrument", "version", "text", "decided_by", "person", "note", "at"])
        // As text: the driver would make a moment of this machine's time zone of it.
        .select(sql<string>`to_char(in_force_from, 'YYYY-MM-DD')`.as("in_force_from"))
        .where("region", "=", region)
        .orderBy("id", "desc");
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(instrument === undefined ? adoptions : adoptions.where("instrument", "=", instrument)),
      );
      return rows.map(({ id, decided_by, in_force_from, at, ...row }) => ({
        ...row,
        id: Number(id),
        inForceFrom: in_force_from,
        decidedBy: decided_by,
        at: momentOf(at),
      }));
    },
  };
}
