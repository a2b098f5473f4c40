import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Connections } from "../connection.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import { checkDay, checkTexts } from "./check-entry.ts";
import type { HeldTextHead, HeldTextName, OfficialTexts } from "./official-texts.ts";

export function createOfficialTexts(connections: Connections, now: () => Date): OfficialTexts {
  /** The newest row of each language, also where it holds no text. */
  const newest = (region: string) =>
    build
      .selectFrom("kelisim.official_text")
      .distinctOn(["instrument", "language"])
      .select(["id", "region", "instrument", "language", "sha256", "source", "authentic", "added_by", "person", "at"])
      // As text: the driver would make a moment of this machine's time zone of it.
      .select(sql<string | null>`to_char(read_on, 'YYYY-MM-DD')`.as("read_on"))
      .where("region", "=", region)
      .orderBy("instrument")
      .orderBy("language")
      .orderBy("id", "desc");
  const named = ({ region, instrument, language }: HeldTextName) =>
    newest(region).where("instrument", "=", instrument).where("language", "=", language);
  type Row = Awaited<ReturnType<ReturnType<typeof newest>["execute"]>>[number];

  return {
    async add(given) {
      const { region, instrument, language, text, source, readOn, authentic, addedBy, person } = given;
      checkDay("readOn", readOn);
      checkTexts({ region, instrument, language, text, source, addedBy, person });
      const sha256 = hash("sha256", text);
      const at = now();
      const values = { region, instrument, language, text, sha256, source, authentic, person, at };
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(
          build
            .insertInto("kelisim.official_text")
            .values({ ...values, read_on: readOn, added_by: addedBy })
            .returning("id"),
        ),
      );
      return { ...given, id: Number(rows[0]!.id), sha256, at: momentOf(at) };
    },

    remove(name, { addedBy, person }) {
      const { region, instrument, language } = name;
      return connections.within(undefined, async (transaction) => {
        const held = (await transaction.run(named(name)))[0];
        if (held === undefined || held.sha256 === null) return false;
        const nothing = { text: null, sha256: null, source: null, read_on: null, authentic: null };
        await transaction.run(
          build
            .insertInto("kelisim.official_text")
            .values({ region, instrument, language, ...nothing, added_by: addedBy, person, at: now() }),
        );
        return true;
      });
    },

    async list(region, instrument) {
      const rows = await connections.within(undefined, (transaction) =>
        transaction.run(
          instrument === undefined ? newest(region) : newest(region).where("instrument", "=", instrument),
        ),
      );
      return rows.flatMap(headOf);
    },

    async get(name) {
      const rows = await connections.within(undefined, (transaction) => transaction.run(named(name).select("text")));
      return rows.flatMap((row) => headOf(row).map((head) => ({ ...head, text: row.text! })))[0];
    },
  };

  /** None where the row says that nothing is held. */
  function headOf({
    id,
    region,
    instrument,
    language,
    sha256,
    source,
    authentic,
    person,
    ...row
  }: Row): HeldTextHead[] {
    const { added_by: addedBy, read_on: readOn, at } = row;
    if (sha256 === null) return [];
    const of = { id: Number(id), region, instrument, language, addedBy, person, at: momentOf(at) };
    // The five columns of a text are all there or none is: the table checks it.
    return [{ ...of, sha256, source: source!, readOn: readOn!, authentic: authentic! }];
  }
}
