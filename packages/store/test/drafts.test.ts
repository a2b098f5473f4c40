import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { BORDER, exercise } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner } from "./support/servers.ts";

overServers("drafts", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("change, count their changes, and say when somebody else was faster", async () => {
    const { drafts } = open.store.as(BORDER);
    const made = await drafts.save({ kind: "Exercise", title: "first", record: { content: { a: 1 } } }, "anna");
    assert.ok(made.kind === "saved");
    const { id } = made.draft;
    const later = await drafts.save({ id, kind: "Exercise", title: "second", record: {}, version: 1 }, "boris");
    assert.ok(later.kind === "saved");
    assert.deepEqual([later.draft.version, later.draft.draftedBy], [2, ["anna", "boris"]]);
    const late = await drafts.save({ id, kind: "Exercise", title: "third", record: {}, version: 1 }, "anna");
    assert.ok(late.kind === "changed");
    assert.equal(late.draft.title, "second");
    assert.equal((await drafts.remove(id)).kind, "removed");
    assert.equal((await drafts.get(id)) ?? "none", "none");
  });

  it("are released by somebody else where the node asks for four eyes", async () => {
    const { drafts, records } = open.store.as(BORDER);
    await open.store.system.settings.set("four_eyes", true, "anna");
    const made = await drafts.save({ kind: "Exercise", title: "plan", record: { ...exercise("released") } }, "anna");
    assert.ok(made.kind === "saved");
    const { id } = made.draft;
    assert.equal((await drafts.release(id, exercise("released"), "anna")).kind, "four-eyes");
    assert.equal(await records.get("released"), undefined);
    const wrong = await drafts.release(id, exercise("released", { marking: "secret" }), "boris");
    assert.equal(wrong.kind, "refused");
    assert.equal((await drafts.release(id, exercise("released"), "boris", 9)).kind, "changed");
    const done = await drafts.release(id, exercise("released"), "boris", 1);
    assert.ok(done.kind === "released");
    assert.equal(done.record.record.id, "released");
    assert.equal((await drafts.release(id, exercise("released"), "boris")).kind, "absent");
    await open.store.system.settings.set("four_eyes", false, "anna");
  });

  it("stay where their record is refused", async () => {
    const { drafts } = open.store.as(BORDER);
    const made = await drafts.save({ kind: "Exercise", title: "clash", record: {} }, "anna");
    assert.ok(made.kind === "saved");
    const clash = await drafts.release(made.draft.id, exercise("released", { content: { other: 1 } }), "boris");
    assert.equal(clash.kind, "refused");
    assert.equal((await drafts.get(made.draft.id))?.title, "clash");
  });

  it("are released once, however many try", async () => {
    const { drafts, records } = open.store.as(BORDER);
    const made = await drafts.save({ kind: "Exercise", title: "race", record: {} }, "anna");
    assert.ok(made.kind === "saved");
    const tries = await Promise.all(
      [1, 2, 3, 4].map((n) => drafts.release(made.draft.id, exercise(`race-${n}`), "boris")),
    );
    assert.equal(tries.filter(({ kind }) => kind === "released").length, 1);
    assert.equal(await records.count({ text: "race-" }), 1);
  });

  it("are kept encrypted", async () => {
    const { drafts } = open.store.as(BORDER);
    await drafts.save({ kind: "Exercise", title: "open title", record: { content: { note: "hidden-word" } } }, "anna");
    const { rows } = await owner(open.url, (client) =>
      client.query("select d::text as row, encode(ciphertext, 'escape') as body from kelisim.draft as d"),
    );
    assert.doesNotMatch(JSON.stringify(rows), /hidden-word/);
  });
});
