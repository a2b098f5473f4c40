import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openFileVault, openStore, startEmbedded } from "../src/index.ts";
import { BORDER, collect, exercise } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner, tempFolder } from "./support/servers.ts";

overServers("erasure", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("takes the body and leaves the header with its hash, in every way of reading", async () => {
    const { records } = open.store.as(BORDER);
    await records.append([exercise("gone", { content: { note: "once" } }), exercise("stays")]);
    const before = await records.get("gone");
    assert.equal((await open.store.system.erase("gone", "asked for", "anna")).kind, "erased");
    assert.equal((await open.store.system.erase("gone", "asked for", "anna")).kind, "repeated");
    assert.equal((await open.store.system.erase("nowhere", "asked for", "anna")).kind, "absent");
    const after = await records.get("gone");
    assert.equal(after!.erased, true);
    assert.equal(after!.record.content, undefined);
    assert.equal(after!.headerSha256, before!.headerSha256);
    assert.equal(await records.count({ text: "once" }), 0);
    const streamed = await collect(records.stream());
    assert.deepEqual(
      streamed.filter(({ erased }) => erased).map(({ record }) => record.id),
      ["gone"],
    );
    assert.equal((await open.store.system.erasures())[0]!.reason, "asked for");
    const again = await records.append([exercise("gone", { content: { note: "once" } })]);
    assert.equal(again.repeated.length, 1);
    assert.equal((await records.get("gone"))!.record.content, undefined);
  });

  it("reaches the packs that hold a copy", async () => {
    const { records } = open.store.as(BORDER);
    for (let from = 0; from < 2_500; from += 500) {
      await records.append(Array.from({ length: 500 }, (_, index) => exercise(`p-${from + index}`)));
    }
    const packs = () =>
      owner(
        open.url,
        async (client) => (await client.query("select key_slot from kelisim.pack order by first_seq")).rows,
      );
    const until = Date.now() + 60_000;
    while ((await packs()).length < 2 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    const made = await packs();
    assert.ok(made.length >= 2);
    assert.equal((await open.store.system.erase("p-10", "asked for", "anna")).kind, "erased");
    assert.equal(open.vault.key(Number(made[0].key_slot)), undefined);
    const streamed = await collect(records.stream());
    for (const { record, erased } of streamed) {
      const gone = record.id === "p-10" || record.id === "gone";
      assert.equal(erased === true, gone, record.id);
      assert.equal(record.content === undefined, gone, record.id);
    }
  });

  it("follows how long a kind is kept", async () => {
    const { records } = open.store.as(BORDER);
    await records.append([
      exercise("old", { kind: "Patrol", recorded: "2020-01-01T00:00:00Z" }),
      exercise("new", { kind: "Patrol", recorded: new Date().toISOString() }),
    ]);
    assert.deepEqual(await open.store.system.retention({ Patrol: 365 }, "node"), {
      erased: 1,
      byKind: { Patrol: 1 },
      interviews: [],
    });
    assert.equal((await records.get("old"))!.erased, true);
    assert.notEqual((await records.get("new"))!.record.content, undefined);
  });

  it("of a thousand bodies and more goes in batches; a run that was cut off is gone on with", async () => {
    const own = await openTestStore(server);
    const { records } = own.store.as(BORDER);
    const old = (index: number) => exercise(`old-${index}`, { kind: "Patrol", recorded: "2020-01-01T00:00:00Z" });
    await records.append(Array.from({ length: 2_300 }, (_, index) => old(index)));
    const destroy = own.vault.destroy;
    let calls = 0;
    own.vault.destroy = async (slots) => {
      calls += 1;
      if (calls === 2) throw new Error("the power went");
      await destroy(slots);
    };
    await assert.rejects(own.store.system.retention({ Patrol: 365 }, "node"), /the power went/);
    own.vault.destroy = destroy;
    const left = 2_300 - (await own.store.system.erasures()).length;
    assert.equal(left, 300, "two batches are noted");
    assert.deepEqual(await own.store.system.retention({ Patrol: 365 }, "node"), {
      erased: left,
      byKind: { Patrol: left },
      interviews: [],
    });
    await own.close();
    // Noted, but with their keys still there: the next start destroys them.
    const said: string[] = [];
    const again = await openTestStore(server, { url: own.url, folder: own.folder, log: (line) => said.push(line) });
    assert.match(said.join(), /keys of erased bodies had come back/);
    const { rows } = await owner(again.url, (client) => client.query("select key_slot from kelisim.record"));
    assert.ok(rows.every(({ key_slot }) => again.vault.key(Number(key_slot)) === undefined));
    await again.close();
  });

  it("is repeated on a key file that was put back from before it", async () => {
    const own = await openTestStore(server);
    const keys = join(own.folder, "keys", "keys.bin");
    await own.store.as(BORDER).records.append([exercise("back", { content: { note: "again" } })]);
    const older = readFileSync(keys);
    await own.store.system.erase("back", "asked for", "anna");
    await own.close();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(keys, older);
    // With the list of destroyed keys, and without it: the database knows too.
    for (const withList of [true, false]) {
      if (!withList) {
        rmSync(join(own.folder, "keys", "destroyed.jsonl"));
        writeFileSync(keys, older);
      }
      const opened = await openTestStore(server, { url: own.url, folder: own.folder });
      assert.equal((await opened.store.as(BORDER).records.get("back"))!.erased, true);
      await opened.close();
      assert.notDeepEqual(readFileSync(keys), older);
    }
  });
});

describe("a copy of the database's files, made while it stood still", () => {
  it("brings records back, and no body that was erased since", async () => {
    const folder = tempFolder("copy");
    const keys = join(folder, "keys");
    const copy = join(folder, "copy");
    const open = async () => {
      const server = await startEmbedded({ folder });
      const vault = await openFileVault({ folder: keys });
      const said: string[] = [];
      const store = await openStore({ url: server.url, vault, log: (message) => said.push(message) });
      const close = async () => {
        await store.close();
        await vault.close();
        await server.stop();
      };
      return { store, close, said };
    };
    const first = await open();
    const written = [exercise("kept"), exercise("erased-later", { content: { note: "private" } })];
    await first.store.as(BORDER).records.append(written);
    await first.close();
    cpSync(join(folder, "postgres"), copy, { recursive: true });

    const second = await open();
    await second.store.system.erase("erased-later", "asked for", "anna");
    await second.store.as(BORDER).records.append([exercise("after-the-copy")]);
    await second.close();

    rmSync(join(folder, "postgres"), { recursive: true });
    cpSync(copy, join(folder, "postgres"), { recursive: true });
    const third = await open();
    const { records } = third.store.as(BORDER);
    assert.deepEqual((await records.get("kept"))!.record.content, written[0]!.content);
    assert.equal((await records.get("erased-later"))!.erased, true);
    assert.equal((await third.store.system.erasures()).length, 1);
    assert.equal(await records.get("after-the-copy"), undefined);
    // What comes after goes under fresh keys, though the old database does not know the later ones.
    await records.append([exercise("new")]);
    assert.notEqual((await records.get("new"))!.record.content, undefined);
    await third.close();
    assert.ok(existsSync(join(keys, "destroyed.jsonl")));
    rmSync(folder, { recursive: true });
  });
});
