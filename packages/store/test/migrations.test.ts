import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { it } from "node:test";
import { DatabaseIsNewer, MigrationChanged, MigrationGap, MigrationStopped, SecurityBypassed } from "../src/errors.ts";
import { openFileVault, openStore } from "../src/index.ts";
import { MIGRATIONS } from "../src/migrations/index.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { checkBound } from "../src/rights.ts";
import { openTestStore, overServers, owner, tempFolder } from "./support/servers.ts";

const step = (id: number, name: string, sql: string) => ({ id, name, sql });

overServers("migrations", (server) => {
  it("run once each, in order", async () => {
    const url = await server.database();
    await owner(url, async (client) => {
      const list = [
        step(1, "one", "create table kelisim.a (x int)"),
        step(2, "two", "insert into kelisim.a values (1)"),
      ];
      assert.deepEqual((await migrate(client, list)).ran, [1, 2]);
      assert.deepEqual((await migrate(client, list)).ran, []);
      assert.equal((await client.query("select from kelisim.a")).rowCount, 1);
    });
  });

  it("with a gap, a repetition or a name twice are refused, naming the place", async () => {
    const url = await server.database();
    await owner(url, async (client) => {
      await assert.rejects(
        migrate(client, [step(1, "a", ""), step(3, "c", "")]),
        /after migration 1 "a".*where 2 is due/,
      );
      await assert.rejects(migrate(client, [step(2, "b", "")]), MigrationGap);
      await assert.rejects(migrate(client, [step(1, "a", ""), step(2, "a", "")]), /two migrations are called "a"/);
    });
  });

  it("refuse a newer database and a changed text", async () => {
    const url = await server.database();
    await owner(url, async (client) => {
      await migrate(client, [step(1, "a", "select 1"), step(2, "b", "select 2")]);
      await assert.rejects(migrate(client, [step(1, "a", "select 1")]), DatabaseIsNewer);
      await assert.rejects(migrate(client, [step(1, "a", "select 7"), step(2, "b", "select 2")]), MigrationChanged);
    });
    const open = await openTestStore(server);
    await open.close();
    await owner(open.url, (client) => client.query("insert into kelisim.migration values (99, 'later', 'x')"));
    const vault = await openFileVault({ folder: tempFolder("newer") });
    await assert.rejects(openStore({ url: open.url, vault }), /used by a newer Kelisim/);
    await vault.close();
  });

  it("that stop in the middle leave the old state whole: a statement that cannot be done, as on a full disk", async () => {
    const url = await server.database();
    await owner(url, async (client) => {
      const first = step(1, "a", "create table kelisim.a (x int); insert into kelisim.a values (1)");
      // 53100 is what PostgreSQL says where no space is left on the device.
      const full =
        "do $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$";
      const second = step(
        2,
        "b",
        `alter table kelisim.a add y int; update kelisim.a set y = 2; ${full}; drop table kelisim.a`,
      );
      await assert.rejects(migrate(client, [first, second]), (error: Error) => {
        assert.ok(error instanceof MigrationStopped);
        assert.match(error.message, /migration 2 "b" stopped: could not extend file.*stands as it was before/);
        return true;
      });
      assert.deepEqual((await client.query("select * from kelisim.a")).rows, [{ x: 1 }]);
      const mended = step(2, "b", "alter table kelisim.a add y int");
      assert.deepEqual((await migrate(client, [first, mended])).ran, [2]);
    });
  });

  it("that are cut off by the loss of the connection leave the old state whole", async () => {
    const url = await server.database();
    const first = step(1, "a", "create table kelisim.a (x int)");
    const cut = step(2, "b", "alter table kelisim.a add y int; select pg_terminate_backend(pg_backend_pid())");
    await assert.rejects(owner(url, (client) => migrate(client, [first, cut])));
    await owner(url, async (client) => {
      assert.deepEqual((await client.query("select id from kelisim.migration")).rows, [{ id: 1 }]);
      assert.equal((await client.query("select x from kelisim.a")).rowCount, 0);
      assert.deepEqual((await migrate(client, [first, step(2, "b", "select 1")])).ran, [2]);
    });
  });

  it("started twice at once run once", async () => {
    const url = await server.database();
    const runs = await Promise.all([1, 2, 3].map(() => owner(url, (client) => migrate(client, MIGRATIONS))));
    assert.deepEqual(runs.map(({ ran }) => ran.length).sort(), [0, 0, MIGRATIONS.length]);
  });

  it("take days of decisions and official texts out of the settings, each once", async () => {
    const url = await server.database();
    await owner(url, async (client) => {
      await migrate(client, MIGRATIONS.slice(0, 1));
      await client.query(`insert into kelisim.adoption (region, instrument, version, text, decided_by, note, at) values
        ('four-rivers', 'RIVER', 'v', 'one', 'Commission', 'n', '2026-11-20T22:00Z'),
        ('four-rivers', 'RIVER', 'w', 'two', 'Commission', 'n', '2026-11-21T22:00Z')`);
      const text = { text: "第五条", source: "stored copy", read: "2026-11-01", authentic: true, language: "zh" };
      const settings = {
        "agreement.from/four-rivers/2": "2027-01-01",
        "official-text/four-rivers/RIVER/zh": { ...text, addedBy: "Anna", addedAt: "2026-11-02T10:00:00Z" },
        "official-text/four-rivers/RIVER/ru": null,
        "official-texts/four-rivers": { RIVER: ["zh"] },
        four_eyes: true,
      };
      for (const [name, value] of Object.entries(settings))
        await client.query("insert into kelisim.setting values ($1, $2, 'anna', now())", [name, JSON.stringify(value)]);
      await migrate(client, MIGRATIONS);
      const days = await client.query("select in_force_from::text as day, person from kelisim.adoption order by id");
      assert.deepEqual(days.rows, [
        { day: "2026-11-20", person: "node" },
        { day: "2027-01-01", person: "anna" },
      ]);
      const texts = await client.query(
        "select language, text, sha256, read_on::text as read, authentic, added_by, person from kelisim.official_text",
      );
      assert.deepEqual(texts.rows, [
        {
          language: "zh",
          text: text.text,
          sha256: hash("sha256", text.text),
          read: "2026-11-01",
          authentic: true,
          added_by: "Anna",
          person: "anna",
        },
      ]);
      assert.deepEqual((await client.query("select name from kelisim.setting")).rows, [{ name: "four_eyes" }]);
      await assert.rejects(client.query("update kelisim.adoption set person = 'x'"), /append-only/);
    });
  });

  it("are no use where row-level security would not bind", async () => {
    const open = await openTestStore(server);
    await open.close();
    await owner(open.url, async (client) => {
      const { rows } = await client.query("select current_database() as name");
      const desk = `kelisim_${rows[0].name}_desk`;
      await client.query("alter table kelisim.draft disable row level security");
      await client.query(`set role ${desk}`);
      await assert.rejects(checkBound(client, desk), SecurityBypassed);
      await client.query("reset role");
      await assert.rejects(checkBound(client, desk), /works as/);
      await client.query("alter table kelisim.draft enable row level security");
      await client.query(`alter role ${desk} bypassrls`);
    });
    const vault = await openFileVault({ folder: tempFolder("bypass") });
    await assert.rejects(openStore({ url: open.url, vault }), SecurityBypassed);
    await vault.close();
  });
});
