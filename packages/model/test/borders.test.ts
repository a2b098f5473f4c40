import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRefusal, parseLineText, readRegion } from "../src/index.ts";

const HEAD = "id,between,status,from,to,events,view,line,accuracy_km,source,confidence";

const regionWith = (row: string) =>
  readRegion(
    new Map([
      [
        "region.yaml",
        "id: test\nname: Test\ntables:\n  sources: {coverage: complete}\n  parties: {coverage: complete}\n  borders: {coverage: partial}\n",
      ],
      ["sources.csv", "id,title,kind\nS1,Atlas,map\n"],
      ["parties.csv", "id,name,kind,source,confidence\nAVE,Avelin,state,S1,high\nSEL,Selmark,state,S1,high\n"],
      ["borders.csv", `${HEAD}\n${row}\n`],
    ]),
  );

describe("the table of borders", () => {
  it("reads a section, its status and its line", () => {
    const { region, problems } = regionWith('b1,AVE;SEL,disputed,2020,,,AVE,"LINESTRING (1 2, 3 4)",2,S1,high');
    assert.deepEqual(
      problems.filter(({ file }) => file === "borders.csv"),
      [],
    );
    const [section] = region.borders;
    assert.deepEqual(section?.between, ["AVE", "SEL"]);
    assert.deepEqual(section?.line, [
      [1, 2],
      [3, 4],
    ]);
    assert.equal(section?.accuracyKm, 2);
  });

  for (const [what, row, said] of [
    ["one side only", "b1,AVE,agreed,,,,,,,S1,high", /between: must name the two sides/],
    ["an unknown party", "b1,AVE;XXX,agreed,,,,,,,S1,high", /there is no party "XXX"/],
    ["another status", "b1,AVE;SEL,friendly,,,,,,,S1,high", /status: "friendly" is not one of/],
    [
      "a view of an agreed line",
      'b1,AVE;SEL,agreed,,,,AVE,"LINESTRING (1 2, 3 4)",2,S1,high',
      /view: stands only where/,
    ],
    ["a view without its line", "b1,AVE;SEL,disputed,,,,AVE,,,S1,high", /line: is empty/],
    [
      "a line of unknown accuracy",
      'b1,AVE;SEL,disputed,,,,AVE,"LINESTRING (1 2, 3 4)",,S1,high',
      /accuracy_km: is empty/,
    ],
    ["an end before the start", "b1,AVE;SEL,agreed,2021,2020,,,,,S1,high", /to: is earlier than from/],
    ["an unknown event", "b1,AVE;SEL,agreed,,,TL-1,,,,S1,high", /there is no row of the timeline "TL-1"/],
  ] as const) {
    it(`refuses ${what}, and says where`, () => {
      const { region, problems } = regionWith(row);
      assert.equal(region.borders.length, 0);
      const found = problems.find(({ file, message }) => file === "borders.csv" && said.test(message));
      assert.equal(found?.line, 2, JSON.stringify(problems));
    });
  }

  it("reads lines as well-known text and refuses others", () => {
    assert.deepEqual(parseLineText("linestring(70.5 40.1,70.6 40.2)"), [
      [70.5, 40.1],
      [70.6, 40.2],
    ]);
    for (const text of [
      "POINT (1 2)",
      "LINESTRING (1 2)",
      "LINESTRING (1 2, 3)",
      "LINESTRING (200 2, 3 4)",
      "LINESTRING (a b, c d)",
    ])
      assert.ok(isRefusal(parseLineText(text)), text);
  });
});
