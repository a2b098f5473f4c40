import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { articlesOf } from "../src/desk/agreements/official-articles.ts";

describe("articles of an official text", () => {
  for (const [marker, number] of [
    ["Article 5", "5"],
    ["ARTICLE IX.", "9"],
    ["Статья 12.", "12"],
    ["5-бап.", "5"],
    ["5-берене", "5"],
    ["5-modda.", "5"],
    ["Моддаи 5", "5"],
    ["5-nji madda", "5"],
    ["6-njy madda.", "6"],
    ["第十五条", "15"],
    ["第一百零二条", "102"],
    ["§ 5", "5"],
  ] as const)
    it(`begin at "${marker}"`, () => {
      const found = articlesOf(`Preamble\n${marker}\nThe Parties agree.`);
      assert.deepEqual(
        found.map(({ article, heading }) => [article, heading]),
        [
          [undefined, ""],
          [number, marker],
        ],
      );
    });

  it("lose no word, and take no marker within a line for a beginning", () => {
    const text = "Article 1\nAs said in Article 2.\nThe articles of 5 states.\nArticle 2\nEnd.";
    const found = articlesOf(text);
    assert.deepEqual(
      found.map(({ article }) => article),
      ["1", "2"],
    );
    assert.equal(found.map((each) => each.text).join("\n"), text);
  });
});
