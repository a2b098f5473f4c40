import type { Connections } from "../connection.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { Audit } from "./audit.ts";

const MOST = 1_000;

export function createAudit(connections: Connections, now: () => Date): Audit {
  return {
    async append(entries) {
      if (entries.length === 0) return;
      const at = now();
      const rows = entries.map(({ person, region, party, body, action, about, detail }) => ({
        at,
        person,
        region: region ?? null,
        party: party ?? null,
        body: body ?? null,
        action,
        about: about ?? null,
        detail: detail === undefined ? null : JSON.stringify(detail),
      }));
      await connections.within(undefined, (transaction) =>
        transaction.run(build.insertInto("kelisim.audit").values(rows)),
      );
    },

    async page(query) {
      let entries = build.selectFrom("kelisim.audit").selectAll().orderBy("seq", "desc");
      for (const name of ["person", "action", "about", "party"] as const) {
        const value = query[name];
        if (value !== undefined) entries = entries.where(name, "=", value);
      }
      if (query.before !== undefined) entries = entries.where("seq", "<", String(query.before));
      const limited = entries.limit(Math.min(Math.max(1, query.limit ?? 100), MOST));
      const rows = await connections.within(undefined, (transaction) => transaction.run(limited));
      return rows.map(({ seq, at, person, region, party, body, action, about, detail }) => ({
        seq: Number(seq),
        at: momentOf(at),
        person,
        action,
        ...(region === null ? {} : { region }),
        ...(party === null ? {} : { party }),
        ...(body === null ? {} : { body }),
        ...(about === null ? {} : { about }),
        ...(detail === null ? {} : { detail }),
      }));
    },
  };
}
