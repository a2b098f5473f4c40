import type { Connections } from "../connection.ts";
import { build } from "../tables.ts";
import type { Settings } from "./settings.ts";

export function createSettings(connections: Connections, now: () => Date): Settings {
  async function all() {
    const rows = await connections.within(undefined, (transaction) =>
      transaction.run(build.selectFrom("kelisim.setting").select(["name", "value"]).orderBy("name")),
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }
  return {
    all,
    get: async (name) => (await all())[name],
    async set(name, value, by) {
      const entry = { value: JSON.stringify(value ?? null), by_person: by, at: now() };
      await connections.within(undefined, (transaction) =>
        transaction.run(
          build
            .insertInto("kelisim.setting")
            .values({ name, ...entry })
            .onConflict((conflict) => conflict.column("name").doUpdateSet(entry)),
        ),
      );
    },
  };
}
