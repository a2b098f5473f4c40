import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { servedDecisions } from "../src/desk/agreements/versions.ts";
import { agreementSource } from "../src/events/agreement-source.ts";
import { inForceSource } from "../src/events/in-force-source.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const HOUR = 3_600_000;
const at = "/regions/central-asia/agreements/CBM2001";
const viewer = { person: "p", region: "central-asia", party: "KAZ", body: "desk" };
let now = Date.parse("2026-11-22T09:00:00Z");
let node: TestNode;
let code: string;
let text: string;

before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now: () => now });
  code = (await node.get(at)).body.code;
  text = code.replace('channel "diplomatic note"', 'channel "note verbale"');
  assert.notEqual(text, code);
});
after(() => node?.close());

async function adopt(title: string, words: string, from: string): Promise<string> {
  const draft = (await node.post(`${at}/drafts`, { title, text: words })).body;
  const answer = await node.app.inject({
    method: "POST",
    url: `/api/v1${at}/drafts/${draft.id}/adopt`,
    headers: {
      host: new URL(node.address).host,
      cookie: node.cookie,
      origin: node.address,
      "if-match": `"v${draft.version}"`,
    },
    payload: { decidedBy: "Commission", from, note: "Minutes" },
  });
  assert.equal(answer.statusCode, 201, answer.body);
  return answer.json().id;
}

const told = async (source: ReturnType<typeof agreementSource>, position: string) =>
  (await source.after(viewer, position, 10))?.events.map(({ data }) => (data as { what: string }).what);

test("a text that was adopted applies from the first instant of its day, and pages are told both times", async () => {
  const adopted = agreementSource(node.context);
  const inForce = inForceSource(node.context);
  const [before, beforeDays] = [await adopted.now(viewer), await inForce.now(viewer)];
  const first = await adopt("Channel", text, "2026-11-24");
  assert.deepEqual(await told(adopted, before), ["adopted"]);
  assert.deepEqual(await told(inForce, beforeDays), []);
  assert.deepEqual(await told(adopted, await adopted.now(viewer)), []);
  assert.equal(await told(adopted, "999"), undefined);
  assert.equal((await node.get(at)).body.code, code);

  const { fromAt } = servedDecisions(node.context.desks.get("central-asia")!).find(({ id }) => String(id) === first)!;
  now = fromAt - 1;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal((await node.get(at)).body.code, code);
  now = fromAt;
  await until(async () => (await told(inForce, beforeDays))?.length === 1);
  assert.equal((await node.get(at)).body.code, text);
  assert.equal((await node.get(at)).body.adoption.decidedBy, "Commission");
  assert.deepEqual(await told(inForce, beforeDays), ["in force"]);
  assert.deepEqual(await told(inForce, await inForce.now(viewer)), []);
  const open = (await node.get(`${at}/versions`)).body.versions;
  assert.deepEqual(
    open.map((each: { inForce: boolean }) => each.inForce),
    [false, true],
  );
});

test("one that applies from a day before it was decided is told once, and served at once", async () => {
  const days = await inForceSource(node.context).now(viewer);
  const position = await agreementSource(node.context).now(viewer);
  now += HOUR;
  await adopt("Back", code, "2026-11-24");
  assert.equal((await node.get(at)).body.code, code);
  assert.deepEqual(await told(agreementSource(node.context), position), ["adopted"]);
  assert.deepEqual(await told(inForceSource(node.context), days), []);
});

test("decisions taken at once are all served", async () => {
  const ids = await Promise.all([
    adopt("A", text, "2027-01-01"),
    adopt("B", code, "2027-02-01"),
    adopt("C", text, "2027-03-01"),
  ]);
  const served = servedDecisions(node.context.desks.get("central-asia")!).map(({ id }) => String(id));
  assert.deepEqual(
    ids.filter((id) => !served.includes(id)),
    [],
  );
});

async function until(done: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 60_000;
  while (!(await done())) {
    if (Date.now() > last) assert.fail("did not come to be within a minute");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
