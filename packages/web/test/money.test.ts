import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fullAmount, percent, sentenceMoney, shortMoney } from "../src/state/money/amounts.ts";
import { axisStops, clipped, keyPlaces, labelEvery, placeOf, textWidth } from "../src/state/money/axis.ts";
import { gridKey, gridOf } from "../src/state/money/grid.ts";
import { pictureOf } from "../src/state/money/picture.ts";
import { isAloneByCode, keyOf, NOT_SAID, ranked, yearSums } from "../src/state/money/points.ts";
import { columnsInUse, comparable } from "../src/state/money/preview.ts";
import { basisKey, basisOf, type DataChoice, dataOf, questionOf, splitOf } from "../src/state/money/question.ts";
import { shareScale, shareYears } from "../src/state/money/shares.ts";
import { OTHERS, stackYears } from "../src/state/money/stack.ts";

const USD = { measure: "disbursement", currency: "USD", priceYear: null, rows: 10 };
const CONSTANT = { measure: "disbursement", currency: "USD", priceYear: 2022, rows: 900 };
const choice = (more: Partial<DataChoice>): DataChoice => ({
  dataset: "one",
  name: "One",
  bases: [CONSTANT, USD],
  years: [2019],
  keys: ["year", "donor", "recipient"],
  recipients: ["KAZ", "TJK", "AFG"],
  donors: [],
  coded: false,
  ...more,
});

describe("bars by year", () => {
  it("stack parts with the greatest below, corrections below zero, and leave unknown years unknown", () => {
    const stacks = stackYears(
      [
        { year: 2019, key: "a", sum: "10" },
        { year: 2019, key: "b", sum: "30" },
        { year: 2019, key: "c", sum: "-5" },
        { year: 2021, key: "a" },
        { year: 2022, key: "a", sum: "0" },
      ],
      5,
    );
    assert.deepEqual(stacks.keys, ["b", "a", "c"]);
    assert.deepEqual(
      stacks.years.map(({ year, missing }) => [year, missing]),
      [
        [2019, false],
        [2020, true],
        [2021, true],
        [2022, false],
      ],
    );
    assert.deepEqual(stacks.years[0]!.parts, [
      { key: "b", value: 30, from: 0, to: 30 },
      { key: "a", value: 10, from: 30, to: 40 },
      { key: "c", value: -5, from: 0, to: -5 },
    ]);
    assert.deepEqual([stacks.low, stacks.high], [-5, 40]);
  });

  it("join what is beyond the greatest, but never one alone", () => {
    const points = ["a", "b", "c", "d"].map((key, at) => ({ year: 2020, key, sum: `${10 - at}` }));
    assert.deepEqual(stackYears(points, 2).keys, ["a", "b", OTHERS]);
    assert.equal(stackYears(points, 2).years[0]!.parts.at(-1)!.value, 15);
    assert.deepEqual(stackYears(points, 3).keys, ["a", "b", "c", "d"]);
    assert.deepEqual(stackYears([], 2), { years: [], keys: [], low: 0, high: 0 });
  });

  it("come from points; what has no year is left to the table, what has no name is called so", () => {
    const basis = { measure: "budget", currency: "EUR", priceYear: null };
    const points = [
      { keys: { year: 2020, donor: null }, basis, sum: "5", rows: 1 },
      { keys: { year: null, donor: "EU" }, basis, sum: "7", rows: 1 },
      { keys: { year: 2020, donor: "JPN" }, basis, rows: 2 },
    ];
    assert.deepEqual(yearSums(points, "donor"), [
      { year: 2020, key: NOT_SAID, sum: "5" },
      { year: 2020, key: "JPN" },
    ]);
    assert.deepEqual(
      ranked(points).map(({ keys }) => keyOf(keys.donor)),
      ["EU", NOT_SAID],
    );
  });
});

describe("a purpose of a brief", () => {
  it("is asked for only where its code finds no others", () => {
    const basis = { measure: "budget", currency: "EUR", priceYear: null };
    const point = (purpose: string | null) => ({ keys: { year: 2020, purpose }, basis, rows: 1 });
    const points = ["152", "15210", null].map(point);
    assert.deepEqual(
      points.map((each) => isAloneByCode(each, points)),
      [false, true, true],
    );
  });
});

describe("an axis", () => {
  it("has round stops about its values, and zero", () => {
    assert.deepEqual(axisStops(0, 97, 4), [0, 25, 50, 75, 100]);
    assert.deepEqual(axisStops(-5, 40, 4), [-20, 0, 20, 40]);
    assert.deepEqual(axisStops(0, 0, 4), [0]);
    assert.equal(placeOf(25, [0, 100], [200, 0]), 150);
    assert.equal(placeOf(0, [0, 0], [200, 0]), 200);
  });

  it("leaves out labels that have no room, and breaks the key into lines", () => {
    assert.equal(labelEvery(10, 40, 400), 1);
    assert.equal(labelEvery(30, 40, 300), 4);
    assert.equal(clipped("Kazakhstan", 400), "Kazakhstan");
    assert.match(clipped("Central Asia, regional", 60), /…$/);
    // Letters are not equally wide: "500M" needs more room than four digits.
    assert.ok(textWidth("500M") > textWidth("5000"));
    assert.ok(textWidth(clipped("Women, Medicine and Mines", 60)) <= 60);
    const { places } = keyPlaces(["Kazakhstan", "Kyrgyzstan", "Tajikistan"], 220);
    assert.deepEqual(
      places.map(({ y }) => y),
      [0, 0, 20],
    );
  });
});

describe("shares by year", () => {
  it("have one end where decided, two where not, none where nothing is known", () => {
    assert.deepEqual(
      shareYears([
        { year: 2013, share: "0.034", between: ["0.034", "0.034"] },
        { year: 2015, between: ["0.1", "0.3"] },
      ]),
      [{ year: 2013, least: 0.034, most: 0.034 }, { year: 2014 }, { year: 2015, least: 0.1, most: 0.3 }],
    );
  });
});

describe("the scale of shares", () => {
  it("is that of what is decided", () => {
    assert.deepEqual(
      shareScale([
        { year: 2012, least: 0, most: 1 },
        { year: 2013, least: 0.014, most: 0.014 },
      ]),
      [0, 0.014],
    );
    assert.deepEqual(shareScale([{ year: 2012, least: 0.2, most: 1 }, { year: 2013 }]), [0, 1]);
  });
});

describe("a matrix", () => {
  it("puts the greatest first and tells an unknown amount from no row", () => {
    const grid = gridOf(
      [
        { row: "JPN", column: "TJK", sum: "5" },
        { row: "EU", column: "TJK", sum: "-50" },
        { row: "EU", column: "KAZ" },
        { row: "DEU", column: "KAZ", sum: "1" },
      ],
      2,
      8,
    );
    assert.deepEqual(
      [grid.rows, grid.columns],
      [
        ["EU", "JPN"],
        ["TJK", "KAZ"],
      ],
    );
    assert.deepEqual(grid.cells.get(gridKey("EU", "KAZ")), {});
    assert.equal(grid.cells.get(gridKey("JPN", "KAZ")), undefined);
    assert.deepEqual([grid.greatest, grid.left], [50, 1]);
  });
});

describe("the question of an address", () => {
  it("chooses the data set with most rows, paid money in prices of the year, the states of the region", () => {
    const small = choice({ dataset: "two", bases: [USD] });
    assert.equal(dataOf([small, choice({})], {})?.dataset, "one");
    assert.equal(dataOf([small, choice({})], { dataset: "two" })?.dataset, "two");
    const purposes = choice({ dataset: "three", keys: ["year", "purpose"], bases: [USD] });
    assert.equal(dataOf([choice({}), purposes], { tab: "share" })?.dataset, "three");
    // Groups by name leave a share open: codes are better, however few rows they have.
    const groups = choice({ dataset: "four", keys: ["purpose"] });
    assert.equal(dataOf([groups, { ...purposes, coded: true }], { tab: "share" })?.dataset, "three");
    assert.equal(basisOf(choice({}), {}), USD);
    assert.equal(basisOf(choice({}), { basis: basisKey(CONSTANT) }), CONSTANT);
    const asked = questionOf(choice({}), USD, { from: "20", to: "2020" }, { focus: ["KAZ", "UZB"], lang: "en" });
    assert.deepEqual([asked.recipient, asked.price, asked.from, asked.to], ["KAZ", "current", undefined, "2020"]);
    const all = questionOf(choice({}), CONSTANT, { recipient: "all" }, { focus: ["KAZ"], lang: "en" });
    assert.deepEqual([all.recipient, all.price], [undefined, "2022"]);
  });

  it("divides by what the data set tells", () => {
    assert.equal(splitOf(choice({}), {}), "recipient");
    assert.equal(splitOf(choice({}), { split: "donor" }), "donor");
    assert.equal(splitOf(choice({ keys: ["year", "donor"] }), { split: "purpose" }), "donor");
    assert.equal(splitOf(choice({ keys: ["year"] }), {}), undefined);
  });
});

describe("amounts", () => {
  it("are short in sentences and whole in tables", () => {
    assert.equal(shortMoney("1240000000", "USD", "en-GB"), "1.24bn\u00A0USD");
    assert.equal(sentenceMoney("1240000000", "USD", "en-GB"), "1.24 billion\u00A0USD");
    assert.equal(fullAmount("12345678901234567890.5", "en-GB"), "12,345,678,901,234,567,890.5");
    assert.deepEqual(
      ["0.5", "0.034", "0.0004", "0"].map((share) => percent(share, "en-GB")),
      ["50%", "3.4%", "0.04%", "0%"],
    );
  });
});

describe("a picture", () => {
  it("carries title, source and licence, and leaves no colour open", () => {
    const { svg, width, height } = pictureOf({
      drawing: '<rect fill="var(--accent)"/>',
      width: 400,
      height: 200,
      title: "Money < by year & state",
      lines: [
        "Source: a producer with a long name that goes on and on and does not fit into one line. Vintage 2025-06.",
      ],
      colours: { accent: "#123456", surface: "#ffffff", ink: "#000000", ink2: "#333333" },
    });
    assert.match(svg, /Money &lt; by year &amp; state/);
    assert.match(svg, /fill="#123456"/);
    assert.doesNotMatch(svg, /var\(/);
    assert.match(svg, /Vintage/);
    assert.ok(width > 400 && height > 200);
  });
});

describe("files", () => {
  it("are set beside each other where a data set has two, the earlier first", () => {
    const held = (id: string, dataset: string, vintage: string, table = "flows") => ({
      id,
      table,
      vintage,
      taken: "2026-01-01T00:00:00Z",
      producer: { dataset },
    });
    const sets = comparable([
      held("b", "x", "2025-06"),
      held("a", "x", "2021"),
      held("c", "y", "2020"),
      held("d", "y", "1", "figures"),
    ]);
    assert.deepEqual(
      sets.map((set) => set.map(({ id }) => id)),
      [["a", "b"]],
    );
    assert.deepEqual(
      columnsInUse([
        { row: 1, year: 2020 },
        { row: 2, title: "x", donor: "" },
      ]),
      ["row", "year", "title"],
    );
  });
});
