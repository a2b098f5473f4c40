import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isRefusal } from "@kelisim/model";
import { parseMarking } from "../src/index.ts";
import { BORDER, CUSTOMS, collect, exercise, OREAN } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner } from "./support/servers.ts";

overServers("records", (server) => {
  let open: OpenStore;
  before(async () => {
    open = await openTestStore(server);
  });
  after(() => open.close());

  it("come back as they were written, with known given by the node", async () => {
    const { records } = open.store.as(BORDER);
    const written = exercise("back", { to: ["ORE"], channel: "note verbale", version: 2 });
    const report = await records.append([written]);
    assert.equal(report.taken.length, 1);
    const found = await records.get("back");
    const { known, ...rest } = found!.record;
    assert.deepEqual(rest, written);
    assert.equal(known, report.taken[0]!.known);
    assert.deepEqual(found!.owner, { party: "SEL", body: "border-service" });
  });

  it("taken twice word for word are repeated; with other content they are refused, with the id's place", async () => {
    const { records } = open.store.as(BORDER);
    await records.append([exercise("twice")]);
    const again = await records.append([
      exercise("fresh"),
      { ...exercise("twice"), known: "2020-01-01T00:00:00Z" },
      exercise("twice", { content: { personnel: 1 } }),
      exercise("fresh", { from: "ORE" }),
    ]);
    assert.deepEqual(
      again.taken.map(({ id }) => id),
      ["fresh"],
    );
    assert.deepEqual(
      again.repeated.map(({ id }) => id),
      ["twice"],
    );
    assert.deepEqual(
      again.refused.map(({ index, problem }) => [index, problem.code]),
      [
        [2, "record/conflicting-id"],
        [3, "record/conflicting-id"],
      ],
    );
  });

  it("that the store cannot keep are refused one by one, the others are taken", async () => {
    const { records } = open.store.as(BORDER);
    const report = await records.append(
      [
        exercise("bad-marking", { marking: "TLP:WHITE" }),
        exercise("bad-moment", { occurred: "2026-13-01T00:00:00Z" }),
        exercise("bad-year", { occurred: "0000-01-01T00:00:00Z" }),
        exercise("bad\u0000id"),
        exercise("red-to-all", { marking: "TLP:RED", to: ["*"] }),
        exercise("lone-surrogate", { content: { note: "\ud800" } }),
        exercise("sound"),
        null as never,
      ].filter((record) => record !== null),
    );
    assert.deepEqual(
      report.taken.map(({ id }) => id),
      ["sound"],
    );
    assert.equal(report.refused.length, 6);
    for (const { problem } of report.refused) assert.match(problem.message, /^\w+: /);
  });

  it("known increases from commit to commit, and seq with it", async () => {
    const { records } = open.store.as(BORDER);
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 5 }, (_, index) => records.append([exercise(`known-${round}-${index}`)])));
    }
    const all = await collect(records.stream({ batch: 7 }));
    for (const [index, { seq, record }] of all.entries()) {
      if (index === 0) continue;
      assert.ok(seq > all[index - 1]!.seq);
      assert.ok(Date.parse(record.known!) >= Date.parse(all[index - 1]!.record.known!));
    }
    const first = await records.append([exercise("known-a")]);
    const second = await records.append([exercise("known-b")]);
    assert.ok(Date.parse(second.taken[0]!.known) > Date.parse(first.taken[0]!.known));
  });

  it("are corrected and withdrawn only by the body that keeps them, and hidden ones read like absent ones", async () => {
    const own = open.store.as(BORDER).records;
    const other = open.store.as(CUSTOMS).records;
    await own.append([exercise("mine", { marking: "TLP:RED" })]);
    const strange = await other.append([
      exercise("c1", { corrects: "mine" }),
      exercise("c2", { corrects: "nowhere" }),
      exercise("c3", { kind: "withdrawal", withdraws: "mine", content: {} }),
    ]);
    assert.equal(strange.taken.length, 0);
    const said = strange.refused.map(({ problem }) => problem.message.replace(/"[^"]*"/, "…"));
    assert.equal(said[0], said[1]);
    const fair = await own.append([exercise("c4", { corrects: "mine" }), exercise("c5", { corrects: "c4" })]);
    assert.equal(fair.taken.length, 2);
    assert.deepEqual(
      (await own.page({ about: "mine" })).records.map(({ record }) => record.id),
      ["c4"],
    );
  });

  it("cannot be changed, taken away or emptied, by nobody", async () => {
    await owner(open.url, async (client) => {
      for (const table of ["record", "erasure", "audit", "adoption"]) {
        await assert.rejects(
          client.query(`update kelisim.${table} set ${table === "record" ? "kind" : "at"} = default`),
          /append-only/,
        );
        await assert.rejects(client.query(`delete from kelisim.${table}`), /append-only/);
        await assert.rejects(client.query(`truncate kelisim.${table}`), /append-only/);
        await client.query("set session_replication_role = replica");
        await assert.rejects(client.query(`delete from kelisim.${table}`), /append-only/);
        await client.query("set session_replication_role = origin");
      }
    });
  });

  it("keep their content from whoever reads the database alone", async () => {
    await open.store.as(BORDER).records.append([exercise("secret", { content: { note: "the-hidden-word" } })]);
    const rows = await owner(open.url, (client) =>
      client.query(
        "select r::text as row, encode(ciphertext, 'escape') as body from kelisim.record as r where id = 'secret'",
      ),
    );
    assert.equal(rows.rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows.rows), /hidden-word/);
  });

  it("are found by words in header and content, page by page, in each order", async () => {
    const { records } = open.store.as(OREAN);
    const many = Array.from({ length: 25 }, (_, index) =>
      exercise(`find-${index}`, {
        from: "ORE",
        kind: index % 2 === 0 ? "Exercise" : "Patrol",
        occurred: `2026-09-${String(28 - (index % 5)).padStart(2, "0")}T10:00:00Z`,
        content: { note: index % 5 === 0 ? "Ущелье Камыш" : "plain" },
      }),
    );
    await records.append(many);
    assert.equal(await records.count({ text: "ущелье камыш" }), 5);
    assert.equal(await records.count({ text: "patrol plain" }), 10);
    assert.equal(await records.count({ kinds: ["Patrol"], from: "ORE" }), 12);
    assert.equal(await records.count({ between: { from: "2026-09-28T00:00:00Z", to: "2026-09-29T00:00:00Z" } }), 5);
    for (const order of ["newest", "oldest", "occurred", "occurred-oldest"] as const) {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await records.page({ order, limit: 4, ...(after === undefined ? {} : { after }), text: "plain" });
        ids.push(...page.records.map(({ record }) => record.id));
        after = page.next;
      } while (after !== undefined);
      assert.equal(new Set(ids).size, 20, order);
      assert.equal(ids.length, 20, order);
    }
    await assert.rejects(records.page({ after: "'; drop" }), /after: /);
    await assert.rejects(records.page({ between: { from: "yesterday" } }), /between.from: /);
  });

  it("are told of on commit", async () => {
    const heard: number[] = [];
    const stop = open.store.listen((seq) => heard.push(seq));
    const until = Date.now() + 60_000;
    while (heard.length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    const report = await open.store.as(BORDER).records.append([exercise("told")]);
    while (!heard.includes(report.taken[0]!.seq) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    stop();
    assert.ok(heard.includes(report.taken[0]!.seq));
  });
});

it("a marking is a label and a release list", () => {
  assert.deepEqual(parseMarking("TLP:AMBER KAZ, UZB/customs"), {
    label: "TLP:AMBER",
    releaseTo: ["KAZ", "UZB/customs"],
  });
  assert.deepEqual(parseMarking(undefined), { label: "TLP:AMBER", releaseTo: [] });
  for (const wrong of [
    "TLP:WHITE",
    "amber",
    "TLP:AMBER ",
    "TLP:AMBER KAZ,",
    "TLP:GREEN KAZ",
    "TLP:RED KAZ//x",
    "TLP:AMBER *",
  ]) {
    assert.ok(isRefusal(parseMarking(wrong)), wrong);
  }
});
