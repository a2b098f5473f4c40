import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Evidence } from "@kelisim/api";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia", "four-rivers"] });
});
after(() => node?.close());

const ON = "2026-11-21";
const ask = async (query: Readonly<Record<string, string>> = {}, region = "central-asia"): Promise<Evidence> => {
  const { status, body } = await node.get(`/regions/${region}/evidence`, { on: ON, ...query });
  assert.equal(status, 200);
  return body as Evidence;
};
const claim = (data: Evidence, id: string) => data.claims.items.find((each) => each.id === id);

test("machine-written text counts for nothing alone, beside another source only the other counts", async () => {
  const data = await ask();
  assert.equal(data.claims.total, 90);
  // regions/central-asia/claims.csv: C087 rests on S004 alone, whose note says that parts are machine-written.
  const alone = claim(data, "C087")!;
  assert.deepEqual([alone.state, alone.independent], ["nothing that counts", 0]);
  assert.deepEqual(
    alone.sources.map(({ id, weight }) => [id, weight]),
    [["S004", "machine-written"]],
  );
  // C079 cites S004;S207.
  const both = claim(data, "C079")!;
  assert.deepEqual([both.state, both.independent], ["supported", 1]);
});

test("contradictions stand beside each other from either side, each with its place and support", async () => {
  const data = await ask();
  // C037 names C038; C038 names nobody.
  for (const [one, other] of [
    ["C037", "C038"],
    ["C038", "C037"],
  ] as const) {
    const found = claim(data, one)!;
    assert.equal(found.state, "contradicted");
    assert.deepEqual(
      found.against.map(({ id, independent }) => [id, independent]),
      [[other, 1]],
    );
    assert.ok(found.against[0]!.location);
  }
  // C078 rests on S004 alone and contradicts C016: what counts for nothing contradicts nothing.
  const against = claim(data, "C016")!;
  assert.equal(against.state, "supported");
  assert.deepEqual(
    against.against.map(({ id, independent }) => [id, independent]),
    [["C078", 0]],
  );
  assert.equal(
    data.claims.states.reduce((sum, { count }) => sum + count, 0),
    data.claims.total,
  );
});

test("filters narrow the list together, and the file holds the same rows", async () => {
  const query = { source: "S002", threat: "T27", q: "CYBER kazakhstan" };
  const data = await ask(query);
  assert.deepEqual(
    data.claims.items.map(({ id }) => id),
    ["C063"],
  );
  assert.equal(data.claims.total, 90, "the whole is still told");
  const file = await node.get("/regions/central-asia/tables/claims.json", { on: ON, ...query });
  const { rows } = JSON.parse(file.text) as {
    readonly rows: readonly { readonly id: string; readonly support: string }[];
  };
  assert.deepEqual(
    rows.map(({ id, support }) => [id, support]),
    [["C063", "supported"]],
  );
  const weak = await ask({ state: "nothing that counts" });
  assert.ok(weak.claims.items.length > 0);
  assert.ok(weak.claims.items.every(({ independent }) => independent === 0));
  assert.equal((await node.get("/regions/central-asia/evidence", { state: "true" })).status, 400);
});

test("figures side by side; a dash is no value; a printed growth rate that does not follow is found", async () => {
  const { indicators, printed } = await ask();
  const kaz = indicators.items.find(({ party, period }) => party.id === "KAZ" && period === "2014-2020")!;
  assert.equal(kaz.state, "no value");
  assert.equal(kaz.figures[0]?.value, undefined);
  assert.deepEqual(
    printed.items.flatMap(({ id, findings }) =>
      findings.map((found) => [id, found.kind, found.printed, found.follows]),
    ),
    // 1680 / 675 = 2.488889: 148.888889 per cent more, not 56.
    [["EU-1420-GROWTH", "growth does not follow", "56", "148.888889"]],
  );
  assert.equal(printed.items.length, 5, "what has no finding is shown too");
});

test("recommendations without a decision are not known to be open, and decisions come with who says so", async () => {
  const { recommendations } = await ask();
  // Rows of claims.csv with the assessment "recommendation".
  assert.deepEqual(
    recommendations.items.map(({ id }) => id),
    ["C007", "C014", "C020", "C069", "C070", "C071", "C072", "C073", "C074", "C075", "C076"],
  );
  // decisions.csv has rows on C072 alone: the paper that recommends it says that it was not done in 2019; general knowledge, that it still is open.
  const { C072: open, ...others } = Object.fromEntries(recommendations.items.map((each) => [each.id, each]));
  assert.ok(Object.values(others).every((each) => each.state === "nothing known" && each.decisions.length === 0));
  assert.deepEqual(
    [open!.state, open!.decisions.map(({ date, unverified, counts }) => [date, unverified, counts])],
    [
      "open",
      [
        ["2025", true, true],
        ["2019-02", false, false],
      ],
    ],
  );
});

test("tasks: by which threats money is looked for; without a threat nothing is said", async () => {
  const { tasks } = await ask();
  const of = (id: string) => tasks.items.find((each) => each.id === id)!;
  // T01 names UNCT-01; its programmes are EU-LEICA, US-GTE and UNODC-CVE-NET.
  const terror = tasks.items.find(({ clause }) => clause?.startsWith("UNCT-01"))!;
  assert.equal(terror.through, "clause");
  assert.ok(terror.threats.some(({ id }) => id === "T01"));
  const untied = tasks.items.filter(({ through }) => through === undefined);
  assert.ok(untied.length > 0);
  assert.ok(untied.every(({ state, threats }) => state === "no threat named" && threats.length === 0));
  assert.ok(
    tasks.items.every(({ state }) => state !== "none"),
    "the table of programmes is partial",
  );
  // Entry CM2025-01 became several clauses; its agreement is known all the same.
  assert.equal(of("CM2025-01").agreement?.id, "CM2025");
  assert.ok(tasks.items.some((each) => each.of === "duty"));
});

test("what ends: successors by phase and theme, sums never mix currencies", async () => {
  const { endings } = await ask();
  assert.equal(endings.by, "2027-11-21");
  const bomca8 = endings.items.find(({ programme }) => programme.id === "BOMCA-8")!;
  assert.equal(bomca8.state, "followed");
  assert.ok(bomca8.successors.some(({ id, why }) => id === "BOMCA-9" && why === "later phase"));
  // EU-1420 stands twice in dispute, 1.68 and 1.068 billion: they differ by 612 million and are not added.
  const eur = endings.withoutOwner.find(({ currency }) => currency === "EUR")!;
  assert.ok(Number(eur.greatest) - Number(eur.least) >= 612_000_000);
  const currencies = endings.withoutOwner.map(({ currency }) => currency);
  assert.equal(new Set(currencies).size, currencies.length);
  assert.ok(endings.made.exclusions.some(({ reason, rows }) => reason === "no end known" && rows > 0));
});

test("each list tells its method and tables; Russian names; a region without such tables answers empty", async () => {
  const data = await ask({ lang: "ru" });
  for (const { made } of [data.claims, data.indicators, data.printed, data.recommendations, data.tasks, data.endings]) {
    assert.ok(made.method.id.includes("."));
    assert.ok(made.inputs.length > 0);
  }
  // region.yaml: as_of of the table of claims; the list of sources has none.
  assert.deepEqual(
    data.claims.made.inputs.map(({ of, vintage }) => [of, vintage]),
    [
      ["claims", "2025-11"],
      ["sources", undefined],
    ],
  );
  assert.match(data.claims.choices.threats.find(({ id }) => id === "T01")!.name, /террор/);
  const empty = await ask({}, "four-rivers");
  assert.equal(empty.claims.total, 0);
  assert.deepEqual([empty.indicators.items, empty.recommendations.items, empty.endings.items], [[], [], []]);
});

test("each list is taken away as a file with the states that were worked out", async () => {
  const rows = async (table: string): Promise<readonly Readonly<Record<string, string | null>>[]> => {
    const { status, text } = await node.get(`/regions/central-asia/tables/${table}.json`, { on: ON });
    assert.equal(status, 200, text.slice(0, 200));
    return JSON.parse(text).rows;
  };
  const data = await ask();
  const recommended = await rows("recommendations");
  assert.deepEqual(
    recommended.map(({ id, state }) => [id, state]),
    data.recommendations.items.map(({ id, state }) => [id, state]),
  );
  const open = recommended.find(({ id }) => id === "C072")!;
  assert.deepEqual([open.state, open.decided_on], ["open", "2025"]);
  assert.match(open.history!, /^open, 2025, .*; open, 2019-02, /);
  assert.deepEqual(
    (await rows("task-money")).map(({ id, state }) => [id, state]),
    data.tasks.items.map(({ id, state }) => [id, state]),
  );
  assert.deepEqual(
    (await rows("endings")).map(({ id, state }) => [id, state]),
    data.endings.items.map(({ programme, state }) => [programme.id, state]),
  );
  assert.match(
    (await rows("printed")).find(({ id }) => id === "EU-1420-GROWTH")!.finding!,
    /^growth does not follow: 56/,
  );
  const indicators = await rows("indicators");
  assert.equal(indicators.find(({ id }) => id === "KAZ-EUFUNDS-2014-2020")!.state, "no value");
  for (const format of ["csv", "xlsx"])
    assert.equal((await node.get(`/regions/central-asia/tables/recommendations.${format}`, { on: ON })).status, 200);
});
