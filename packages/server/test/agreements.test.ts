import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are read as they come.
type Any = any;
let node: TestNode;
const at = "/regions/central-asia/agreements";
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"] });
});
after(() => node?.close());

const byId = (items: readonly Any[], id: string) => items.find((each) => each.id === id);
const inject = (method: "PUT" | "POST", path: string, payload: object, match: string) =>
  node.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: new URL(node.address).host, cookie: node.cookie, origin: node.address, "if-match": match },
    payload,
  });

test("the list holds every instrument, and says how the asked party stands to each", async () => {
  const { status, body } = await node.get(at, { as: "KAZ" });
  assert.equal(status, 200);
  assert.equal(body.items.length, 64);
  assert.equal(body.clauses, 578);
  const shanghai = byId(body.items, "SH1996");
  assert.equal(shanghai.standing, "bound");
  assert.deepEqual(shanghai.effect, [{ date: "1998-05-07", unverified: true }]);
  assert.equal(shanghai.coverage.partial, true);
  assert.match(shanghai.coverage.text, /^Articles 6 to 15/);
  assert.deepEqual(
    shanghai.parties.map((each: Any) => each.id),
    ["CHN", "KAZ", "KGZ", "RUS", "TJK"],
  );
  const signed = body.items.filter((each: Any) => each.signedOnly);
  assert.ok(signed.length > 0 && signed.every((each: Any) => each.standing === "signed"));
});

test("filters narrow the list, a page follows another without gap or repetition, and wrong ones are named", async () => {
  const { body } = await node.get(at, { as: "KAZ", party: "CHN", kind: "treaty", from: 1996, to: 1997 });
  assert.deepEqual(body.items.map((each: Any) => each.id).sort(), ["MO1997", "SH1996"]);
  const first = (await node.get(at, { limit: 40 })).body;
  const second = (await node.get(at, { limit: 40, after: first.next })).body;
  assert.equal(new Set([...first.items, ...second.items].map((each: Any) => each.id)).size, 64);
  assert.equal(second.next, undefined);
  assert.equal((await node.get(at, { kind: "memo" })).status, 400);
  const wrong = await node.get(at, { after: "nonsense" });
  assert.equal(wrong.status, 400);
  assert.equal(wrong.body.errors[0].pointer, "/query/after");
});

test("the literate text carries each clause once, with unverified figures marked in rule and prose", async () => {
  const { body } = await node.get(`${at}/SH1996`, { as: "KAZ" });
  const clauses = body.sections.flatMap((each: Any) => each.blocks.flatMap((block: Any) => block.clauses));
  assert.equal(clauses.length, 25);
  const notify = byId(clauses, "SH1996-04a");
  const by = notify.rule.find((each: Any) => each.label === "by");
  assert.deepEqual(by.runs[0], { text: "10 days", mark: "unverified" });
  assert.equal(notify.event.kind, "Exercise");
  assert.match(notify.code, /^duty SH1996-04a/);
  const article = body.sections.find((each: Any) => each.article === "5");
  assert.ok(article.partial);
  assert.ok(article.blocks[0].prose[0].runs.some((run: Any) => run.text === "25,000" && run.mark === "unverified"));
  // Beside Article 6 nothing is unverified.
  const observers = body.sections.find((each: Any) => each.article === "6");
  assert.ok(!JSON.stringify(observers.blocks.map((each: Any) => each.prose)).includes('"unverified"'));
});

test("every agreement opens, in one language or the other, and each of its clauses stands in its text", async () => {
  const { items } = (await node.get(at)).body;
  // Every second one in each language: wording differs by language, texts by instrument.
  for (const [index, { id, clauses }] of items.entries()) {
    const { status, body } = await node.get(`${at}/${id}`, { as: "KAZ", lang: index % 2 === 0 ? "en" : "ru" });
    assert.equal(status, 200, id);
    const count = body.sections.flatMap((each: Any) => each.blocks.flatMap((block: Any) => block.clauses)).length;
    assert.equal(count, clauses.total, id);
  }
});

test("an official text is kept, cut at its articles, and given back; a code that is no language is refused", async () => {
  const text = "前言\n第五条\n一、文字\n第十五条\n文字二";
  const body = { text, source: "stored copy", read: "2026-11-01", authentic: true };
  assert.equal((await node.post(`${at}/SH1996/texts/zh`, body, "PUT")).status, 200);
  const { texts } = (await node.get(`${at}/SH1996/texts`)).body;
  assert.deepEqual(
    texts[0].articles.map((each: Any) => each.article),
    [undefined, "5", "15"],
  );
  assert.deepEqual(byId((await node.get(at)).body.items, "SH1996").texts, ["zh"]);
  const wrong = await node.post(`${at}/SH1996/texts/zz9`, body, "PUT");
  assert.equal(wrong.status, 400);
  assert.equal(wrong.body.errors[0].pointer, "/path/language");
  assert.equal((await node.post(`${at}/SH1996/texts/zh`, undefined, "DELETE")).status, 204);
  assert.deepEqual((await node.get(`${at}/SH1996/texts`)).body.texts, []);
  assert.equal((await node.post(`${at}/SH1996/texts/zh`, undefined, "DELETE")).status, 404);
  const named = Object.keys(await node.context.store.system.settings.all());
  assert.deepEqual(
    named.filter((name) => name.startsWith("official") || name.startsWith("agreement")),
    [],
  );
});

test("a trial tells what would change, and keeps nothing", async () => {
  const { code } = (await node.get(`${at}/SH1996`)).body;
  const text = code.replace(
    'assume 10 days source "general knowledge" confidence low before e.start',
    "30 days before e.start",
  );
  assert.notEqual(text, code);
  const { status, body } = await node.post(`${at}/SH1996/trial?as=KAZ`, { text });
  assert.equal(status, 200);
  const [change] = body.diff.clauses;
  assert.equal(change.id, "SH1996-04a");
  assert.equal(change.changes[0].effect, "stricter");
  assert.equal(body.diff.unchanged, 24);
  const broken = await node.post(`${at}/SH1996/trial?as=KAZ`, {
    text: code.replace("must send ForceInformation", "must send Nothing"),
  });
  assert.ok(broken.body.problems.some((each: Any) => each.severity === "error" && each.line > 1));
  assert.equal((await node.get(`${at}/SH1996`)).body.code, code);
});

test("a draft is kept by version, adopted by a decision, and applies from its day", async () => {
  const { code } = (await node.get(`${at}/CBM2001`)).body;
  const text = code.replace('channel "diplomatic note"', 'channel "note verbale"');
  const draft = (await node.post(`${at}/CBM2001/drafts`, { title: "Channel", text })).body;
  const path = `${at}/CBM2001/drafts/${draft.id}`;
  assert.equal((await inject("PUT", path, { title: "Channel of Article 1", text }, '"v1"')).statusCode, 200);
  assert.equal((await inject("PUT", path, { title: "Another", text }, '"v1"')).statusCode, 412);
  assert.equal((await node.post(path, { title: "Another", text }, "PUT")).status, 428);
  // A text being written is no record being written.
  assert.deepEqual((await node.get("/regions/central-asia/drafts", { as: "KAZ" })).body.drafts, []);
  assert.equal((await node.get(`/regions/central-asia/drafts/${draft.id}`, { as: "KAZ" })).status, 404);
  const noDay = await inject(
    "POST",
    `${path}/adopt`,
    { decidedBy: "Commission", from: "0000-01-01", note: "n" },
    '"v2"',
  );
  assert.deepEqual([noDay.statusCode, noDay.json().errors?.[0]?.pointer], [400, "/body/from"]);
  const decision = { decidedBy: "Joint commission", from: "2099-01-01", note: "Minutes of the meeting" };
  assert.equal((await inject("POST", `${path}/adopt`, decision, '"v2"')).statusCode, 201);
  const versions = (await node.get(`${at}/CBM2001/versions`)).body.versions;
  assert.deepEqual(
    versions.map((each: Any) => [each.decidedBy, each.inForce]),
    [
      [undefined, true],
      ["Joint commission", false],
    ],
  );
  assert.equal((await node.get(`${at}/CBM2001`)).body.code, code);
  const later = (await node.get(`${at}/CBM2001`, { on: "2099-06-01" })).body;
  assert.equal(later.code, text);
  assert.equal(later.adoption.decidedBy, "Joint commission");
  const compared = (await node.get(`${at}/CBM2001/compare`, { before: "region", now: versions[1].id })).body;
  assert.deepEqual(
    compared.diff.clauses.map((each: Any) => each.changes[0].aspect),
    ["channel"],
  );
  const audit = await node.context.store.system.audit.page({ action: "agreement.adopt" });
  assert.equal(audit[0]?.about, "CBM2001");
});

test("a clause that an adopted text leaves out ends with its day; what arose under it keeps its version and its words", async () => {
  const { code } = (await node.get(`${at}/SH1996`)).body;
  const text = code.replace(/duty SH1996-02 [\s\S]*?confidence medium\n(?=```)/, "");
  assert.ok(text.length < code.length);
  const draft = (await node.post(`${at}/SH1996/drafts`, { title: "Shorter", text })).body;
  const decision = {
    decidedBy: "Commission",
    from: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    note: "n",
  };
  const answer = await inject("POST", `${at}/SH1996/drafts/${draft.id}/adopt`, decision, '"v1"');
  assert.equal(answer.statusCode, 201, answer.body);
  const held = (body: Any) => [...body.owes, ...body.owed].filter((line: Any) => line.clause === "SH1996-02");
  const today = await node.get("/regions/central-asia/today", { as: "KAZ", lang: "ru" });
  assert.equal(today.status, 200, today.text.slice(0, 300));
  assert.ok(held(today.body).length > 0);
  const year = new Date().getUTCFullYear() + 3;
  const later = await node.get("/regions/central-asia/today", { as: "KAZ", on: `${year}-06-01` });
  assert.equal(later.status, 200, later.text.slice(0, 300));
  assert.deepEqual(
    held(later.body).filter((line: Any) => line.period === String(year)),
    [],
  );
  assert.equal((await node.get(`${at}/SH1996`, { on: `${year}-06-01` })).body.head.clauses.total, 24);
});

test("a text that would orphan kept records is refused where it stands, and can add to a kind by a new version", async () => {
  const at2 = `${at}/ASC1986`;
  const { code } = (await node.get(at2)).body;
  const kind = 'notice LocalReport "Local report" {\n  people: count required\n}\n';
  const withKind = (text: string) => code.replace(/```accord\n/, `\`\`\`accord\n${text}`);
  const adopt = async (text: string, from: string) => {
    const draft = (await node.post(`${at2}/drafts`, { title: "Kind", text })).body;
    return inject("POST", `${at2}/drafts/${draft.id}/adopt`, { decidedBy: "Commission", from, note: "n" }, '"v1"');
  };
  const today = new Date().toISOString().slice(0, 10);
  const first = await adopt(withKind(kind), "2020-01-01");
  assert.equal(first.statusCode, 201, first.body);
  // Taken away: the only version that has it applied already.
  const gone = await adopt(code, today);
  assert.equal(gone.statusCode, 422, gone.body);
  assert.match(gone.json().errors[0].detail, /LocalReport version 1, which no file declares/);
  // Changed in place.
  const changed = await adopt(withKind(kind.replace("required", "required min 5")), today);
  assert.equal(changed.statusCode, 422);
  const line =
    withKind(kind)
      .split("\n")
      .findIndex((each: string) => each.startsWith("notice LocalReport")) + 1;
  assert.deepEqual(
    changed.json().errors.map((each: Any) => each.pointer),
    [`/text/${line}/1`],
  );
  const trial = await node.post(`${at2}/trial`, { text: code });
  assert.ok(trial.body.problems.some((each: Any) => each.code === "accord/orphaned-records"));
});

test("what is not here is not found, alike for every part of it", async () => {
  for (const path of ["", "/overlaps", "/versions", "/texts", "/drafts"]) {
    const { status, body } = await node.get(`${at}/NOPE${path}`);
    assert.equal(status, 404);
    assert.match(body.title, /not here, or not yours to see/);
  }
});
