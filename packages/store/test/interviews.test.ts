import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, it } from "node:test";
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
