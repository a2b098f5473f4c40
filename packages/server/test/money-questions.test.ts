import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type {
  MoneyChecks,
  MoneyDelivery,
  MoneyFragmentation,
  MoneyPrices,
  MoneyRows,
  MoneySeries,
  MoneyShare,
} from "@kelisim/api";
import { type CrsRow, crsText, REGION, take } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const MONEY = `${REGION}/money`;
const GERMANY = "5 Germany";
const USA = "302 United States";
const JAPAN = "701 Japan";
const KAZ = "613 Kazakhstan";
const KGZ = "614 Kyrgyzstan";
const TJK = "615 Tajikistan";
const UZB = "617 Uzbekistan";

/** Invented; every figure below is worked out of it by hand. */
const ROWS: readonly CrsRow[] = [
  { year: 2019, donor: GERMANY, recipient: TJK, purpose: "15210", title: "Posts", committed: "10", paid: "4" },
  { year: 2019, donor: USA, recipient: TJK, purpose: "15110", title: "Border training", committed: "6", paid: "6" },
  { year: 2019, donor: USA, recipient: TJK, purpose: "15110", title: "Public finance", committed: "4", paid: "2" },
  { year: 2019, donor: JAPAN, recipient: TJK, purpose: "152", title: "Peace", paid: "0.1", paidConstant: "0.125" },
  { year: 2020, donor: GERMANY, recipient: TJK, purpose: "15210", title: "Posts", paid: "5" },
  { year: 2020, donor: GERMANY, recipient: TJK, title: "Not said", committed: "1", paid: "1" },
  // The same line twice.
  { year: 2019, donor: JAPAN, recipient: KGZ, purpose: "12220", title: "Clinics", paid: "0.5" },
  { year: 2019, donor: JAPAN, recipient: KGZ, purpose: "12220", title: "Clinics", paid: "0.5" },
  // 2017 is a thousand times out of line.
  ...[1, 1.2, 1100, 1.1, 1.3].map((paid, at) => ({
    year: 2015 + at,
    donor: USA,
    recipient: KAZ,
    purpose: "12220",
    title: `Clinics ${at}`,
    paid: `${paid}`,
  })),
  // Japan's is the sum of the two others.
  { year: 2018, donor: GERMANY, recipient: UZB, purpose: "12220", title: "A", paid: "1.25" },
  { year: 2018, donor: USA, recipient: UZB, purpose: "12220", title: "B", paid: "2.5" },
  { year: 2018, donor: JAPAN, recipient: UZB, purpose: "12220", title: "C", paid: "3.75" },
];

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now: () => Date.parse("2026-11-22T06:00:00Z") });
  const job = await take(node, "CRS 2026-05 data.txt", crsText(ROWS));
  assert.equal(job.state, "taken", JSON.stringify(job));
});
after(() => node?.close());

const paid = { measure: "disbursement", currency: "USD", price: "current" };
const rowsOf = async (query: Record<string, unknown>) =>
  (await node.get(`${MONEY}/rows`, { ...paid, ...query })).body as MoneyRows;

describe("commitments against disbursements", () => {
  it("are set beside each other whatever measure is named, with what is unknown left unknown", async () => {
    const { status, text, body } = await node.get(`${MONEY}/delivery`, { ...paid, recipient: "TJK", by: "year" });
    assert.equal(status, 200, text);
    const [first, next] = (body as MoneyDelivery).answers[0]!.result.value;
    // 10 + 6 + 4 committed, 4 + 6 + 2 + 0.1 paid.
    assert.deepEqual(
      [first!.keys.year, first!.commitment, first!.disbursement, first!.ratio],
      [2019, "20000000", "12100000", "0.605"],
    );
    assert.deepEqual(
      [next!.commitment, next!.disbursement, next!.cumulative?.ratio],
      ["1000000", "6000000", "0.861905"],
    );
    const kaz = (await node.get(`${MONEY}/delivery`, { recipient: "KAZ", by: "year" })).body as MoneyDelivery;
    assert.ok(
      kaz.answers[0]!.result.value.every(({ commitment, ratio }) => commitment === undefined && ratio === undefined),
    );
  });
});

describe("prices of the year against constant ones", () => {
  it("give the producer's own deflator, where both are there", async () => {
    const { body } = await node.get(`${MONEY}/prices`, { ...paid, recipient: "TJK", donor: "JPN", by: "year" });
    const [pair] = (body as MoneyPrices).answers[0]!.result.value;
    // 100 x 0.1 / 0.125; the file does not say the year of its prices.
    assert.deepEqual([pair!.current, pair!.constant, pair!.deflator, pair!.priceYear], ["100000", "125000", "80", 0]);
  });
});

describe("fragmentation", () => {
  it("counts donors below the limit that the question names", async () => {
    const asked = async (limit?: string) => {
      const query = { ...paid, recipient: "TJK", by: "recipient", ...(limit === undefined ? {} : { limit }) };
      const { body } = await node.get(`${MONEY}/fragmentation`, query);
      return (body as MoneyFragmentation).answers[0]!.result.value[0]!;
    };
    // Germany 10, United States 8, Japan 0.1 of 18.1.
    const two = await asked();
    assert.deepEqual([two.donors, two.below.map(({ donor }) => donor), two.shareBelow], [3, ["JPN"], "0.005525"]);
    const half = await asked("0.5");
    assert.deepEqual([half.limit, half.below.map(({ donor }) => donor)], ["0.5", ["USA", "JPN"]]);
    assert.equal((await node.get(`${MONEY}/fragmentation`, { limit: "2" })).status, 400);
  });
});

describe("a purpose set of the reader's own", () => {
  const own = { ...paid, set: "own", rules: "15210;15110:border", called: "The border" };

  it("has its name and rules in the address, and tells what it cannot decide", async () => {
    const { status, text, body } = await node.get(`${MONEY}/share`, { ...own, recipient: "TJK", by: "year" });
    assert.equal(status, 200, text);
    const { set, answers } = body as MoneyShare;
    assert.deepEqual(set, {
      id: "own",
      name: "The border",
      rules: [
        { codes: ["15210"], words: [] },
        { codes: ["15110"], words: ["border"] },
      ],
    });
    const [first, next] = answers[0]!.result.value;
    // 4 + 6 of 12.1; 0.1 under the bare sector 152 is undecided.
    assert.deepEqual(
      [first!.part, first!.undecided, first!.share],
      ["10000000", { sum: "100000", rows: 1 }, undefined],
    );
    // 5 of 6; of the row without a purpose nobody can say.
    assert.deepEqual([next!.part, next!.undecided.rows], ["5000000", 1]);
  });

  it("leads to the rows that it takes, and to those of which it cannot be said", async () => {
    const within = await rowsOf({ ...own, part: "in", recipient: "TJK", from: 2019, to: 2019 });
    assert.deepEqual([within.of, within.rows.map(({ row }) => row.title)], [2, ["Posts", "Border training"]]);
    const open = await rowsOf({ ...own, part: "undecided", recipient: "TJK" });
    assert.deepEqual(open.rows.map(({ row }) => row.title).sort(), ["Not said", "Peace"]);
    // A page that begins behind the rows of the first purpose.
    const second = await rowsOf({ ...own, part: "in", recipient: "TJK", start: 1, rows: 1 });
    assert.equal(second.of, 3);
    assert.equal(second.rows.length, 1);
  });

  it("that cannot be read is refused where it stands", async () => {
    for (const rules of ["", "border", ":border", "152100"]) {
      const { status, body } = await node.get(`${MONEY}/share`, { set: "own", rules });
      assert.deepEqual([status, body.errors?.[0]?.pointer], [400, "/query/rules"], rules);
    }
    const russian = await node.get(`${MONEY}/share`, { set: "own", rules: "x", lang: "ru" });
    assert.match(russian.text, /не начало кода цели/);
  });
});

describe("years the wrong way round", () => {
  it("are refused with a mend, and not answered by nothing", async () => {
    const { status, body } = await node.get(`${MONEY}/series`, { ...paid, from: 2020, to: 2019 });
    assert.deepEqual(
      [status, body.errors?.[0]?.pointer, body.errors?.[0]?.mend],
      [400, "/query/from", "turn the two round"],
    );
    const russian = await node.get(`${MONEY}/series`, { ...paid, from: 2020, to: 2019, lang: "ru" });
    assert.match(russian.text, /первый год, 2020, позже последнего, 2019/);
  });
});

describe("rows behind every figure", () => {
  it("are found where the file does not say the key, and under one code alone", async () => {
    const { body } = await node.get(`${MONEY}/series`, { ...paid, recipient: "TJK", by: "purpose" });
    const points = (body as MoneySeries).answers[0]!.result.value;
    for (const { keys, rows } of points) {
      const key = keys.purpose === null ? { absent: "purpose" } : { code: keys.purpose };
      assert.equal((await rowsOf({ recipient: "TJK", ...key })).of, rows, JSON.stringify(keys));
    }
    assert.ok(points.some(({ keys }) => keys.purpose === null));
    // The beginning of a code finds what stands below it, the code itself does not.
    assert.equal((await rowsOf({ recipient: "TJK", purpose: "152" })).of, 3);
    assert.equal((await rowsOf({ recipient: "TJK", code: "152" })).of, 1);
    assert.equal((await node.get(`${MONEY}/rows`, { absent: "colour" })).body.errors[0].pointer, "/query/absent");
  });
});

describe("what looks like a misprint", () => {
  it("is found with its place, and stays a finding", async () => {
    const { status, text, body } = await node.get(`${MONEY}/checks`, paid);
    assert.equal(status, 200, text);
    const { result } = (body as MoneyChecks).answers[0]!;
    assert.equal(result.method.id, "money.check");
    const by = Map.groupBy(result.value, ({ kind }) => kind);
    const [slip] = by.get("out of line")!;
    assert.deepEqual([slip!.keys, slip!.factor, slip!.value], [{ recipient: "KAZ", year: 2017 }, "1000", "1100000000"]);
    const [total] = by.get("total among parts")!;
    assert.deepEqual(total!.keys, { year: 2018, recipient: "UZB", donor: "JPN" });
    const [alike] = by.get("rows alike")!;
    assert.deepEqual([alike!.rows, alike!.value, alike!.file], [[7, 8], "500000", "CRS 2026-05 data.txt"]);
    assert.deepEqual([by.get("out of line")!.length, by.get("total among parts")!.length], [1, 1]);
  });
});
