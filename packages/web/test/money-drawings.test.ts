import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bandsOf, REST } from "../src/state/money/bands.ts";
import { placeLabels } from "../src/state/money/labels.ts";
import { frameOf, heldBy, middleOf, noStates, outline, radiusOf } from "../src/state/money/map.ts";
import { networkOf } from "../src/state/money/network.ts";
import { pairScale, pairYears } from "../src/state/money/pair-years.ts";
import { yearOf, yearsBetween } from "../src/state/money/years.ts";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

describe("bands", () => {
  const links = [
    { from: "DEU", to: "TJK", sum: "60" },
    { from: "DEU", to: "KGZ", sum: "20" },
    { from: "JPN", to: "TJK", sum: "20" },
    { from: "USA", to: "TJK" },
    { from: "USA", to: "KGZ", sum: "-5" },
  ];

  it("are as high as their sums, on one scale in all columns, the greatest first", () => {
    const { columns, stages, unknown, negative } = bandsOf([links], 5, 206);
    assert.deepEqual(
      columns.map((nodes) => nodes.map(({ key, value }) => [key, value])),
      [
        [
          ["DEU", 80],
          ["JPN", 20],
        ],
        [
          ["TJK", 80],
          ["KGZ", 20],
        ],
      ],
    );
    // 200 pixels are left for 100 beside one gap of 6.
    near(columns[0]![0]!.height, 160);
    near(columns[0]![1]!.top, 166);
    assert.deepEqual([unknown, negative], [1, 1]);
    const all = stages[0]!.reduce((sum, { height }) => sum + height, 0);
    near(all, 200);
    // Bands of one node stand one below the other.
    const [first, second] = stages[0]!.filter(({ from }) => from === "DEU");
    near(second!.left, first!.left + first!.height);
  });

  it("join what is beyond the greatest, and go on to a third column", () => {
    const onward = [
      { from: "TJK", to: "152", sum: "50" },
      { from: "TJK", to: "120", sum: "30" },
      { from: "KGZ", to: "152", sum: "15" },
    ];
    const many = ["a", "b", "c", "d"].map((from, at) => ({ from, to: "TJK", sum: `${20 - at}` }));
    const joined = bandsOf([many], 2, 100).columns[0]!;
    assert.deepEqual(
      joined.map(({ key, value }) => [key, value]),
      [
        ["a", 20],
        ["b", 19],
        [REST, 35],
      ],
    );
    const three = bandsOf([links, onward], 5, 100);
    assert.equal(three.columns.length, 3);
    // A node is as high as the greater side: 80 come in, 80 go out; of the other 20 come in and 15 go out.
    assert.deepEqual(
      three.columns[1]!.map(({ key, value }) => [key, value]),
      [
        ["TJK", 80],
        ["KGZ", 20],
      ],
    );
    assert.deepEqual(bandsOf([[]], 5, 100).columns, [[], []]);
  });
});

describe("a network of money", () => {
  const pairs = [
    { row: "DEU", column: "TJK", sum: "10" },
    { row: "JPN", column: "TJK", sum: "30" },
    { row: "CHE", column: "TJK", sum: "1" },
    { row: "DEU", column: "KGZ" },
  ];

  it("keeps everybody in place whatever the year holds, and draws the greatest last", () => {
    const one = networkOf(pairs, ["DEU", "JPN"], ["TJK", "KGZ"], 10);
    const other = networkOf([], ["DEU", "JPN"], ["TJK", "KGZ"], 10);
    assert.deepEqual(one.nodes, other.nodes);
    assert.deepEqual(
      one.edges.map(({ row }) => row),
      ["DEU", "JPN"],
    );
    assert.deepEqual([one.greatest, one.left, one.unknown], [30, 1, 1]);
    for (const { x, y } of one.nodes) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
  });
});

describe("a map of money", () => {
  it("tells an amount from rows without one, and those from no row", () => {
    const held = heldBy([{ key: "KAZ", sum: "-5" }, { key: "KGZ" }], ["KAZ", "KGZ", "TJK"]);
    assert.deepEqual([...held.values()], [{ kind: "amount", value: -5 }, { kind: "unknown" }, { kind: "none" }]);
  });

  it("leaves what is given to no single state beside the map", () => {
    assert.deepEqual(noStates(["KAZ", "Central Asia, regional", "CRS:998"]), ["Central Asia, regional", "CRS:998"]);
  });

  it("makes the area of a circle the amount", () => {
    near(radiusOf(100, 100, 40), 40);
    near(radiusOf(25, 100, 40), 20);
    near(radiusOf(-25, 100, 40), 20);
    assert.equal(radiusOf(1, 0, 40), 0);
  });

  it("puts a box of the world into a width", () => {
    const frame = frameOf([50, 40, 60, 45], 300, 1000);
    assert.deepEqual([frame.place([50, 45])[0], frame.place([60, 45])[0]], [0, 300]);
    assert.equal(frame.place([50, 45])[1], 0);
    assert.ok(Math.abs(frame.place([50, 40])[1] - frame.height) <= 0.5);
    assert.match(
      outline(
        [
          [
            [50, 45],
            [60, 45],
            [60, 40],
          ],
        ],
        frame,
      ),
      /^M0 0L300 0L300 \d+(\.\d)?Z$/,
    );
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ];
    assert.deepEqual(
      middleOf([
        [
          [
            [9, 9],
            [9.1, 9.1],
          ],
        ],
        [square],
      ]),
      [1, 1],
    );
    assert.equal(middleOf([]), undefined);
  });
});

describe("words beside circles", () => {
  it("hide neither circles nor other words; what has no room is left to the lines below", () => {
    const label = (key: string, x: number, y: number, radius: number) => ({ key, x, y, radius, wide: 60, high: 30 });
    const placed = placeLabels([label("a", 100, 60, 20), label("b", 100, 110, 10)], 200, 200);
    // Below the greater one stands the other circle: its words go above.
    assert.ok(placed.get("a")!.bottom <= 40);
    assert.ok(placed.get("b")!.top >= 120);
    const tight = placeLabels([label("a", 30, 30, 10), label("b", 32, 32, 8)], 64, 64);
    assert.equal(tight.size, 0);
  });
});

describe("two sums of one year", () => {
  it("stand beside each other; years between have neither, an absent one stays absent", () => {
    const pairs = pairYears([
      { year: 2019, first: "20", second: "12.1" },
      { year: 2021, second: "-3" },
    ]);
    assert.deepEqual(pairs, [{ year: 2019, first: 20, second: 12.1 }, { year: 2020 }, { year: 2021, second: -3 }]);
    assert.deepEqual(pairScale(pairs), [-3, 20]);
    assert.deepEqual([pairYears([]), pairScale([])], [[], [0, 0]]);
  });
});

describe("the year of a drawing", () => {
  it("is that of the address, else the last; all of them where it says so", () => {
    const years = yearsBetween([2021, 2019, 2020], "2019", "2020");
    assert.deepEqual(years, [2019, 2020]);
    assert.deepEqual([yearOf(years, "2019"), yearOf(years, "1900"), yearOf(years, "all")], [2019, 2020, undefined]);
    assert.equal(yearOf([], undefined), undefined);
  });
});
