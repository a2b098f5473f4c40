import { sql } from "kysely";
import type { Connections } from "./connection.ts";
import { momentOf } from "./records/written.ts";
import type { Seen } from "./seen.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

/** The marks of one body's persons: see `Seen`. */
export function createSeen(connections: Connections, now: () => Date, viewer: Viewer): Seen {
  return {
    get: (person, screen) =>
      connections.within(viewer, async (transaction) => {
        const marks = build.selectFrom("kelisim.seen").select(["seq", "at"]);
        const rows = await transaction.run(marks.where("person", "=", person).where("screen", "=", screen));
        return rows[0] === undefined ? undefined : { seq: Number(rows[0].seq), at: momentOf(rows[0].at) };
      }),
    mark: (person, screen, seq) =>
      connections.within(viewer, async (transaction) => {
        const { region, party, body } = viewer;
        await transaction.run(
          build
            .insertInto("kelisim.seen")
            .values({ region, party, body, person, screen, seq, at: now() })
            .onConflict((conflict) =>
              conflict
                .columns(["region", "party", "body", "person", "screen"])
                .doUpdateSet({ seq: sql<number>`greatest(seen.seq, excluded.seq)`, at: sql<Date>`excluded.at` }),
            ),
        );
      }),
  };
}
