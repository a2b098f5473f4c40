import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { METHODS, type MethodId } from "@kelisim/analysis";
import type { MoneyShare, SharePoint } from "@kelisim/api";
import { exclusionWords, methodWords } from "@kelisim/words";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { BOMCA8, DONORS, REGION, SECTORS, take, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const MONEY = `${REGION}/money`;
const sectors = { dataset: "dportal-recipient-sector" };

const raw = (node: TestNode, path: string) =>
  node.app.inject({ url: `/api/v1${path}`, headers: { cookie: node.cookie, host: new URL(node.address).host } });

describe("money over published files", WITH_FILES, () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({
      regions: ["central-asia"],
      us: ["KAZ"],
      now: () => Date.parse("2026-11-22T06:00:00Z"),
    });
    for (const path of [SECTORS, DONORS, BOMCA8]) {
      const job = await takePublished(node, path);
      assert.equal(job.state, "taken", JSON.stringify(job));
    }
  });
  after(() => node?.close());

  it("gives the share of conflict, peace and security with method, inputs and exclusions", async () => {
    const { body } = await node.get(`${MONEY}/share`, sectors);
    const { answers, set, names } = body as MoneyShare;
    assert.deepEqual(set.rules, [{ codes: ["152"], words: [] }]);
    assert.equal(answers.length, 1);
    const { value, method, inputs } = answers[0]!.result;
    const of = (year: number, recipient: string): SharePoint =>
      value.find(({ keys }) => keys.year === year && keys.recipient === recipient)!;
    // By hand from the file: packages/analysis/test/money-real.test.ts.
    assert.deepEqual(
      ["KAZ", "KGZ", "TJK", "TKM", "UZB"].map((recipient) => of(2013, recipient).share),
      ["0.007893", "0.05303", "0.016", "0.013935", "0.001767"],
    );
    // 394959256.5659968: a holding keeps six places of each amount.
    assert.deepEqual([of(2013, "KGZ").part, of(2013, "KGZ").whole], ["20944657.3927", "394959256.565997"]);
    assert.deepEqual(
      ["KAZ", "KGZ", "TJK", "TKM", "UZB"].map((recipient) => of(2019, recipient).share),
      ["0.000377", "0.013639", "0.012936", "0.001317", "0.000191"],
    );
    // 2012 has groups by name: nothing can be said of codes.
    assert.deepEqual([of(2012, "KAZ").share, of(2012, "KAZ").between], [undefined, ["0", "1"]]);
    assert.equal(method.id, "money.share");
    assert.match(inputs[0]!.citation!, /D-Portal/);
    assert.ok(inputs[0]!.caveats.length > 0 && inputs[0]!.rows > 0);
    assert.equal(names.recipient!.KGZ, "Kyrgyzstan");
    const russian = await node.get(`${MONEY}/share`, { ...sectors, lang: "ru" });
    assert.match(russian.body.answers[0].result.method.words, /^сумма платежей/);
    assert.match(russian.body.set.name, /^Конфликты/);
    assert.equal(russian.body.names.recipient.KGZ, "Кыргызстан");
  });

  it("keeps data sets apart, and the frozen link asks the same again", async () => {
    const all = await node.get(`${MONEY}/series`, { by: "year", recipient: "TJK" });
    assert.ok(all.body.answers.length >= 2);
    const { body } = await node.get(`${MONEY}/series`, {
      ...sectors,
      by: "year",
      recipient: "TJK",
      from: 2013,
      to: 2013,
    });
    assert.deepEqual(
      body.answers[0].result.value.map(({ sum }: { sum: string }) => sum),
      ["400536987.408606"],
    );
    assert.equal(body.named, false);
    const frozen = await node.get(`${MONEY}/series?${body.frozen}&by=year&recipient=TJK&from=2013&to=2013`);
    assert.equal(frozen.body.named, true);
    assert.deepEqual(frozen.body.answers, body.answers);
    const unknown = await node.get(`${MONEY}/series`, { holdings: "nothing-here" });
    assert.equal(unknown.status, 400);
    assert.equal(unknown.body.errors[0].pointer, "/query/holdings");
    assert.equal((await node.get(`${MONEY}/series`, { by: "colour" })).body.errors[0].pointer, "/query/by");
  });

  it("gives what BOMCA 8 spent by country", async () => {
    const { body } = await node.get(`${MONEY}/series`, {
      dataset: "undp-projects",
      by: "recipient",
      measure: "expenditure",
    });
    const spent = body.answers[0].result.value.map(({ keys, sum }: { keys: { recipient: string }; sum: string }) => [
      body.names.recipient[keys.recipient] ?? keys.recipient,
      sum,
    ]);
    // 503963 + 509334 + 238649; 672478 + 1140462 + 276515: packages/analysis/test/money-real.test.ts.
    const sums = Object.fromEntries(spent);
    assert.equal(sums.Kazakhstan, "1251946");
    assert.equal(sums.Tajikistan, "2089455");
    assert.deepEqual(Object.values(sums).sort(), ["1037017", "1251946", "1442893", "1488679", "2005348", "2089455"]);
  });

  it("says how far money comes from few donors, and how it grew", async () => {
    const asked = { dataset: "dportal-donor-recipient", by: "year", recipient: "KGZ", from: 2013, to: 2014 };
    const { body } = await node.get(`${MONEY}/concentration`, asked);
    const [first] = body.answers[0].result.value;
    const { index, effective, donors } = first;
    const squares = donors.reduce((sum: number, { share }: { share: string }) => sum + Number(share) ** 2, 0);
    assert.ok(Math.abs(squares - Number(index)) < 1e-4 && Math.abs(1 / squares - Number(effective)) < 0.01);
    const grown = await node.get(`${MONEY}/growth`, { ...asked, by: "recipient" });
    const [start, next] = grown.body.answers[0].result.value;
    assert.equal(start.why, "first year");
    assert.ok(Math.abs(Number(next.sum) / Number(start.sum) - 1 - Number(next.change)) < 1e-5);
  });

  it("leads from a figure to its rows, and gives them away with what must be known of them", async () => {
    const query = { ...sectors, recipient: "TKM", from: 2019, to: 2019, purpose: "152" };
    const { body } = await node.get(`${MONEY}/rows`, query);
    assert.equal(body.of, 1);
    assert.equal(body.rows[0].row.amount, "214760");
    assert.ok(body.rows[0].row.row > 0 && body.rows[0].file.startsWith("dportal_crs"));
    const address = new URLSearchParams({ ...query, from: "2019", to: "2019", what: "rows" });
    const csv = await raw(node, `${MONEY}/files/flows.csv?${address}`);
    assert.equal(csv.statusCode, 200, csv.body);
    const [row] = parse(csv.body, { columns: true, bom: true }) as Record<string, string>[];
    assert.deepEqual([row!.amount, row!.holding], ["214760", body.rows[0].holding]);
    assert.ok(row!.licence && row!.citation && row!.vintage && row!.caveats);
    const parquet = await raw(node, `${MONEY}/files/flows.parquet?${address}`);
    assert.equal(parquet.rawPayload.subarray(0, 4).toString("latin1"), "PAR1");
    for (const what of ["rows", "sums"]) {
      address.set("what", what);
      const xlsx = await raw(node, `${MONEY}/files/flows.xlsx?${address}`);
      assert.equal(xlsx.statusCode, 200, xlsx.body.slice(0, 300));
      const text = Object.values(unzipSync(new Uint8Array(xlsx.rawPayload)))
        .map((part) => new TextDecoder().decode(part))
        .join("");
      assert.match(text, /D-Portal/);
      assert.match(text, /214760/);
      assert.doesNotMatch(text, /<f>/);
    }
    const several = await raw(node, `${MONEY}/files/flows.csv?by=year`);
    assert.equal(several.statusCode, 400);
  });

  it("says what can be asked", async () => {
    const { body } = await node.get(`${MONEY}/choices`, sectors);
    const [choice] = body.choices;
    assert.deepEqual(
      choice.bases.map(({ measure, currency }: Record<string, string>) => `${measure} ${currency}`),
      ["disbursement USD"],
    );
    assert.ok(choice.years.includes(2013) && choice.recipients.includes("KAZ"));
    assert.deepEqual(choice.keys, ["year", "recipient", "purpose"]);
    assert.deepEqual(choice.donors, []);
  });
});

describe("money without published files", () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({
      regions: ["central-asia"],
      us: ["KAZ"],
      now: () => Date.parse("2026-11-22T06:00:00Z"),
    });
  });
  after(() => node?.close());

  it("answers nothing where nothing was taken in", async () => {
    for (const what of ["series", "share", "concentration", "growth"]) {
      const { status, body } = await node.get(`${MONEY}/${what}`);
      assert.deepEqual([status, body.answers, body.holdings], [200, [], []], what);
    }
    assert.equal((await node.get(`${MONEY}/rows`)).body.of, 0);
  });

  it("reads the region's own programmes: chains, ends, totals", async () => {
    const { status, text, body } = await node.get(`${MONEY}/programmes`);
    assert.equal(status, 200, text);
    const ids = new Set(body.programmes.map(({ id }: { id: string }) => id));
    const bomca = body.chains.value.find(({ family }: { family: string }) => family === "BOMCA");
    assert.ok(bomca.phases.length > 2);
    for (const { programmes } of bomca.phases) for (const id of programmes) assert.ok(ids.has(id));
    assert.ok(body.ends.value.endings.every(({ end }: { end: string }) => end >= "2026"));
    for (const { least, greatest } of body.totals.value) assert.ok(Number(least) <= Number(greatest));
    assert.ok(body.ends.exclusions.some(({ reason }: { reason: string }) => reason === "no end known"));
    const [input] = body.totals.inputs;
    assert.equal(input.vintage, "2025-11");
    assert.ok(input.caveats.some((text: string) => text.includes("partial")));
    const narrow = await node.get(`${MONEY}/programmes`, { recipient: "TJK", lang: "ru" });
    assert.ok(narrow.body.programmes.length < body.programmes.length);
    assert.match(narrow.body.chains.method.words, /^программы/);
    assert.equal((await node.get(`${MONEY}/programmes`, { by: "2026-02-31" })).body.errors[0].pointer, "/query/by");
  });

  it("shows two vintages beside each other, and which years moved", async () => {
    const header = "year,recipient,sector_or_purpose_code,usd_million";
    const names = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `${2010 + (at % 10)},${names[at % 5]},${15_000 + (at % 900)},${at % 1000}.125`,
    );
    const name = "dportal_crs_recipient_sector.csv";
    const earlier = await take(node, name, `${header}\n${rows.join("\n")}\n`, { vintage: "2020" });
    const later = await take(node, name, `${header}\n${rows.filter((_, at) => at > 0 && at % 10 === 0).join("\n")}\n`, {
      vintage: "2025",
    });
    assert.deepEqual([earlier.state, later.rows?.made], ["taken", 199], JSON.stringify([earlier, later]));
    const { body } = await node.get(`${MONEY}/vintages`, { earlier: earlier.holding, later: later.holding, to: 2010 });
    const moved = body.result.value.pairs.filter(({ state }: { state: string }) => state === "moved");
    // The row that is missing: 2010, Kazakhstan, 0.125 million.
    assert.deepEqual(
      moved.map(({ keys, difference }: { keys: Record<string, unknown>; difference: string }) => [
        keys.year,
        keys.recipient,
        difference,
      ]),
      [[2010, "KAZ", "-125000"]],
    );
    assert.deepEqual(body.result.value.movedYears, [2010]);
    const passed = await node.get(`${MONEY}/series`);
    assert.ok(
      passed.body.passedOver.every(
        ({ id, for: other }: Record<string, string>) => id === earlier.holding && other === later.holding,
      ),
    );
  });
});

describe("words of figures", () => {
  const ids: readonly MethodId[] = [
    "money.series",
    "money.share",
    "money.concentration",
    "money.growth",
    "programmes.chains",
    "programmes.ends",
    "programmes.totals",
    "vintages.compare",
  ];

  it("are there in Russian for each method that is asked here", () => {
    for (const id of ids) {
      assert.match(methodWords("ru", { id, formula: METHODS[id] }), /^[А-ЯЁа-яё(]/, id);
      assert.match(methodWords("en", { id, formula: METHODS[id] }), /^[A-Za-z(]/, id);
    }
    assert.equal(exclusionWords("ru", "no donor given"), "донор не указан");
    assert.equal(exclusionWords("ru", "a reason nobody knows"), "a reason nobody knows");
  });
});
