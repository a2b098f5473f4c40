import { hash, randomBytes, randomUUID } from "node:crypto";
import type { Connections } from "../connection.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { CalendarToken, CalendarTokens } from "./tokens.ts";

/** 32 random bytes cannot be guessed, so a plain hash is enough: there is nothing to try out. */
const hashOf = (token: string): Buffer => hash("sha256", token, "buffer");

const COLUMNS = ["id", "person", "region", "party", "body", "label", "created"] as const;

interface Row {
  readonly id: string;
  readonly person: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly label: string;
  readonly created: Date;
}

const tokenOf = ({ id, person, region, party, body, label, created }: Row): CalendarToken => ({
  id,
  person,
  viewer: { region, party, body },
  label,
  created: momentOf(created),
});

export function createTokens(connections: Connections, now: () => Date): CalendarTokens {
  const tokens = build.selectFrom("kelisim.calendar_token").select(COLUMNS);
  return {
    async create({ person, viewer: { region, party, body }, label }) {
      const id = randomUUID();
      const token = randomBytes(32).toString("base64url");
      const row = { id, token_sha256: hashOf(token), person, region, party, body, label, created: now() };
      await connections.within(undefined, (transaction) =>
        transaction.run(build.insertInto("kelisim.calendar_token").values(row)),
      );
      return { id, token };
    },

    async find(token) {
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(tokens.where("token_sha256", "=", hashOf(token))),
      );
      return rows[0] === undefined ? undefined : tokenOf(rows[0]);
    },

    async list(person) {
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(tokens.where("person", "=", person).orderBy("created", "desc")),
      );
      return rows.map(tokenOf);
    },

    async revoke(id, person) {
      const gone = build.deleteFrom("kelisim.calendar_token").where("id", "=", id).where("person", "=", person);
      const rows = await connections.within(undefined, (transaction) => transaction.run(gone.returning("id")));
      return rows.length > 0;
    },
  };
}
