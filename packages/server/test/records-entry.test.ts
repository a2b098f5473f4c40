import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FormField, KindForm } from "@kelisim/api";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const REGIONS = ["central-asia", "four-rivers"] as const;
const PARTY = { "central-asia": ["KAZ", "CHN"], "four-rivers": ["FRS", "ORE"] } as const;

/** A value that a person could type into a field. */
function valueFor(field: FormField, party: string): unknown {
  switch (field.type) {
    case "count":
      return field.min ?? 1;
    case "amount":
      return "12.50";
    case "money":
      return { amount: "1200.10", currency: "USD" };
    case "text":
      return "as agreed";
    case "yes/no":
      return true;
    case "party":
      return party;
    case "parties":
      return [party];
    case "date":
      return "2026-11";
    case "instant":
      return "2026-11-20T08:00:00Z";
    case "place":
      return { lat: 44.2, lon: 79.6 };
    case "period":
      return "2026-Q3";
    case "choice":
      return field.choices[0]!.value;
    case "record":
      return "some-record";
  }
}

/** The same order at each run: a small generator with a fixed seed. */
function picked<T>(all: readonly T[], count: number): readonly T[] {
  let seed = 20261122;
  return all
    .map((each) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return { each, at: seed };
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ each }) => each);
}

function filled(form: KindForm, [party, other]: readonly [string, string]) {
  const required = form.fields.filter((field) => field.required);
  return {
    kind: form.name,
    from: party,
    ...(form.form === "notice" ? { to: [other] } : {}),
    occurred: "2026-11-20T08:00:00Z",
    marking: `TLP:AMBER ${other}`,
    ...(required.length === 0
      ? {}
      : { content: Object.fromEntries(required.map((field) => [field.name, valueFor(field, party)])) }),
  };
}

describe("writing a record", () => {
  let node: TestNode;
  before(async () => {
    // A clock that runs: every record is known a little later than the one before.
    const begun = performance.now();
    const now = () => Math.round(Date.parse("2026-11-22T06:00:00Z") + performance.now() - begun);
    node = await startTestNode({ regions: REGIONS, now });
  });
  after(() => node?.close());

  it("shows what the region's folder tells while the node holds nothing, and says how much each holds", async () => {
    const { body } = await node.get("/regions/four-rivers/records");
    assert.equal(body.place, "region");
    assert.deepEqual([body.held.node, body.held.region], [0, body.total]);
    assert.ok(body.items.length > 0);
    const next = (await node.get("/regions/four-rivers/records", { limit: 2, after: body.next ?? undefined })).body;
    assert.equal(next.place, body.next === undefined ? "region" : undefined);
    assert.equal((await node.get("/regions/four-rivers/records", { held: "node" })).body.total, 0);
    const empty = (await node.get("/regions/central-asia/records")).body;
    assert.deepEqual([empty.place, empty.total], ["node", 0]);
  });

  it("says what is wrong in the language of who asks, with the titles of kinds", async () => {
    const ask = (lang: string) =>
      node.app.inject({
        method: "POST",
        url: "/api/v1/regions/four-rivers/records",
        headers: {
          host: new URL(node.address).host,
          cookie: node.cookie,
          origin: node.address,
          "accept-language": lang,
        },
        payload: { kind: "Diversion", from: "AVE", occurred: "2026-13-01", marking: "TLP:BLUE" },
      });
    const russian = await ask("ru");
    assert.equal(russian.headers["content-language"], "ru");
    const { title, errors } = russian.json();
    assert.equal(title, "Запись не может быть принята");
    const said = new Map(errors.map((each: { pointer: string; detail: string }) => [each.pointer, each.detail]));
    assert.equal(said.get("/body/content/state"), "не заполнено");
    assert.match(String(said.get("/body/marking")), /«TLP:BLUE» не является отметкой/);
    for (const { detail, mend = "" } of errors) assert.doesNotMatch(`${detail} ${mend}`, /\b(is|not|the|write)\b/);
    assert.equal((await ask("en")).json().title, "The record cannot be taken");
  });

  for (const region of REGIONS) {
    it(`has a form for every kind of ${region}, and enters a minimal record of each of fifty`, async () => {
      const { kinds } = (await node.get(`/regions/${region}/kinds`, { lang: "ru" })).body;
      assert.ok(kinds.length > 15);
      const forms: KindForm[] = [];
      for (const { name } of kinds) {
        const { status, body } = await node.get(`/regions/${region}/kinds/${name}`, { lang: "ru" });
        assert.equal(status, 200, `${name}: ${JSON.stringify(body).slice(0, 300)}`);
        for (const field of body.fields) {
          assert.notEqual(field.label, "", `${name}.${field.name}`);
          if (field.type === "choice") assert.ok(field.choices.length > 0, `${name}.${field.name}`);
        }
        forms.push(body);
      }
      for (const form of picked(forms, 50)) {
        const { status, body } = await node.post(`/regions/${region}/records`, filled(form, PARTY[region]));
        assert.equal(status, 201, `${form.name}: ${JSON.stringify(body).slice(0, 500)}`);
        const page = await node.get(`/regions/${region}/records/${body.id}`, { lang: "ru" });
        assert.equal(page.status, 200, JSON.stringify(page.body).slice(0, 500));
        assert.equal(page.body.head.kind, form.name);
        assert.equal(page.body.content.length, form.fields.filter(({ required }) => required).length);
        assert.ok(page.body.own);
      }
    });
  }

  const at = "/regions/central-asia";
  const exercise = { kind: "Exercise", from: "KAZ", occurred: "2026-11-20T08:00:00Z" };

  it("says where a record needs another value", async () => {
    const { status, body } = await node.post(`${at}/records`, {
      ...exercise,
      marking: "TLP:WHITE",
      content: { host: "KAS", personnel: -3, start: "2026-02-30", tanky: 4 },
    });
    assert.equal(status, 422);
    const pointers = body.errors.map((each: { pointer: string }) => each.pointer).sort();
    for (const name of ["/body/content/host", "/body/content/personnel", "/body/content/start", "/body/content/tanky"])
      assert.ok(pointers.includes(name), `${name} in ${pointers}`);
    assert.ok(pointers.includes("/body/marking"));
  });

  it("takes a draft through its versions to the record, and the record through its correction to its withdrawal", async () => {
    const first = await node.post(`${at}/drafts`, { record: { ...exercise, content: { personnel: 9500 } } });
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.equal(first.body.release, "errors");
    assert.ok(first.body.errors.length > 0);
    const path = `${at}/drafts/${first.body.id}`;
    const whole = {
      ...first.body.record,
      content: { host: "KAZ", personnel: 9500, live: true, start: "2027-01-15", end: "2027-01-20" },
    };
    const put = await node.app.inject({
      method: "PUT",
      url: `/api/v1${path}`,
      headers: { cookie: node.cookie, host: new URL(node.address).host, origin: node.address, "if-match": '"v1"' },
      payload: { record: whole },
    });
    assert.equal(put.statusCode, 200, put.body);
    assert.deepEqual(put.json().errors, []);
    const release = (tag: string) =>
      node.app.inject({
        method: "POST",
        url: `/api/v1${path}/release`,
        headers: { cookie: node.cookie, host: new URL(node.address).host, origin: node.address, "if-match": tag },
      });
    assert.equal((await release('"v1"')).statusCode, 412);
    const released = await release('"v2"');
    assert.equal(released.statusCode, 201, released.body);
    const { id } = released.json();
    assert.equal((await node.get(path)).status, 404);

    const corrected = await node.post(`${at}/records`, {
      ...exercise,
      corrects: id,
      content: { ...whole.content, personnel: 36000, place: { lat: 43.9, lon: 80.2 } },
    });
    assert.equal(corrected.status, 201, JSON.stringify(corrected.body));
    await node.context.views.grow();
    const before = (await node.get(`${at}/records/${id}`)).body;
    assert.equal(before.state, "corrected");
    const now = (await node.get(`${at}/records/${corrected.body.id}`, { days: 120 })).body;
    assert.equal(now.state, "stands");
    assert.deepEqual(
      now.chain.map((each: { id: string }) => each.id),
      [id, corrected.body.id],
    );
    assert.ok(now.arose.length > 0, "an exercise of 36,000 gives rise to duties");
    for (const line of now.arose) assert.equal(line.subject, id);

    const taken = await node.post(`${at}/records`, {
      kind: "withdrawal",
      from: "KAZ",
      withdraws: id,
      occurred: "2026-11-21T08:00:00Z",
    });
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    await node.context.views.grow();
    const gone = (await node.get(`${at}/records/${corrected.body.id}`, { days: 120 })).body;
    assert.equal(gone.state, "withdrawn");
    for (const line of gone.arose) assert.equal(line.state, "not applicable");
  });

  it("fills a first record from a line of the board", async () => {
    const today = (await node.get(`${at}/today`, { as: "KAZ" })).body;
    const line = today.owes.find((each: { form: string; period?: string }) => each.form === "duty" && each.period);
    const { status, body } = await node.get(`${at}/lines/prefill`, { as: "KAZ", line: line.key });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.record.from, "KAZ");
    assert.deepEqual(body.record.under, [line.instrument]);
    const draft = await node.post(`${at}/drafts`, { record: body.record, context: { line: body.line } });
    assert.equal(draft.status, 201, JSON.stringify(draft.body));
    assert.equal((await node.get(`${at}/lines/prefill`, { line: "nothing" })).status, 400);
  });

  it("asks another person where the node wants four eyes", async () => {
    const { settings } = node.context.store.system;
    const draft = (
      await node.post(`${at}/drafts`, {
        record: { kind: "withdrawal", from: "KAZ", withdraws: "x", occurred: "2026-11-21T08:00:00Z" },
      })
    ).body;
    await settings.set("four_eyes", true, "test");
    try {
      assert.equal((await node.post(`${at}/records`, exercise)).status, 403);
      const again = (await node.get(`${at}/drafts/${draft.id}`)).body;
      assert.equal(again.release, "four-eyes");
      assert.ok(again.draftedBy[0].you);
    } finally {
      await settings.set("four_eyes", false, "test");
    }
  });

  it("finds records by words, kind, party and time, a page at a time", async () => {
    const all = (await node.get(`${at}/records`, { limit: 20 })).body;
    assert.equal(all.items.length, 20);
    assert.equal(all.total, all.held.node);
    const next = (await node.get(`${at}/records`, { limit: 20, after: all.next })).body;
    assert.ok(!all.items.some((a: { id: string }) => next.items.some((b: { id: string }) => a.id === b.id)));
    const found = (
      await node.get(`${at}/records`, {
        q: "36000",
        kinds: "Exercise",
        from: "KAZ",
        since: "2026-11-20",
        until: "2026-11-20",
      })
    ).body;
    assert.equal(found.total, 1);
    assert.match(found.items[0].summary, /Kazakhstan/);
    assert.equal((await node.get(`${at}/records`, { since: "2026-13" })).body.errors[0].pointer, "/query/since");
    const story = (
      await node.get("/regions/four-rivers/records", { held: "region", q: "reed", order: "occurred-oldest" })
    ).body;
    assert.ok(story.total > 0);
    assert.equal(all.place, "node");
    const one = (await node.get(`/regions/four-rivers/records/${story.items[0].id}`, { on: "2026-12-01" })).body;
    assert.equal(one.held, "region");
    assert.equal(one.own, false);
  });
});
