import assert from "node:assert/strict";
import { join } from "node:path";
import { it, type TestContext } from "node:test";
import { makeSmallDisk } from "../../../test/small-disk.ts";
import { MigrationStopped, openFileVault, openStore, StorageFull, startEmbedded } from "../src/index.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { BORDER, exercise } from "./support/sample.ts";
import { owner } from "./support/servers.ts";

const MEGABYTE = 1024 * 1024;

/** Room for an empty cluster with its first segments of the log, and some more. */
async function smallDisk(test: TestContext) {
  const disk = await makeSmallDisk(160);
  if (typeof disk !== "string") return disk;
  test.skip(disk);
  return undefined;
}

it("a migration on a disk that is really full leaves the old state whole, says so, and runs once there is room", async (test) => {
  const disk = await smallDisk(test);
  if (disk === undefined) return;
  const server = await startEmbedded({ folder: disk.folder });
  try {
    const first = { id: 1, name: "a", sql: "create table kelisim.a (x int); insert into kelisim.a values (1)" };
    const second = {
      id: 2,
      name: "b",
      sql: `alter table kelisim.a add y text;
        create table kelisim.b as select n, repeat(md5(n::text), 30) as words from generate_series(1, 12000) as n;
        update kelisim.a set y = 'new'; alter table kelisim.a drop x`,
    };
    await owner(server.url, async (client) => {
      await migrate(client, [first]);
      disk.fill(4 * MEGABYTE);
      await assert.rejects(migrate(client, [first, second]), (error: Error) => {
        assert.ok(error instanceof MigrationStopped);
        assert.match(error.message, /migration 2 "b" stopped: .*No space left on device/);
        assert.match(error.message, /stands as it was before it\. Make room on its disk and start again/);
        return true;
      });
      assert.deepEqual((await client.query("select * from kelisim.a")).rows, [{ x: 1 }]);
      assert.equal((await client.query("select to_regclass('kelisim.b') as b")).rows[0].b, null);
      disk.free();
      assert.deepEqual((await migrate(client, [first, second])).ran, [2]);
      assert.deepEqual((await client.query("select * from kelisim.a")).rows, [{ y: "new" }]);
      assert.equal((await client.query("select from kelisim.b")).rowCount, 12_000);
    });
  } finally {
    disk.free();
    await server.stop();
    await disk.remove();
  }
});

it("records that find no room are refused by name, those that were taken stay, and the next ones are taken", async (test) => {
  const disk = await smallDisk(test);
  if (disk === undefined) return;
  const server = await startEmbedded({ folder: disk.folder });
  const vault = await openFileVault({ folder: join(disk.folder, "keys") });
  const store = await openStore({ url: server.url, vault });
  try {
    const { records } = store.as(BORDER);
    const taken: string[] = [];
    let unanswered: readonly string[] = [];
    const append = async (name: string) => {
      const batch = Array.from({ length: 200 }, (_, index) => exercise(`${name}-${index}`));
      unanswered = batch.map(({ id }) => id);
      taken.push(...(await records.append(batch)).taken.map(({ id }) => id));
    };
    await append("before");
    disk.fill(0);
    await assert.rejects(
      async () => {
        for (let time = 0; time < 200; time += 1) await append(`full-${time}`);
      },
      (error: Error) => {
        assert.ok(error instanceof StorageFull, `${error.name}: ${error.message}`);
        assert.match(error.message, /there is no room left on the disk \(.*No space left on device|ENOSPC/i);
        return true;
      },
    );
    assert.equal((await records.get("before-0"))!.record.id, "before-0", "reading goes on");
    disk.free();
    // Part of the batch that was not answered may have been taken before the room ended.
    const without = new Set(unanswered);
    await append("after");
    const held: string[] = [];
    for await (const { record, unreadable } of records.stream()) {
      assert.equal(unreadable, undefined);
      if (!without.has(record.id)) held.push(record.id);
    }
    assert.deepEqual(held, taken);
  } finally {
    disk.free();
    await store.close();
    await vault.close();
    await server.stop();
    await disk.remove();
  }
});
