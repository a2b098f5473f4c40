import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const line = (id: string, content: unknown, more: object = {}) =>
  JSON.stringify({
    id,
    kind: "Exercise",
    from: "KAZ",
    occurred: "2026-11-01T08:00:00Z",
    recorded: "2026-11-01T08:00:00Z",
    content,
    ...more,
  });
const sound = { host: "KAZ", live: true, personnel: 500, start: "2026-12-15", end: "2026-12-16" };

describe("a file of records", () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"], now: () => Date.parse("2026-11-22T06:00:00Z") });
  });
  after(() => node?.close());

  const send = async (text: string, query = "", type = "application/jsonl") => {
    const answer = await node.app.inject({
      method: "POST",
      url: `/api/v1/regions/central-asia/imports${query}`,
      headers: { cookie: node.cookie, host: new URL(node.address).host, origin: node.address, "content-type": type },
      payload: text,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const file = [
    `\uFEFF${line("imp-1", sound)}`,
    "",
    '{"id": "imp-2", "kind": "Exercise", ',
    line("imp-3", { ...sound, personnel: "many" }),
    line("imp-1", sound),
    line("imp-4", sound, { marking: "TLP:PURPLE" }),
    line("imp-5", sound, { corrects: "of-somebody-else" }),
    line("imp-6", { ...sound, personnel: 501 }, { corrects: "imp-1" }),
  ].join("\r\n");

  it("is looked at first, and nothing of it is taken", async () => {
    const { status, body } = await send(file, "?dry=1&file=a.jsonl");
    assert.equal(status, 200, JSON.stringify(body));
    const { dry, lines, empty, taken, repeated, refused } = body;
    assert.deepEqual(
      { dry, lines, empty, taken, repeated, refused },
      { dry: true, lines: 8, empty: 1, taken: 2, repeated: 1, refused: 4 },
    );
    const broken = body.problems.find((each: { line: number }) => each.line === 3);
    assert.ok(broken.column > 20, JSON.stringify(broken));
    assert.match(body.problems.find((each: { line: number }) => each.line === 4).message, /^content\.personnel: /);
    assert.equal((await node.get("/regions/central-asia/records")).body.total, 0);
  });

  it("is then taken, the same again is repeated", async () => {
    const first = (await send(file)).body;
    assert.deepEqual([first.taken, first.repeated, first.refused], [2, 1, 4]);
    assert.deepEqual(first.byKind, [{ kind: "Exercise", title: first.byKind[0].title, count: 2 }]);
    const again = (await send(file)).body;
    assert.deepEqual([again.taken, again.repeated, again.refused], [0, 3, 4]);
    const changed = (await send(line("imp-1", { ...sound, personnel: 7 }))).body;
    assert.deepEqual([changed.taken, changed.refused], [0, 1]);
    assert.match(changed.problems[0].message, /id/);
  });

  it("keeps the digits of amounts", async () => {
    const kinds = (await node.get("/regions/central-asia/kinds")).body.kinds;
    let made: { kind: string; name: string } | undefined;
    for (const { name } of kinds) {
      const form = (await node.get(`/regions/central-asia/kinds/${name}`)).body;
      const required = form.fields.filter((field: { required: boolean }) => field.required);
      const amount = form.fields.find((field: { type: string }) => field.type === "amount");
      if (amount !== undefined && required.every((each: { type: string }) => each === amount)) {
        made = { kind: name, name: amount.name };
        break;
      }
    }
    assert.ok(made);
    const text = JSON.stringify({
      id: "digits",
      kind: made.kind,
      from: "KAZ",
      to: ["CHN"],
      occurred: "2026-11-01T08:00:00Z",
      recorded: "2026-11-01T08:00:00Z",
      content: { [made.name]: "12345678901234567890.10" },
    });
    const { body } = await send(text);
    assert.equal(body.taken, 1, JSON.stringify(body));
    const page = (await node.get("/regions/central-asia/records/digits")).body;
    assert.equal(page.written.content[made.name], "12345678901234567890.10");
    const loses = await send(
      text.replace('"digits"', '"digits-2"').replace('"12345678901234567890.10"', "12345678901234567890.1"),
    );
    assert.equal(loses.body.refused, 1);
  });

  it("refuses other kinds of content, and a line without end", async () => {
    assert.equal((await send("a,b", "", "text/csv")).status, 415);
    const { body } = await send(`${"x".repeat(2_500_000)}\n${line("after-long", sound)}`);
    assert.deepEqual([body.taken, body.refused], [1, 1]);
    assert.equal(body.problems[0].code, "record/too-long");
  });

  it("takes thousands in one go", async () => {
    const many = Array.from({ length: 3500 }, (_, index) => line(`many-${index}`, { ...sound, personnel: index })).join(
      "\n",
    );
    const { body } = await send(many);
    assert.deepEqual([body.taken, body.repeated, body.refused], [3500, 0, 0]);
  });
});
