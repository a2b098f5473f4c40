import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CoverageTaken, TakenFigures, TakenList } from "@kelisim/api";
import { published, REGION, SECTORS, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia", "four-rivers"] });
});
after(() => node?.close());

const ask = async (path: string, query: Readonly<Record<string, string | number>> = {}) => {
  const { status, body, text } = await node.get(`${REGION}${path}`, query);
  assert.equal(status, 200, text);
  return body;
};

test("where nothing was taken in the lists say so, and the region's own events are there", async () => {
  const figures: TakenFigures = await ask("/evidence/taken/figures");
  assert.deepEqual([figures.sets, figures.items, figures.made], [[], [], undefined]);
  const events: TakenList = await ask("/evidence/taken/events", { party: "TJK", from: 1997, to: 1997 });
  assert.deepEqual(events.sets, []);
  assert.ok(events.curated.length > 0);
  const money: CoverageTaken = await ask("/coverage/taken");
  assert.deepEqual([money.sets, money.cells], [[], []]);
  assert.ok(money.rules.some(({ threat, confidence }) => threat === "T05" && confidence === "medium"));
});

test("two vintages of one indicator stand side by side, with bounds, file and row", WITH_FILES, async () => {
  await takePublished(node, "indicators/wgi_2020update_central_asia.csv");
  await takePublished(node, "indicators/wgi_2024update_central_asia.csv");
  const all: TakenFigures = await ask("/evidence/taken/figures", { dataset: "wgi", indicator: "wgi.va", rows: 500 });
  assert.deepEqual(
    all.sets.map(({ dataset, holdings }) => [dataset, holdings.map(({ vintage }) => vintage)]),
    [["wgi", ["2020", "2024"]]],
  );
  // 105 rows of the older file (5 states, 21 years) and 125 of the newer, which has all of these years too.
  assert.equal(all.of, 125);
  const at = (data: TakenFigures) => data.items.find(({ party, year }) => party.id === "KAZ" && year === 1996)!;
  // wgi_2020update, Kazakhstan 1996: -0.964694976806641; wgi_2024update, KAZva1996: -0.9646949768066406: one figure, rounded.
  assert.deepEqual(
    [at(all).state, at(all).figures.map(({ vintage, value }) => [vintage, value])],
    [
      "agree as printed",
      [
        ["2020", "-0.964694976806641"],
        ["2024", "-0.9646949768066406"],
      ],
    ],
  );
  assert.ok(at(all).figures.every(({ row, file }) => row > 0 && file.startsWith("wgi_")));
  // Political stability of the same year: -0.368922919034958 and -0.3674612045288086.
  const stability: TakenFigures = await ask("/evidence/taken/figures", {
    dataset: "wgi",
    indicator: "wgi.pv",
    rows: 500,
  });
  assert.equal(at(stability).state, "differ");
  const ranked: TakenFigures = await ask("/evidence/taken/figures", {
    dataset: "wgi",
    indicator: "wgi.cc.rank",
    party: "KAZ",
    from: 1996,
    to: 1996,
  });
  // wgi_2024update: KAZcc1996, pctrank 12.365591049194336 between 0.5376344323158264 and 30.107526779174805.
  const later = ranked.items[0]!.figures.find(({ vintage }) => vintage === "2024")!;
  assert.deepEqual(
    [later.value, later.low, later.high],
    ["12.365591049194336", 0.5376344323158264, 30.107526779174805],
  );
  assert.ok(ranked.made!.inputs.every(({ citation }) => citation !== undefined));
  const differing: TakenFigures = await ask("/evidence/taken/figures", {
    dataset: "wgi",
    indicator: "wgi.va",
    state: "differ",
  });
  assert.ok(differing.of > 0 && differing.items.every(({ state }) => state === "differ"));
  assert.equal(differing.items.length, Math.min(100, differing.of), "pages");
});

test("a curated figure stands beside the producer's own and is not overwritten", WITH_FILES, async () => {
  const before = await ask("/evidence", { on: "2026-11-21" });
  await takePublished(node, "indicators/wjp_rule_of_law_2013_2020_central_asia.csv");
  const wjp: TakenFigures = await ask("/evidence/taken/figures", {
    dataset: "wjp-rule-of-law",
    indicator: "wjp.overall",
    rows: 500,
  });
  const beside = (party: string) =>
    wjp.items
      .filter((item) => item.party.id === party && item.curated.length > 0)
      .map(({ year, state, figures, curated }) => [year, state, figures[0]!.value, curated[0]!.value]);
  // indicators.csv: KAZ 0.51, KGZ 0.47, UZB 0.46 for 2017-2018; the file has no 2017.
  assert.deepEqual(beside("KAZ"), [[2018, "agree as printed", "0.51389833786966155", "0.51"]]);
  assert.deepEqual(beside("KGZ"), [[2018, "agree as printed", "0.47362327256185005", "0.47"]]);
  assert.deepEqual(beside("UZB"), [[2018, "agree as printed", "0.45936272236069425", "0.46"]]);
  const after = await ask("/evidence", { on: "2026-11-21" });
  assert.deepEqual(after.indicators, before.indicators);
});

test("events taken in are counted by state and year beside the timeline, with rows behind", WITH_FILES, async () => {
  await takePublished(node, "events/ucdp_acd_central_asia.csv");
  const events: TakenList = await ask("/evidence/taken/events", { dataset: "ucdp-acd" });
  assert.ok(events.of > 0);
  for (const { party, year, taken } of events.counts.filter((count) => count.taken !== undefined))
    assert.equal(
      events.items.filter((item) => item.date!.startsWith(String(year)) && item.parties.some(({ id }) => id === party))
        .length,
      taken,
      `${party} ${year}`,
    );
  // INDEX.md: Tajikistan 1992-98, 2000, 2010, 2011, 2018, 2019; interstate with Kyrgyzstan 2021 and 2022.
  assert.ok(events.counts.some(({ party, year, taken }) => party === "TJK" && year === 1992 && taken === 1));
  assert.ok(events.items.every(({ file, row }) => file === "ucdp_acd_central_asia.csv" && row! > 0));
  assert.ok(events.curated.every(({ source }) => source !== undefined));
  await takePublished(node, "organisations/un_mtdsg_2015_central_asia_actions.csv");
  const acts: TakenList = await ask("/evidence/taken/acts", { party: "KAZ", from: 1993, to: 1993 });
  assert.ok(acts.items.length > 0 && acts.items.every(({ date }) => date!.startsWith("1993")));
  assert.ok(acts.curated.every(({ date }) => date!.startsWith("1993")));
});

test(
  "money taken in by threat: the declared purposes, beside budgets and never added to them",
  WITH_FILES,
  async () => {
    await takePublished(node, SECTORS);
    const money: CoverageTaken = await ask("/coverage/taken", { year: 2014 });
    assert.equal(money.year, 2014);
    assert.equal(money.basis?.currency, "USD");
    const cell = (threat: string, country: string) =>
      money.cells.find((each) => each.threat === threat && each.country === country);
    const rows = published(SECTORS)
      .toString("utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    // By hand: rows of 2014 for Tajikistan with the code 16063, in millions.
    const sum = rows
      .filter(
        ([year, recipient, code]) => year === "2014" && recipient === "TJK" && /^(16063|43050|31165)$/.test(code!),
      )
      .reduce((total, row) => total + Number(row[3]), 0);
    assert.ok(sum > 0);
    assert.equal(Math.round(Number(cell("T05", "TJK")!.sum)), Math.round(sum * 1e6));
    // As a file it says whose figures these are, on which terms, of which vintage, and what they are not.
    const [input] = money.made!.inputs;
    const { text } = await node.get(`${REGION}/tables/coverage-taken.csv`, { year: 2014 });
    for (const said of [input!.name, input!.of, `vintage ${input!.vintage}`, input!.citation!, ...input!.caveats])
      assert.ok(text.includes(said.replaceAll('"', '""')), said);
    const { meta } = JSON.parse((await node.get(`${REGION}/tables/coverage-taken.json`, { year: 2014 })).text);
    assert.ok(meta.licence.includes(input!.citation) && meta.caveats.includes(input!.caveats[0]));
    // The file has no titles: whether a row is about borders nobody can say.
    const border = cell("T09", "TJK")!;
    assert.equal(border.sum, undefined);
    assert.ok(border.undecided.rows > 0);
  },
);

test(
  "figures as a file carry citation, licence and caveats; a data set that is not here is said to be so",
  WITH_FILES,
  async () => {
    const file = await node.get(`${REGION}/evidence/files/figures.csv`, {
      dataset: "wgi",
      indicator: "wgi.va",
      party: "KAZ",
    });
    assert.equal(file.status, 200, file.text.slice(0, 300));
    const [head, first] = file.text.replace("\u{feff}", "").split("\r\n");
    assert.ok(
      ["indicator", "written", "row", "read_from", "vintage", "citation", "licence", "caveats"].every((name) =>
        head!.split(",").includes(name),
      ),
    );
    assert.match(first!, /wgi\.va,Voice and accountability,KAZ/);
    for (const format of ["xlsx", "parquet"])
      assert.equal((await node.get(`${REGION}/evidence/files/events.${format}`, { dataset: "ucdp-acd" })).status, 200);
    // Where none is named it is the largest, whatever the names in the reader's language.
    const asked = async (lang: string): Promise<TakenFigures> => ask("/evidence/taken/figures", { lang });
    const [english, russian] = [await asked("en"), await asked("ru")];
    const most = Math.max(...english.sets.map(({ rows }) => rows));
    assert.equal(english.dataset, english.sets.find(({ rows }) => rows === most)!.dataset);
    assert.equal(russian.dataset, english.dataset);
    const wrong = await node.get(`${REGION}/evidence/taken/figures`, { dataset: "nothing" });
    assert.equal(wrong.status, 400);
  },
);
