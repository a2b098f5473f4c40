import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { CODED_INTERVIEW } from "../src/index.ts";
import { BORDER, CUSTOMS, OREAN } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner, tempFolder } from "./support/servers.ts";

const interview = (label: string, city = "Osh") => ({ label, content: { city, segments: [{ unit: "1" }] } });

overServers("coded interviews and decisions", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("are added all or none, and a label is there once a body", async () => {
    const { interviews } = open.store.as(BORDER);
    assert.deepEqual(await interviews.add([interview("I-02"), interview("I-01")], "anna"), { taken: [] });
    assert.deepEqual(await interviews.add([interview("I-03"), interview("I-01")], "anna"), { taken: ["I-01"] });
    assert.deepEqual(
      (await interviews.list()).map(({ label, content, addedBy }) => [label, content, addedBy]),
      [
        ["I-01", interview("I-01").content, "anna"],
        ["I-02", interview("I-02").content, "anna"],
      ],
    );
    assert.deepEqual(await open.store.as(CUSTOMS).interviews.add([interview("I-01")], "boris"), { taken: [] });
  });

  it("are the own body's alone, by row-level security too", async () => {
    const [mine] = await open.store.as(BORDER).interviews.list();
    for (const other of [CUSTOMS, OREAN]) {
      const { interviews } = open.store.as(other);
      assert.ok((await interviews.list()).every(({ id }) => id !== mine!.id));
      assert.equal((await interviews.remove(mine!.id)).kind, "absent");
    }
    const { rows } = await owner(open.url, (client) =>
      client.query(
        "select relname from pg_class where relrowsecurity and relname in ('interview', 'recommendation_decision')",
      ),
    );
    assert.equal(rows.length, 2);
  });

  it("rest encrypted, and erasing one destroys its key", async () => {
    const { interviews } = open.store.as(BORDER);
    await interviews.add([interview("I-09", "Karakol")], "anna");
    const { rows } = await owner(open.url, (client) =>
      client.query<{ key_slot: string; ciphertext: Buffer }>(
        "select key_slot, ciphertext from kelisim.interview where label = 'I-09'",
      ),
    );
    assert.equal(rows[0]!.ciphertext.includes("Karakol"), false);
    const found = (await interviews.list()).find(({ label }) => label === "I-09")!;
    assert.equal((await interviews.remove(found.id)).kind, "removed");
    assert.equal(open.vault.destroyed(Number(rows[0]!.key_slot)), true);
    assert.equal((await interviews.remove(found.id)).kind, "absent");
  });

  it("follow how long they are kept: those of all bodies go, keys too, and no import brings them back", async () => {
    let now = new Date("2024-01-10T00:00:00Z");
    const own = await openTestStore(server, { now: () => now });
    const { system } = own.store;
    const of = (viewer: typeof BORDER) => own.store.as(viewer).interviews;
    await of(BORDER).add([interview("I-01"), interview("I-02")], "anna");
    await of(OREAN).add([interview("I-01")], "boris");
    const folder = join(tempFolder("outlived"), "export");
    await system.exportParty({ region: BORDER.region, party: BORDER.party, folder });
    const { rows } = await owner(own.url, (client) => client.query("select key_slot from kelisim.interview"));
    now = new Date("2024-03-01T00:00:00Z");
    await of(BORDER).add([interview("I-03")], "anna");

    assert.equal((await system.retention({ Patrol: 30 }, "node")).erased, 0, "without a period they are kept");
    now = new Date("2024-03-05T00:00:00Z");
    const outlived = (viewer: typeof BORDER, erased: number) => ({
      region: viewer.region,
      party: viewer.party,
      body: viewer.body,
      erased,
    });
    const report = await system.retention({ [CODED_INTERVIEW]: 30 }, "node");
    assert.deepEqual([report.erased, report.byKind], [3, { [CODED_INTERVIEW]: 3 }]);
    assert.deepEqual(
      [...report.interviews].sort((a, b) => b.erased - a.erased),
      [outlived(BORDER, 2), outlived(OREAN, 1)],
    );
    assert.deepEqual(
      (await of(BORDER).list()).map(({ label }) => label),
      ["I-03"],
    );
    assert.ok(rows.every(({ key_slot }) => own.vault.destroyed(Number(key_slot))));
    assert.equal((await system.erasures()).length, 0, "the register of erasures is about records");

    const back = await system.importParty(folder, "anna");
    assert.equal(back.interviews, 0);
    assert.equal((await of(BORDER).list()).length, 1);
    assert.deepEqual(await of(BORDER).add([interview("I-01")], "anna"), { taken: [] }, "its number is free again");
    assert.deepEqual(await system.retention({ [CODED_INTERVIEW]: 30 }, "node"), {
      erased: 0,
      byKind: {},
      interviews: [],
    });
    await own.close();
  });

  it("that were being erased when the power went are gone at the next start", async () => {
    const own = await openTestStore(server);
    const { interviews } = own.store.as(BORDER);
    await interviews.add([interview("I-01"), interview("I-02")], "anna");
    const { destroy } = own.vault;
    own.vault.destroy = async (slots) => {
      await destroy(slots);
      throw new Error("the power went");
    };
    const [first] = await interviews.list();
    await assert.rejects(interviews.remove(first!.id), /the power went/);
    const left = () =>
      owner(own.url, async (client) => (await client.query("select label from kelisim.interview")).rows);
    assert.equal((await left()).length, 2, "the row is there still, and cannot be read");
    assert.equal((await interviews.list()).length, 1);
    await own.close();
    const again = await openTestStore(server, { url: own.url, folder: own.folder });
    assert.deepEqual(await left(), [{ label: "I-02" }]);
    assert.deepEqual(await again.store.as(BORDER).interviews.add([interview("I-01")], "anna"), { taken: [] });
    await again.close();
  });

  it("decisions are only ever added", async () => {
    const { decisions } = open.store.as(BORDER);
    await decisions.add({ claim: "C1", state: "open", decided: "2025", source: "minutes" }, "anna");
    await decisions.add({ claim: "C1", state: "done", decided: "2026-03", source: "report", note: "n" }, "anna");
    assert.deepEqual(
      (await decisions.list()).map(({ state, decided, note }) => [state, decided, note]),
      [
        ["open", "2025", undefined],
        ["done", "2026-03", "n"],
      ],
    );
    assert.deepEqual(await open.store.as(CUSTOMS).decisions.list(), []);
    await assert.rejects(
      owner(open.url, (client) => client.query("update kelisim.recommendation_decision set state = 'rejected'")),
      /append-only/,
    );
  });

  it("go along in the export of their party and come back", async () => {
    const folder = join(tempFolder("interviews"), "sel");
    await open.store.system.exportParty({ region: BORDER.region, party: BORDER.party, folder });
    assert.match(readFileSync(join(folder, `interviews/${BORDER.body}.jsonl`), "utf8"), /"I-01"/);
    const to = await openTestStore(server);
    const report = await to.store.system.importParty(folder, "anna");
    assert.deepEqual([report.interviews, report.decisions], [3, 2]);
    for (const viewer of [BORDER, CUSTOMS]) {
      assert.deepEqual(await to.store.as(viewer).interviews.list(), await open.store.as(viewer).interviews.list());
      assert.deepEqual(await to.store.as(viewer).decisions.list(), await open.store.as(viewer).decisions.list());
    }
    const again = await to.store.system.importParty(folder, "anna");
    assert.deepEqual([again.interviews, again.decisions], [0, 0]);
    await to.close();
  });
});
