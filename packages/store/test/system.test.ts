import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { BORDER, CUSTOMS, exercise } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers } from "./support/servers.ts";

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
      decidedBy: "anna",
      note: "meeting 4",
    });
    assert.match(adopted.version, /^[0-9a-f]{64}$/);
    assert.equal((await adoptions.list("four-rivers", "RIVER")).length, 1);
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
