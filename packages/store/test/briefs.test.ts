import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { BORDER } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner } from "./support/servers.ts";

const OTHER = { ...BORDER, body: "customs" };
const FIGURE = { asked: "indicator id=A", now: "44 million EUR", method: "evidence.figures", inputs: [] };
const version = (text: string, note = "text") => ({ title: "Funds", note, text, figures: [FIGURE] });

overServers("briefs", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("keep every version with who saved it, and say when somebody else was faster", async () => {
    const { briefs } = open.store.as(BORDER);
    const made = await briefs.create(version("one", "first"), "anna");
    const saved = await briefs.save(made.id, version("two", "figures of 2019"), 1, "boris");
    assert.ok(saved.kind === "saved");
    assert.deepEqual(
      saved.brief.versions.map(({ number, note, person }) => [number, note, person]),
      [
        [1, "first", "anna"],
        [2, "figures of 2019", "boris"],
      ],
    );
    assert.equal((await briefs.save(made.id, version("late"), 1, "anna")).kind, "changed");
    assert.equal((await briefs.save("none", version("x"), 1, "anna")).kind, "absent");
    assert.deepEqual(await briefs.text(made.id, 1), { text: "one", figures: [FIGURE] });
    assert.equal((await briefs.text(made.id, 2))?.text, "two");
    assert.equal(await briefs.text(made.id, 3), undefined);
  });

  it("save one of several versions that are sent at once", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("one"), "anna");
    const all = await Promise.all(["a", "b", "c"].map((text) => briefs.save(id, version(text), 1, "anna")));
    assert.deepEqual(all.map(({ kind }) => kind).sort(), ["changed", "changed", "saved"]);
  });

  it("are signed off in their newest version, once by each person", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("one"), "anna");
    const reviewed = await briefs.signOff(id, { number: 1, act: "reviewed", note: "sources read" }, "boris");
    assert.ok(reviewed.kind === "saved");
    assert.equal((await briefs.signOff(id, { number: 1, act: "reviewed" }, "boris")).kind, "already");
    assert.equal((await briefs.signOff(id, { number: 1, act: "approved" }, "clara")).kind, "saved");
    await briefs.save(id, version("two"), 1, "anna");
    assert.equal((await briefs.signOff(id, { number: 1, act: "approved" }, "anna")).kind, "changed");
    assert.deepEqual(
      (await briefs.get(id))?.signOffs.map(({ number, act, person, note }) => [number, act, person, note]),
      [
        [1, "reviewed", "boris", "sources read"],
        [1, "approved", "clara", undefined],
      ],
    );
  });

  it("are seen by no other body, and by nothing in the tables", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("a secret sentence"), "anna");
    const other = open.store.as(OTHER).briefs;
    assert.deepEqual(await other.list(), []);
    assert.equal(await other.get(id), undefined);
    assert.equal(await other.text(id, 1), undefined);
    assert.equal((await other.save(id, version("x"), 1, "anna")).kind, "absent");
    await owner(open.url, async (client) => {
      const { rows } = await client.query<{ ciphertext: Buffer }>("select ciphertext from kelisim.brief_version");
      assert.ok(rows.length > 0 && rows.every(({ ciphertext }) => !ciphertext.toString("latin1").includes("secret")));
      for (const table of ["brief", "brief_version", "brief_sign_off"])
        await assert.rejects(client.query(`delete from kelisim.${table}`), /append-only/);
    });
  });

  it("go out with their party and come in again, once", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "kelisim-briefs-")), "out");
    const { region, party } = BORDER;
    const before = await open.store.as(BORDER).briefs.list();
    const manifest = await open.store.system.exportParty({ region, party, folder });
    assert.equal(manifest.files.find(({ holds }) => holds === "briefs")?.lines, before.length);
    const again = await open.store.system.importParty(folder, "anna");
    assert.equal(again.briefs, 0);
    const empty = await openTestStore(server);
    try {
      assert.equal((await empty.store.system.importParty(folder, "anna")).briefs, before.length);
      const { briefs } = empty.store.as(BORDER);
      assert.deepEqual(await briefs.list(), before);
      assert.equal((await briefs.text(before[0]!.id, 1))?.figures.length, 1);
    } finally {
      await empty.close();
      rmSync(folder, { recursive: true });
    }
  });
});
