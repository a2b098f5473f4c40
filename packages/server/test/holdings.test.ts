import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openHoldingsOf } from "../src/observatory/open-holdings.ts";
import { ended, REGION, send, take } from "./holdings-for-tests.ts";
import { followLink, startTestNode, type TestNode } from "./node-for-tests.ts";

const NAME = "dportal_crs_recipient_sector_2012_2019.csv";
const header = "year,recipient,sector_or_purpose_code,usd_million";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"] });
  const layouts = (await node.get(`${REGION}/holdings`)).body.layouts as { id: string }[];
  assert.ok(layouts.some(({ id }) => id === "dportal-recipient-sector"));
});
after(() => node?.close());

const uploads = () => {
  const folder = join(node.context.settings.dataFolder, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("the folder of holdings", () => {
  it("is named where it cannot be used", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kelisim-no-holdings-"));
    await writeFile(join(folder, "holdings"), "a file");
    const refused = { name: "HoldingsRefused", message: /holdings: .*not a folder/ };
    await assert.rejects(openHoldingsOf(folder), refused);
    await rm(folder, { recursive: true });
  });
});

describe("files of others", () => {
  it("are looked at before they are taken: columns, rows, what is refused", async () => {
    const text = `${header}\n2019,TJK,152,1.5\n2019,TJK,120,many\n`;
    const { status, body } = await send(node, NAME, text);
    assert.equal(status, 201);
    assert.equal(body.preview?.table, "flows");
    assert.deepEqual(body.preview?.counts, { read: 2, made: 1, refused: 1, whole: true });
    assert.equal(body.preview?.rows[0]?.recipient, "TJK");
    assert.equal(body.preview?.rows[0]?.amount, "1500000");
    assert.equal(body.preview?.refused[0]?.row, 2);
    assert.ok(body.preview?.columns.some(({ from, to }) => from.includes("usd_million") && to === "amount"));
    assert.deepEqual((await node.get(`${REGION}/holdings`)).body.holdings, []);
    const again = await node.post(`${REGION}/holdings/uploads/${body.upload}/preview`, { vintage: "2020-06" });
    assert.deepEqual([again.body.preview.vintage, again.body.preview.vintageFrom], ["2020-06", "given"]);
    assert.equal((await node.post(`${REGION}/holdings/uploads/${body.upload}`, undefined, "DELETE")).status, 204);
    assert.deepEqual(uploads(), []);
  });

  it("are taken by a body, once, and told of in the audit", async () => {
    const text = `${header}\n2018,UZB,152,2\n2018,UZB,120,x\n`;
    const job = await take(node, NAME, text, { vintage: "2020-01" });
    assert.deepEqual([job.state, job.already, job.rows], ["taken", false, { read: 2, made: 1, refused: 1 }]);
    const { body } = await node.get(`${REGION}/holdings/${job.holding}`);
    assert.deepEqual([body.takenBy, body.vintage, body.file.name], ["KAZ/desk", "2020-01", NAME]);
    assert.equal(body.asked, "all");
    const refused = await node.get(`${REGION}/holdings/${job.holding}/refused`, { rows: 1 });
    assert.equal(refused.body.refused[0].row, 2);
    assert.equal(refused.body.next, undefined);

    const twice = await take(node, "another name.csv", text, { layout: "dportal-recipient-sector" });
    assert.deepEqual([twice.state, twice.already, twice.holding], ["taken", true, job.holding]);
    assert.equal((await node.get(`${REGION}/holdings`)).body.holdings.length, 1);
    const entries = await node.context.store.system.audit.page({ action: "holding.take", limit: 10 });
    assert.ok(entries.every(({ about, body: own }) => about === job.holding && own === "desk"));
    assert.equal(entries.length, 2);
    assert.deepEqual(uploads(), []);
  });

  it("of a newer vintage stand beside the older, which says for which years it is passed over", async () => {
    const job = await take(node, NAME, `${header}\n2018,UZB,152,3\n`, { vintage: "2025-08" });
    const { holdings } = (await node.get(`${REGION}/holdings`)).body;
    const older = holdings.find(({ id }: { id: string }) => id !== job.holding);
    assert.deepEqual(older.passedOver, [{ for: job.holding, because: "a newer vintage", years: [2018] }]);
    assert.equal(older.asked, "none");
  });

  it("are taken out again by a releaser, who says why; what was passed over answers again", async () => {
    const list = async () => (await node.get(`${REGION}/holdings`)).body.holdings as { id: string; asked: string }[];
    const newest = (await list()).find(({ asked }) => asked === "all")!.id;
    const forget = `${REGION}/holdings/${newest}/forget`;
    assert.equal((await node.post(forget, { why: "" })).status, 400);
    assert.equal((await node.post(forget, { why: "the wrong file" })).status, 204);
    assert.equal((await node.post(forget, { why: "once more" })).status, 404);
    assert.deepEqual(
      (await list()).map(({ asked }) => asked),
      ["all"],
    );
    const [entry] = await node.context.store.system.audit.page({ action: "holding.forget", limit: 10 });
    assert.deepEqual([entry!.about, entry!.detail!.why], [newest, "the wrong file"]);
  });

  it("that are something else are refused with what can be done", async () => {
    const { status, body } = await send(node, "notes.csv", "a,b\n1,2\n");
    assert.equal(status, 201);
    assert.equal(body.preview, undefined);
    assert.equal(body.stopped![0]!.code, "layout/not-recognised");
    const begun = await node.post(`${REGION}/holdings/jobs`, { upload: body.upload });
    const job = await ended(node, begun.body.id);
    assert.equal(job.state, "stopped");
    assert.equal(job.problems[0]!.code, body.stopped![0]!.code);
    assert.deepEqual(uploads(), []);
    const json = await node.post(`${REGION}/holdings/uploads?name=a.csv`, { a: 1 });
    assert.equal(json.status, 415);
  });

  it("are no longer taken once that is cancelled, and nothing of them is left", async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `2019,TJK,${10_000 + at},${at}.25`);
    const { body } = await send(node, NAME, `${header}\n${rows.join("\n")}\n`);
    const holdings = async () => (await node.get(`${REGION}/holdings`)).body.holdings.length;
    const before = await holdings();
    const begun = await node.post(`${REGION}/holdings/jobs`, { upload: body.upload });
    const cancelled = await node.post(`${REGION}/holdings/jobs/${begun.body.id}`, undefined, "DELETE");
    assert.equal(cancelled.body.state, "cancelled");
    assert.equal(await holdings(), before);
    assert.deepEqual(uploads(), []);
    assert.deepEqual(readdirSync(join(node.context.settings.dataFolder, "holdings", "work")).length, 1);
  });

  it("answer a frozen link as before when a newer one is here; taken out, the link says when and why", async () => {
    const text = `${header}\n2010,TJK,152,4\n`;
    const old = await take(node, NAME, text, { vintage: "2011" });
    const frozen = { measure: "disbursement", from: 2010, to: 2010, by: "recipient", holdings: old.holding! };
    const points = async () => {
      const { status, body } = await node.get(`${REGION}/money/series`, frozen);
      assert.equal(status, 200, JSON.stringify(body));
      return body.answers[0].result.value;
    };
    const before = await points();
    assert.equal(before[0].sum, "4000000");
    await take(node, NAME, `${header}\n2010,TJK,152,5\n`, { vintage: "2012" });
    assert.deepEqual(await points(), before);
    assert.equal((await node.post(`${REGION}/holdings/${old.holding}/forget`, { why: "a draft" })).status, 204);
    const gone = await node.get(`${REGION}/money/series`, frozen);
    assert.equal(gone.status, 400);
    const [said] = gone.body.errors;
    assert.match(
      said.detail ?? gone.text,
      new RegExp(`${NAME}.* \\(vintage 2011\\).* was taken out on \\d{4}-\\d\\d-\\d\\d: a draft`),
    );
    assert.match(said.mend, /take the same file in again/);
    await take(node, NAME, text, { vintage: "2011" });
    assert.deepEqual(await points(), before);
  });

  it("of which two people take the same at once are one; who signs in again is told of the own", async () => {
    const login = await node.app.login();
    const person = await login.addPerson({ name: "Second drafter" });
    if (person === "taken") throw new Error("a person was there before");
    const place = { region: "central-asia", party: "KAZ", body: "desk" };
    await node.context.store.system.bodies.saveMember({ person: person.id, ...place, roles: ["drafter"] });
    const signIn = async () => node.as(await followLink(node, (await login.linkFor(person.id))!));
    const cookie = await followLink(node, (await login.linkFor(person.id))!);
    const rows = Array.from({ length: 5000 }, (_, at) => `2009,TJK,${10_000 + at},${at + 1}`);
    const text = `${header}\n${rows.join("\n")}\n`;
    const [ours, theirs] = await Promise.all([send(node, NAME, text), send(node, "copy.csv", text, cookie)]);
    const [one, two] = await Promise.all([
      node.post(`${REGION}/holdings/jobs`, { upload: ours.body.upload }),
      node
        .as(cookie)
        .post(`${REGION}/holdings/jobs`, { upload: theirs.body.upload, layout: "dportal-recipient-sector" }),
    ]);
    const first = await ended(node, one.body.id);
    const again = await signIn();
    const second = await ended({ ...node, ...again }, two.body.id);
    assert.deepEqual([first.state, second.state, second.holding], ["taken", "taken", first.holding]);
    assert.deepEqual([first.already, second.already].toSorted(), [false, true]);
    const told = (await again.get(`${REGION}/holdings/jobs`)).body.jobs as { id: string }[];
    assert.deepEqual(
      told.map(({ id }) => id),
      [two.body.id],
    );
  });

  it("may be read by a reader, and taken only by a drafter", async () => {
    const login = await node.app.login();
    const person = await login.addPerson({ name: "Reader" });
    if (person === "taken") throw new Error("a person was there before");
    const place = { region: "central-asia", party: "KAZ", body: "desk" };
    await node.context.store.system.bodies.saveMember({ person: person.id, ...place, roles: ["reader"] });
    const cookie = await followLink(node, (await login.linkFor(person.id))!);
    const reader = node.as(cookie);
    const { body } = await reader.get(`${REGION}/holdings`);
    assert.equal(body.mayTake, false);
    assert.equal((await send(node, NAME, `${header}\n`, cookie)).status, 403);
    const { body: upload } = await send(node, NAME, `${header}\n2017,TJK,152,1\n`);
    assert.equal((await reader.post(`${REGION}/holdings/jobs`, { upload: upload.upload })).status, 403);
    // Nor does a drafter find what somebody else has sent.
    await node.context.store.system.bodies.saveMember({ person: person.id, ...place, roles: ["drafter"] });
    const drafter = node.as(await followLink(node, (await login.linkFor(person.id))!));
    const [holding] = body.holdings;
    assert.equal((await drafter.post(`${REGION}/holdings/${holding.id}/forget`, { why: "mine" })).status, 403);
    const asked = await drafter.post(`${REGION}/holdings/jobs`, { upload: upload.upload });
    assert.ok([403, 404].includes(asked.status), asked.text);
  });
});
