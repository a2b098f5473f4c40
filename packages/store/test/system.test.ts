import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { BORDER, CUSTOMS, exercise } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner } from "./support/servers.ts";

overServers("work of the node", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("keeps bodies and members", async () => {
    const { bodies } = open.store.system;
    const { region, party, body: id } = BORDER;
    await bodies.save({ region, party, id, name: "Border service", kind: "border-service" });
    await bodies.save({ region, party, id, name: "Border Service of Selin", kind: "border-service" });
    await assert.rejects(bodies.save({ region, party, id: "No/Such", name: "x", kind: "x" }), /cannot name a body/);
    await bodies.saveMember({ person: "anna", region, party, body: id, roles: ["drafter"] });
    await bodies.saveMember({ person: "anna", region, party, body: id, roles: ["drafter", "administrator"] });
    assert.deepEqual((await bodies.members({ person: "anna" }))[0]!.roles, ["drafter", "administrator"]);
    assert.equal(await bodies.remove({ region, party, id }), "in use");
    await bodies.saveMember({ person: "anna", region, party, body: id, roles: [] });
    assert.equal(await bodies.remove({ region, party, id }), "removed");
    assert.equal(await bodies.remove({ region, party, id }), "absent");
  });

  it("keeps settings, audit, adoptions, subscriptions", async () => {
    const { settings, audit, adoptions, subscriptions } = open.store.system;
    await settings.set("name", { en: "Secretariat" }, "anna");
    assert.deepEqual(await settings.get("name"), { en: "Secretariat" });
    await audit.append([
      { person: "anna", action: "record.read", about: "r1", detail: { n: 1 } },
      { person: "boris", action: "draft.release" },
    ]);
    assert.deepEqual(
      (await audit.page({})).map(({ action }) => action),
      ["draft.release", "record.read"],
    );
    assert.equal((await audit.page({ about: "r1" }))[0]!.person, "anna");
    const adopted = await adoptions.add({
      region: "four-rivers",
      instrument: "RIVER",
      text: "# Text",
      inForceFrom: "2099-01-01",
      decidedBy: "Joint commission",
      person: "anna",
      note: "meeting 4",
    });
    assert.match(adopted.version, /^[0-9a-f]{64}$/);
    assert.deepEqual(await adoptions.list("four-rivers", "RIVER"), [adopted]);
    assert.deepEqual(await adoptions.list("four-rivers", "OTHER"), []);
    for (const inForceFrom of ["2026-02-30", "2026-02", "0000-01-01", "soon"])
      await assert.rejects(adoptions.add({ ...adopted, inForceFrom }), /^WrongEntry: inForceFrom: .* is no day/);
    await assert.rejects(adoptions.add({ ...adopted, note: "a\0b" }), /^WrongEntry: note/);
    const subscription = await subscriptions.save({
      person: "anna",
      viewer: BORDER,
      by: "email",
      address: "desk@example.org",
      topics: ["overdue"],
      locale: "en",
    });
    assert.equal((await subscriptions.list({ topic: "overdue" })).length, 1);
    assert.equal(await subscriptions.remove(subscription.id, "boris"), false);
    assert.equal(await subscriptions.remove(subscription.id, "anna"), true);
  });

  it("keeps official texts by language: the newest counts, and what was held before stays in the table", async () => {
    const { officialTexts } = open.store.system;
    const name = { region: "four-rivers", instrument: "RIVER", language: "ru" };
    const first = { ...name, text: "Статья 1", source: "depositary", readOn: "2026-11-01", authentic: true };
    const by = { addedBy: "Anna", person: "anna" };
    await officialTexts.add({ ...first, ...by });
    const second = await officialTexts.add({ ...first, text: "Статья 1. Воды", readOn: "2026-11-20", ...by });
    await officialTexts.add({ ...first, language: "en", text: "Article 1", ...by });
    await officialTexts.add({ ...first, instrument: "LAKE", ...by });
    assert.deepEqual(await officialTexts.get(name), second);
    const held = await officialTexts.list("four-rivers", "RIVER");
    assert.deepEqual(
      held.map(({ language, readOn }) => [language, readOn]),
      [
        ["en", "2026-11-01"],
        ["ru", "2026-11-20"],
      ],
    );
    assert.equal((await officialTexts.list("four-rivers")).length, 3);
    assert.equal((await officialTexts.list("central-asia")).length, 0);
    assert.equal(await officialTexts.remove(name, by), true);
    assert.equal(await officialTexts.remove(name, by), false);
    assert.equal(await officialTexts.get(name), undefined);
    assert.equal((await officialTexts.list("four-rivers", "RIVER")).length, 1);
    await officialTexts.add({ ...first, ...by });
    assert.equal((await officialTexts.get(name))?.text, "Статья 1");
    await assert.rejects(officialTexts.add({ ...first, ...by, readOn: "yesterday" }), /^WrongEntry: readOn/);
    await owner(open.url, async (client) => {
      const { rows } = await client.query("select count(*)::int as n from kelisim.official_text");
      assert.equal(rows[0].n, 6);
      for (const sql of ["update kelisim.official_text set text = ''", "delete from kelisim.official_text"])
        await assert.rejects(client.query(sql), /append-only/);
      await assert.rejects(client.query("update kelisim.adoption set in_force_from = now()"), /append-only/);
    });
  });

  it("gives calendar tokens once and finds them by what was given", async () => {
    const { tokens } = open.store.system;
    const { id, token } = await tokens.create({ person: "anna", viewer: CUSTOMS, label: "phone" });
    assert.deepEqual((await tokens.find(token))?.viewer, CUSTOMS);
    assert.equal(await tokens.find(`${token}x`), undefined);
    assert.equal(await tokens.revoke(id, "anna"), true);
    assert.equal(await tokens.find(token), undefined);
  });

  it("refuses viewers whose names could be read as something else", () => {
    for (const body of ["", "A B", "a/b", "*"]) assert.throws(() => open.store.as({ ...BORDER, body }), /do not name/);
    assert.ok(exercise("x"));
  });
});
