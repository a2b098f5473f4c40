import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { isArchived } from "../src/index.ts";
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
      for (const table of ["brief_version", "brief_sign_off", "brief_act"])
        await assert.rejects(client.query(`delete from kelisim.${table}`), /append-only/);
      for (const table of ["brief", "brief_version", "brief_sign_off", "brief_act"]) {
        await assert.rejects(client.query(`update kelisim.${table} set person = 'x'`), /append-only/);
        await assert.rejects(client.query(`truncate kelisim.${table} cascade`), /append-only/);
      }
    });
  });

  it("are withdrawn by version, with a reason, once", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("one"), "anna");
    await briefs.signOff(id, { number: 1, act: "approved" }, "clara");
    const done = await briefs.withdraw(id, 1, "the figures of 2019 were misread", "clara");
    assert.ok(done.kind === "saved");
    assert.deepEqual(
      done.brief.acts.map((act) => ({ ...act, at: "" })),
      [{ act: "withdrawn", number: 1, reason: "the figures of 2019 were misread", person: "clara", at: "" }],
    );
    assert.equal((await briefs.withdraw(id, 1, "again", "clara")).kind, "already");
    assert.equal((await briefs.withdraw("none", 1, "x", "clara")).kind, "absent");
    assert.equal((await briefs.withdraw(id, 7, "x", "clara")).kind, "absent");
    assert.equal((await open.store.as(OTHER).briefs.withdraw(id, 1, "x", "eve")).kind, "absent");
    assert.equal((await briefs.text(id, 1))?.text, "one");
  });

  it("are put away and brought back", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("one"), "anna");
    assert.equal((await briefs.archive(id, false, "anna")).kind, "already");
    const away = await briefs.archive(id, true, "anna");
    assert.ok(away.kind === "saved" && isArchived(away.brief));
    assert.equal((await briefs.archive(id, true, "anna")).kind, "already");
    const back = await briefs.archive(id, false, "boris");
    assert.ok(back.kind === "saved" && !isArchived(back.brief));
    assert.deepEqual(
      back.brief.acts.map(({ act, person }) => [act, person]),
      [
        ["archived", "anna"],
        ["restored", "boris"],
      ],
    );
  });

  it("are deleted with all that is theirs while nobody signed them off, and never after", async () => {
    const { briefs } = open.store.as(BORDER);
    const { id } = await briefs.create(version("one"), "anna");
    await briefs.save(id, version("two"), 1, "anna");
    await briefs.archive(id, true, "anna");
    const slotOf = () =>
      owner(open.url, async (client) => {
        const { rows } = await client.query("select key_slot from kelisim.brief where id = $1", [id]);
        return rows[0] === undefined ? undefined : Number(rows[0].key_slot);
      });
    const slot = (await slotOf())!;
    assert.equal((await open.store.as(OTHER).briefs.remove(id)).kind, "absent");
    assert.equal((await briefs.remove(id)).kind, "removed");
    assert.equal(await briefs.get(id), undefined);
    assert.equal(await briefs.text(id, 1), undefined);
    assert.equal((await briefs.remove(id)).kind, "absent");
    assert.ok(open.vault.destroyed(slot));
    await owner(open.url, async (client) => {
      for (const table of ["brief_version", "brief_act"])
        assert.equal((await client.query(`select from kelisim.${table} where brief = $1`, [id])).rowCount, 0);
    });
    const signed = await briefs.create(version("one"), "anna");
    await briefs.save(signed.id, version("two"), 1, "anna");
    await briefs.signOff(signed.id, { number: 2, act: "reviewed" }, "boris");
    assert.equal((await briefs.remove(signed.id)).kind, "signed");
    assert.equal((await briefs.get(signed.id))?.versions.length, 2);
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
