import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { REGION } from "./holdings-for-tests.ts";
import { followLink, startTestNode, type TestNode } from "./node-for-tests.ts";

const TEXT = `---
title: Funds
---

It was {{indicator id=KAZ-EUFUNDS-2007-2010 = 40 million EUR}} [@S002].

\`\`\`table
title: Programmes
programmes ids=BOMCA-8,CADAP-6
\`\`\`
`;

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"] });
});
after(() => node.close());

/** Sends with the version that was seen. */
async function seen(path: string, tag: string, payload: object, method: "PUT" | "POST" = "POST") {
  const response = await node.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: new URL(node.address).host, cookie: node.cookie, origin: node.address, "if-match": tag },
    payload,
  });
  return { status: response.statusCode, body: response.json(), tag: `${response.headers.etag}` };
}

/** The brief with three versions, of which the second was approved. */
const approved = async (): Promise<string> => {
  const { body } = await node.get(`${REGION}/briefs`);
  return body.briefs.find(({ version }: { version: number }) => version === 3).id;
};

it("binds a text to the data of now: figures, located problems, and the page as it is printed", async () => {
  const { status, body } = await node.post(`${REGION}/briefs/bind`, { text: TEXT });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    body.figures.map(({ line, shape, state, recorded }: Record<string, unknown>) => [line, shape, state, recorded]),
    [
      [5, "figure", "stale", "40 million EUR"],
      [9, "table", "not recorded", undefined],
    ],
  );
  assert.match(body.html, /out of date: now 44\u00a0million\u00a0EUR/);
  assert.match(body.html, /BOMCA phase 8/);
  const wrong = await node.post(`${REGION}/briefs/bind`, { text: "---\ntitle: x\n---\n\n{{indicator id=Z}}\n" });
  assert.equal(wrong.body.html, undefined);
  assert.deepEqual(
    wrong.body.problems.map(({ line, column, code }: Record<string, unknown>) => [line, column, code]),
    [[5, 1, "brief/unknown-figure"]],
  );
});

it("records the figures that are chosen and leaves the others", async () => {
  const { body } = await node.post(`${REGION}/briefs/record`, { text: TEXT, figures: [0] });
  assert.match(body.text, /KAZ-EUFUNDS-2007-2010 = 44 million EUR/);
  assert.match(body.text, /programmes ids=BOMCA-8,CADAP-6\n/);
});

it("says what a line gives before it is put into a text", async () => {
  const ask = async (asked: string) => (await node.post(`${REGION}/briefs/ask`, { asked })).body;
  const one = await ask("indicator id=KAZ-EUFUNDS-2007-2010");
  assert.deepEqual([one.shape, one.now, one.method], ["figure", "44 million EUR", "evidence.figures"]);
  const table = await ask("programmes ids=BOMCA-8");
  assert.equal(table.shape, "table");
  assert.match(table.html, /BOMCA phase 8/);
  const claim = await ask("C035");
  assert.equal(claim.shape, "claim");
  const nothing = await ask("indicator id=Z");
  assert.match(nothing.problem.message, /no indicator "Z"/);
  assert.match((await ask("nonsense")).problem.message, /there is no figure "nonsense"/);
});

it("keeps versions, reviews and approvals with who and when, and lets nobody write over another", async () => {
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  assert.equal(made.status, 201, made.text);
  const path = `${REGION}/briefs/${made.body.id}`;
  const read = await node.get(path);
  const tag = `${read.headers.etag}`;
  assert.equal(read.body.state, "draft");
  assert.equal((await node.post(path, { text: TEXT, note: "x" }, "PUT")).status, 428);
  const text = TEXT.replace("40 million", "44 million");
  const saved = await seen(path, tag, { text, note: "figure of the table" }, "PUT");
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  assert.equal((await seen(path, tag, { text, note: "late" }, "PUT")).status, 412);
  const reviewed = await seen(`${path}/sign`, saved.tag, { act: "reviewed", note: "sources read" });
  assert.equal(reviewed.body.state, "reviewed");
  assert.equal((await seen(`${path}/sign`, saved.tag, { act: "approved" })).status, 412);
  const approved = await seen(`${path}/sign`, reviewed.tag, { act: "approved" });
  assert.equal(approved.body.state, "approved");
  assert.equal((await seen(`${path}/sign`, approved.tag, { act: "approved" })).status, 409);
  assert.deepEqual(
    approved.body.signOffs.map(({ number, act }: Record<string, unknown>) => [number, act]),
    [
      [2, "reviewed"],
      [2, "approved"],
    ],
  );
  const next = await seen(path, approved.tag, { text: `${text}\nMore.\n`, note: "more" }, "PUT");
  assert.equal(next.body.state, "draft");
  const audit = await node.get("/node/audit", { about: made.body.id });
  const acts = audit.body.items.map(({ action }: Record<string, unknown>) => action);
  for (const act of ["brief.create", "brief.version", "brief.reviewed", "brief.approved"])
    assert.ok(acts.includes(act), act);
});

it("lets nobody who wrote on a brief approve it, where the node asks for four eyes", async () => {
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "mine" });
  await node.context.store.system.settings.set("four_eyes", true, "desk");
  const path = `${REGION}/briefs/${made.body.id}`;
  const read = await node.get(path);
  assert.deepEqual([read.body.mayApprove, read.body.fourEyes], [false, true]);
  assert.equal((await seen(`${path}/sign`, `${read.headers.etag}`, { act: "approved" })).status, 403);
  await node.context.store.system.settings.set("four_eyes", false, "desk");
  // With an error in it nobody approves it.
  const wrong = await node.post(`${REGION}/briefs`, { text: "---\ntitle: x\n---\n{{indicator id=Z}}\n", note: "x" });
  const refused = await seen(`${REGION}/briefs/${wrong.body.id}/sign`, '"v1.0"', { act: "approved" });
  assert.equal(refused.status, 422);
  assert.equal(refused.body.errors[0].pointer, "/text/4/1");
});

it("withdraws an approved version for all to see, with the reason, and for nobody to approve again", async () => {
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  const path = `${REGION}/briefs/${made.body.id}`;
  const nothing = await seen(`${path}/withdraw`, made.body.tag, { number: 1, reason: "x" });
  assert.equal(nothing.status, 409);
  assert.deepEqual(made.body.mayWithdraw, []);
  const approved = await seen(`${path}/sign`, made.body.tag, { act: "approved" });
  assert.deepEqual([approved.body.mayWithdraw, approved.body.mayDelete], [[1], false]);
  const withdraw = (reason: string, number = 1, tag = approved.tag) =>
    seen(`${path}/withdraw`, tag, { number, reason });
  assert.equal((await withdraw("  ")).status, 400);
  assert.equal((await withdraw("x", 2)).status, 404);
  assert.equal((await withdraw("x", 1, made.body.tag)).status, 412);
  const done = await withdraw(" the sum of 2014 was misread ");
  assert.equal(done.body.state, "withdrawn");
  assert.deepEqual([done.body.mayReview, done.body.mayApprove, done.body.mayWithdraw], [false, false, []]);
  const [withdrawal] = done.body.withdrawals;
  assert.deepEqual([withdrawal.number, withdrawal.reason], [1, "the sum of 2014 was misread"]);
  assert.equal((await withdraw("again", 1, done.tag)).status, 409);
  assert.equal((await seen(`${path}/sign`, done.tag, { act: "reviewed" })).status, 409);
  const frozen = await node.get(`${path}/versions/1`);
  assert.deepEqual(frozen.body.withdrawal, withdrawal);
  const html = await node.get(`${path}/versions/1/file.html`);
  assert.match(
    html.text,
    /<p class="notice">Version 1 was withdrawn by .+, \d{4}-\d\d-\d\d\. Reason: the sum of 2014 was misread<\/p>/,
  );
  // A later version stands by itself, and its table of versions tells of the earlier one.
  const next = await seen(path, done.tag, { text: `${TEXT}\nMore.\n`, note: "mended" }, "PUT");
  assert.equal(next.body.state, "draft");
  const later = (await node.get(`${path}/versions/2/file.html`)).text;
  assert.match(later, /<p class="notice">Version 2 has not been approved\.<\/p>/);
  assert.match(later, /Version 1 was withdrawn by/);
});

it("puts a brief away and brings it back; meanwhile nobody writes on it", async () => {
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  const { id } = made.body;
  const path = `${REGION}/briefs/${id}`;
  const away = await seen(`${path}/archive`, made.body.tag, { away: true });
  assert.ok(away.body.archived.by.length > 0);
  assert.deepEqual([away.body.mayWrite, away.body.mayReview, away.body.mayApprove], [false, false, false]);
  assert.equal((await seen(`${path}/archive`, away.tag, { away: true })).status, 409);
  assert.equal((await seen(path, away.tag, { text: TEXT, note: "x" }, "PUT")).status, 409);
  assert.equal((await seen(`${path}/sign`, away.tag, { act: "reviewed" })).status, 409);
  const listed = async () => {
    const { body } = await node.get(`${REGION}/briefs`);
    return body.briefs.find((each: { id: string }) => each.id === id)?.archived;
  };
  assert.equal(await listed(), true);
  const { body: stale } = await node.get(`${REGION}/briefs/stale`);
  assert.ok(!stale.briefs.some((each: { id: string }) => each.id === id));
  const back = await seen(`${path}/archive`, away.tag, { away: false });
  assert.deepEqual([back.body.archived, back.body.mayWrite, await listed()], [undefined, true, false]);
});

it("deletes a draft that nobody reviewed, and no other", async () => {
  const remove = (path: string, tag?: string) =>
    node.app.inject({
      method: "DELETE",
      url: `/api/v1${path}`,
      headers: {
        host: new URL(node.address).host,
        cookie: node.cookie,
        origin: node.address,
        ...(tag === undefined ? {} : { "if-match": tag }),
      },
    });
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  const path = `${REGION}/briefs/${made.body.id}`;
  assert.equal(made.body.mayDelete, true);
  assert.equal((await remove(path)).statusCode, 428);
  assert.equal((await remove(path, made.body.tag)).statusCode, 204);
  assert.equal((await node.get(path)).status, 404);
  assert.equal((await node.get(`${path}/versions/1/file.html`)).status, 404);
  assert.equal((await seen(path, made.body.tag, { text: TEXT, note: "late" }, "PUT")).status, 404);
  const signed = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  const reviewed = await seen(`${REGION}/briefs/${signed.body.id}/sign`, signed.body.tag, { act: "reviewed" });
  assert.equal(reviewed.body.mayDelete, false);
  const refused = await remove(`${REGION}/briefs/${signed.body.id}`, reviewed.tag);
  assert.equal(refused.statusCode, 409);
  assert.match(refused.json().detail, /put into the archive, not deleted/);
  const audit = await node.get("/node/audit", { about: made.body.id });
  assert.ok(audit.body.items.some(({ action }: { action: string }) => action === "brief.removed"));
});

it("lets a drafter delete only what they wrote and withdraw nothing, and a reader do nothing", async () => {
  const made = await node.post(`${REGION}/briefs`, { text: TEXT, note: "first text" });
  const path = `${REGION}/briefs/${made.body.id}`;
  const login = await node.app.login();
  const as = async (role: "reader" | "drafter") => {
    const person = await login.addPerson({ name: role });
    assert.ok(typeof person === "object");
    const place = { region: "central-asia", party: "KAZ", body: "desk" };
    await node.context.store.system.bodies.saveMember({ person: person.id, ...place, roles: [role] });
    return followLink(node, (await login.linkFor(person.id))!);
  };
  const ask = async (cookie: string, method: "DELETE" | "POST", url: string, payload?: object) => {
    const headers = { host: new URL(node.address).host, cookie, origin: node.address, "if-match": made.body.tag };
    return (await node.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })).statusCode;
  };
  const [reader, drafter] = [await as("reader"), await as("drafter")];
  for (const [cookie, method, url, payload] of [
    [reader, "DELETE", path, undefined],
    [reader, "POST", `${path}/archive`, { away: true }],
    [drafter, "DELETE", path, undefined],
    [drafter, "POST", `${path}/withdraw`, { number: 1, reason: "x" }],
  ] as const)
    assert.equal(await ask(cookie, method, url, payload), 403, `${method} ${url}`);
  const { body } = await node.as(drafter).get(path);
  assert.deepEqual([body.mayDelete, body.mayArchive, body.mayWithdraw], [false, true, []]);
  const own = await node.as(drafter).post(`${REGION}/briefs`, { text: TEXT, note: "mine" });
  assert.equal(own.body.mayDelete, true);
  assert.equal(await ask(drafter, "DELETE", `${REGION}/briefs/${own.body.id}`), 204);
});

it("speaks Russian of what is wrong with a text, where there are words for it", async () => {
  const response = await node.app.inject({
    method: "POST",
    url: `/api/v1${REGION}/briefs/bind`,
    headers: {
      host: new URL(node.address).host,
      cookie: node.cookie,
      origin: node.address,
      "accept-language": "ru",
    },
    payload: { text: "---\ntitle: x\n---\n{{indicator id=Z}} [@S9]\n" },
  });
  const said = response.json().problems.map(({ message }: { message: string }) => message);
  assert.deepEqual(said, ["в регионе нет показателя «Z»", "такого источника нет: «S9»"]);
});

it("keeps what a version's figures were, with the data that they were made of", async () => {
  const id = await approved();
  const { body } = await node.get(`${REGION}/briefs/${id}/versions/1`);
  assert.equal(body.figures[0].now, "44 million EUR");
  assert.match(body.figures[0].inputs[0].name, /indicators\.csv/);
  assert.equal((await node.get(`${REGION}/briefs/${id}/versions/9`)).status, 404);
  const { body: stale } = await node.get(`${REGION}/briefs/stale`);
  const told = stale.briefs.find((each: { id: string }) => each.id === id);
  assert.deepEqual(told, { id, stale: 0, errors: 0 });
});

it("hands briefs and papers out as HTML, DOCX and PDF, with the versions that the node keeps", async () => {
  const id = await approved();
  const { body: all } = await node.get(`${REGION}/briefs`);
  const file = (format: string, number = 2) => node.get(`${REGION}/briefs/${id}/versions/${number}/file.${format}`);
  const html = await file("html");
  assert.match(`${html.headers["content-disposition"]}`, /filename="Funds-v2\.html"/);
  assert.match(html.text, /figure of the table/);
  assert.doesNotMatch(html.text, /Version 2 has not been approved/);
  assert.match((await file("html", 3)).text, /Version 3 has not been approved/);
  assert.match((await file("pdf")).text, /^%PDF-1\.7/);
  assert.match((await file("docx")).text, /^PK/);
  assert.deepEqual(all.papers.map(({ id }: Record<string, unknown>) => id).includes("assistance-and-security"), true);
  // Nothing was taken in here: figures of money cannot be worked out, and the answer says where.
  const paper = await node.get(`${REGION}/papers/assistance-and-security/file.pdf`);
  assert.equal(paper.status, 422);
  assert.match(paper.body.errors[0].pointer, /^\/text\/\d+\/\d+$/);
});

it("lets only those write who may, and shows a brief to no other body", async () => {
  const nobody = node.as("");
  assert.equal((await nobody.get(`${REGION}/briefs`)).status, 401);
  assert.equal((await node.get(`${REGION}/briefs/none`)).status, 404);
  assert.equal((await node.post(`${REGION}/briefs`, { text: "x".repeat(200_001), note: "long" })).status, 400);
});
