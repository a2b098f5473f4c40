import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Settings } from "../src/settings.ts";
import { startDailyRetention } from "../src/timers/daily-retention.ts";
import { followLink, startTestNode, type TestNode } from "./node-for-tests.ts";

const NOW = Date.parse("2026-11-22T06:00:00Z");
const R = "four-rivers";

let node: TestNode;
let party: string;
let other: string;
/** An administrator of `other` alone. */
let theirs: Pick<TestNode, "get" | "post">;
/** A reader of the desk. */
let reader: Pick<TestNode, "get" | "post">;

before(async () => {
  node = await startTestNode({ now: () => NOW });
  const session = (await node.get("/session")).body;
  party = session.memberships[0].party;
  other = session.regions[0].parties.find((each: { id: string }) => each.id !== party).id;
});
after(() => node?.close());

const invite = async (name: string, memberships: readonly object[]) => {
  const made = await node.post("/people", { name, memberships });
  assert.equal(made.status, 201, made.text);
  return { person: made.body.person as string, ask: node.as(await followLink(node, made.body.link)) };
};

const actions = async (query: Record<string, string> = {}) =>
  (await node.get("/node/audit", { limit: 500, ...query })).body.items.map(({ action }: { action: string }) => action);

describe("bodies", () => {
  test("are added, renamed and removed, and each of it is in the audit", async () => {
    const added = await node.post("/node/bodies", {
      region: R,
      party: other,
      id: "customs",
      name: "Customs",
      kind: "customs",
    });
    assert.equal(added.status, 201, added.text);
    assert.equal(added.body.members, 0);
    const renamed = await node.post(
      `/node/bodies/${R}/${other}/customs`,
      { name: "Customs service", kind: "customs" },
      "PUT",
    );
    assert.equal(renamed.body.name, "Customs service");
    await node.post("/node/bodies", { region: R, party: other, id: "short-lived", name: "Office", kind: "office" });
    assert.equal((await node.post(`/node/bodies/${R}/${other}/short-lived`, undefined, "DELETE")).status, 204);
    const list = (await node.get("/node/bodies")).body.items;
    assert.deepEqual(
      list.map((each: { party: string; id: string }) => `${each.party}/${each.id}`).sort(),
      [`${other}/customs`, `${party}/desk`].sort(),
    );
    assert.deepEqual((await actions()).filter((each: string) => each.startsWith("body.")).sort(), [
      "body.add",
      "body.add",
      "body.remove",
      "body.rename",
    ]);
  });

  test("a name that could not stand in a marking, a party that is not there and one that is there are refused with their place", async () => {
    const body = { region: R, party: other, id: "customs", name: "Customs", kind: "customs" };
    const wrong = await node.post("/node/bodies", { ...body, id: "Border Service" });
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.errors[0].pointer, "/body/id");
    assert.equal((await node.post("/node/bodies", { ...body, party: "NOBODY" })).body.errors[0].pointer, "/body/party");
    assert.equal((await node.post("/node/bodies", body)).status, 409);
    assert.equal((await node.post(`/node/bodies/${R}/${party}/desk`, undefined, "DELETE")).status, 409);
  });
});

describe("who administers what", () => {
  before(async () => {
    theirs = (
      await invite("chief", [{ region: R, party: other, body: "customs", roles: ["administrator", "drafter"] }])
    ).ask;
    reader = (await invite("reader", [{ region: R, party, body: "desk", roles: ["reader"] }])).ask;
  });

  test("everybody sees how many bodies share the host, and what they administer", async () => {
    const head = (await reader.get("/node")).body;
    assert.equal(head.bodies, 2);
    assert.equal(head.parties, 2);
    assert.deepEqual(head.administers, { node: false, places: [] });
    assert.deepEqual((await theirs.get("/node")).body.administers, {
      node: false,
      places: [{ region: R, party: other }],
    });
    assert.equal((await node.get("/node")).body.administers.node, true);
  });

  test("a reader is refused at every door of administration, and that is in the audit", async () => {
    for (const path of [
      "/node/state",
      "/node/settings",
      "/node/bodies",
      "/node/audit",
      "/node/audit.csv",
      "/node/audit.xlsx",
      "/node/erasures",
    ])
      assert.equal((await reader.get(path)).status, 403, path);
    assert.equal((await reader.post("/node/exports", { region: R, party })).status, 403);
    const refused = (await node.get("/node/audit", { action: "refused" })).body.items;
    assert.ok(
      refused.some(
        (each: { about: string; personName: string }) => each.about === "/node/audit" && each.personName === "reader",
      ),
    );
  });

  test("an administrator of one party changes nothing of another and sees no count over all", async () => {
    assert.equal((await theirs.post(`/node/bodies/${R}/${party}/desk`, { name: "X", kind: "x" }, "PUT")).status, 403);
    assert.equal(
      (await theirs.post("/node/bodies", { region: R, party, id: "new", name: "X", kind: "x" })).status,
      403,
    );
    assert.equal((await theirs.get("/node/state")).status, 403);
    assert.equal((await theirs.post("/node/settings", { fourEyes: true, retention: {} }, "PUT")).status, 403);
    assert.equal((await theirs.post("/node/retention")).status, 403);
    assert.equal((await theirs.post("/node/exports", { region: R, party })).status, 403);
    const seen = (await theirs.get("/node/audit", { limit: 500 })).body.items;
    assert.ok(seen.length > 0);
    for (const entry of seen) assert.ok(entry.party === other || entry.personName === "chief", JSON.stringify(entry));
  });

  test("an administrator of the node who works for no body of a party does not take its records away", async () => {
    assert.equal((await node.post("/node/exports", { region: R, party: other })).status, 403);
  });
});

describe("audit", () => {
  test("is read page by page, by filters, and as a file", async () => {
    const first = (await node.get("/node/audit", { limit: 2 })).body;
    const second = (await node.get("/node/audit", { limit: 2, after: first.next })).body;
    assert.equal(first.items.length, 2);
    assert.ok(second.items[0].seq < first.items[1].seq);
    assert.deepEqual(await actions({ to: "2026-11-21" }), []);
    assert.deepEqual([...new Set(await actions({ action: "body.add", from: "2026-11-22" }))], ["body.add"]);
    const file = await node.get("/node/audit.csv", { action: "body.add" });
    assert.match(file.text, /^seq,at,person,personName,region,party,body,action,about,detail\r\n/);
    assert.equal(file.text.trim().split("\r\n").length, 3);
    assert.equal((await node.get("/node/audit.json", { action: "body.add" })).body.entries.length, 2);
    const book = await node.get("/node/audit.xlsx", { action: "body.add" });
    assert.match(String(book.headers["content-type"]), /spreadsheetml/);
    assert.equal(book.text.slice(0, 2), "PK");
    assert.equal((await actions()).filter((each: string) => each === "audit.export").length, 3);
    assert.equal((await node.get("/node/audit", { after: "nonsense" })).status, 400);
  });
});

describe("records", () => {
  const ids = ["node-page-1", "node-page-2", "node-page-3"] as const;
  let kind: string;

  before(async () => {
    kind = node.context.desks.get(R)!.program.vocabulary.find(({ form }) => form === "notice")!.name;
    const desk = node.context.store.as({ region: R, party, body: "desk" });
    const report = await desk.records.append(
      ids.map((id, index) => ({
        id,
        kind,
        from: party,
        to: [other],
        occurred: "2026-01-02T03:04:05Z",
        recorded: index === 2 ? "2026-11-20T00:00:00Z" : "2026-01-02T03:04:05Z",
        marking: "TLP:RED",
        content: { words: `what ${id} says` },
      })),
    );
    assert.equal(report.taken.length, 3, JSON.stringify(report));
  });

  const read = async (id: string) => node.context.store.as({ region: R, party, body: "desk" }).records.get(id);

  test("erasing needs the id twice and a reason; the header and its hash stay", async () => {
    const body = { record: ids[0], confirm: ids[0], reason: "sent by mistake" };
    assert.equal(
      (await node.post("/node/erasures", { ...body, confirm: "node-page" })).body.errors[0].pointer,
      "/body/confirm",
    );
    const hash = (await read(ids[0]))!.headerSha256;
    assert.equal((await node.post("/node/erasures", body)).status, 201);
    assert.equal((await node.post("/node/erasures", body)).status, 409);
    const after = (await read(ids[0]))!;
    assert.equal(after.erased, true);
    assert.equal(after.headerSha256, hash);
    assert.equal(JSON.stringify(after).includes("what node-page-1 says"), false);
    const list = (await node.get("/node/erasures")).body;
    assert.deepEqual(
      list.items.map((each: { record: string; reason: string; byName: string }) => [
        each.record,
        each.reason,
        each.byName,
      ]),
      [[ids[0], "sent by mistake", "desk"]],
    );
    assert.equal((await actions({ about: ids[0] }))[0], "record.erase");
  });

  test("a record of another party is not there for an administrator who may read it but does not own it", async () => {
    const body = { record: ids[1], confirm: ids[1], reason: "not theirs" };
    assert.equal((await theirs.post("/node/erasures", body)).status, 404);
    assert.equal((await theirs.get("/node/erasures")).body.total, 0);
  });

  test("an export holds what the party owns and comes back into an empty node, the erased body stays erased", async () => {
    const made = await node.post("/node/exports", { region: R, party });
    assert.equal(made.status, 201, made.text);
    const records = made.body.files.find((each: { name: string }) => each.name === "records/desk.jsonl");
    assert.equal(records.lines, 3);
    const file = await node.get(`/node/exports/${made.body.id}/file`, { name: "records/desk.jsonl" });
    assert.match(file.text, /what node-page-2 says/);
    assert.equal((await node.get(`/node/exports/${made.body.id}/file`, { name: "../../keys/keys.bin" })).status, 404);
    assert.equal((await theirs.get(`/node/exports/${made.body.id}/archive.zip`)).status, 404);
    const zip = await archive(node, `/node/exports/${made.body.id}/archive.zip`);

    const empty = await startTestNode({ now: () => NOW });
    try {
      const taken = await bring(empty, zip);
      assert.equal(taken.status, 200, taken.text);
      assert.deepEqual(
        { taken: taken.body.taken, erased: taken.body.erased, refused: taken.body.refused },
        { taken: 3, erased: 1, refused: 0 },
      );
      const store = empty.context.store.as({ region: R, party, body: "desk" });
      assert.match(JSON.stringify(await store.records.get(ids[1])), /what node-page-2 says/);
      assert.equal((await store.records.get(ids[0]))!.erased, true);
      assert.equal((await bring(empty, zip)).body.repeated, 3);
      const cut = await bring(empty, zip.subarray(0, Math.floor(zip.length / 2)));
      assert.equal(cut.status, 400);
      assert.equal((await bring(empty, Buffer.from("no archive"))).status, 400);
      assert.equal((await empty.post("/node/imports", { not: "an archive" })).status, 415);
    } finally {
      await empty.close();
    }
    assert.deepEqual(
      (await actions()).filter((each: string) => each === "party.export"),
      ["party.export"],
    );
  });

  test("retention erases what is older than its kind is kept, by the button and by itself", async () => {
    const saved = await node.post("/node/settings", { fourEyes: true, retention: { [kind]: 90 } }, "PUT");
    assert.equal(saved.status, 200, saved.text);
    assert.equal((await node.get("/session")).body.node.fourEyes, true);
    assert.equal(
      (await node.post("/node/settings", { fourEyes: true, retention: { Nothing: 90 } }, "PUT")).status,
      400,
    );
    const run = await node.post("/node/retention");
    assert.equal(run.body.erased, 1, run.text);
    assert.equal((await read(ids[1]))!.erased, true);
    assert.equal((await read(ids[2]))!.erased, undefined);
    const state = (await node.get("/node/state")).body;
    assert.equal(state.erased, 2);
    assert.equal(state.lastRetention.erased, 1);
    assert.match(state.database.version, /^\d+/);
    assert.equal(state.regions[0].errors, 0);

    const notes: string[] = [];
    const daily = async (now: number) =>
      startDailyRetention({ ...node.context, now: () => now }, (line) => notes.push(line))();
    await daily(NOW + 3_600_000);
    assert.equal((await node.get("/node/state")).body.lastRetention.by, state.lastRetention.by);
    await daily(NOW + 25 * 3_600_000);
    assert.equal((await node.get("/node/state")).body.lastRetention.by, "node");
    assert.deepEqual(notes, []);
  });
});

test("subscriptions are taken only where e-mail can be sent, and are one's own", async () => {
  const refused = await reader.post(`/regions/${R}/subscriptions`, {
    topics: ["overdue"],
    address: "a@example.org",
    language: "ru",
  });
  assert.equal(refused.status, 409);
  assert.equal((await reader.get(`/regions/${R}/subscriptions`)).body.mail, false);

  const mailing = await startTestNode({
    now: () => NOW,
    settings: { smtpUrl: "smtp://127.0.0.1:9" } as Partial<Settings>,
  });
  try {
    const path = `/regions/${R}/subscriptions`;
    assert.equal(
      (await mailing.post(path, { topics: ["overdue"], address: "no address", language: "en" })).status,
      400,
    );
    assert.equal((await mailing.post(path, { topics: [], address: "a@example.org", language: "en" })).status, 400);
    const made = await mailing.post(path, { topics: ["overdue"], address: "a@example.org", language: "ru" });
    assert.equal(made.status, 201, made.text);
    assert.equal(
      (await mailing.post(path, { topics: ["came-in"], address: "a@example.org", language: "en" })).status,
      409,
    );
    const changed = { topics: ["came-in", "due-soon"], address: "b@example.org", language: "en" };
    assert.equal((await mailing.post(`${path}/${made.body.id}`, changed, "PUT")).status, 200);
    const [item] = (await mailing.get(path)).body.items;
    assert.deepEqual([item.topics, item.address], [["due-soon", "came-in"], "b@example.org"]);
    assert.equal((await mailing.post(`${path}/${made.body.id}`, undefined, "DELETE")).status, 204);
    assert.deepEqual((await mailing.get(path)).body.items, []);
  } finally {
    await mailing.close();
  }
});

test("nothing of an export is left on the disk of a node that was stopped", async () => {
  const one = await startTestNode({ now: () => NOW });
  const { dataFolder } = one.context.settings;
  await one.post("/node/exports", { region: R, party });
  assert.equal((await readdir(join(dataFolder, "exports"))).length, 1);
  await one.app.close();
  assert.equal((await readdir(dataFolder)).includes("exports"), false);
  await one.close();
});

async function archive(from: TestNode, path: string): Promise<Buffer> {
  const response = await from.app.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: { host: new URL(from.address).host, cookie: from.cookie },
  });
  assert.equal(response.statusCode, 200, response.body);
  assert.equal(response.headers["content-type"], "application/zip");
  return response.rawPayload;
}

async function bring(into: TestNode, zip: Buffer) {
  const { statusCode, body } = await into.app.inject({
    method: "POST",
    url: "/api/v1/node/imports",
    headers: {
      host: new URL(into.address).host,
      cookie: into.cookie,
      origin: into.address,
      "content-type": "application/zip",
    },
    payload: zip,
  });
  return { status: statusCode, text: body, body: JSON.parse(body) };
}
