import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fits, insertInto, placeOf, type Wanted, written } from "../src/state/brief/insert.ts";
import { lineChanges, pieces } from "../src/state/brief/line-changes.ts";
import { emptyBrief, framed } from "../src/state/brief/printed.ts";

const wanted = (kind: Wanted["kind"], asked: string, now?: string): Wanted => ({
  kind,
  asked,
  title: "Money",
  form: "bar",
  ...(now === undefined ? {} : { now }),
});

describe("what is put into a brief", () => {
  it("is written as the text of a brief has it, with the value of now", () => {
    assert.equal(written(wanted("figure", "indicator id=A", "44 million EUR")), "{{indicator id=A = 44 million EUR}}");
    assert.equal(written(wanted("citation", "S002")), "[@S002]");
    assert.equal(written(wanted("claim", "C035", "supported, 1a")), "```claim\nC035 = supported, 1a\n```");
    assert.equal(
      written(wanted("chart", "money.series by=year", "2013: 1 USD")),
      "```chart\ntitle: Money\nform: bar\nmoney.series by=year = 2013: 1 USD\n```",
    );
    assert.equal(written(wanted("table", "programmes")), "```table\ntitle: Money\nprogrammes\n```");
  });

  it("stands at the caret, a block on lines of its own", () => {
    const figure = insertInto("It was  in all.", 7, wanted("figure", "a"));
    assert.deepEqual(figure, { text: "It was {{a}} in all.", caret: 12 });
    const table = insertInto("One.\nTwo.", 2, wanted("table", "a"));
    assert.equal(table.text, "One.\n\n```table\ntitle: Money\na\n```\n\nTwo.");
    assert.equal(table.text.slice(table.caret), "\nTwo.");
    assert.equal(insertInto("", 0, wanted("table", "a")).text, "```table\ntitle: Money\na\n```\n");
  });

  it("never stands inside the head or another block", () => {
    const text = "---\ntitle: x\n---\n\nText.\n\n```chart\ntitle: y\n```\n";
    assert.ok(insertInto(text, 5, wanted("table", "a")).text.startsWith("---\ntitle: x\n---\n\n```table"));
    const inside = insertInto(text, text.indexOf("title: y"), wanted("table", "a")).text;
    assert.ok(inside.endsWith("```chart\ntitle: y\n```\n\n```table\ntitle: Money\na\n```\n"), inside);
  });

  it("fits only where what the data gave can stand", () => {
    assert.deepEqual(
      [
        fits("figure", { shape: "figure" }),
        fits("chart", { shape: "table" }),
        fits("table", { shape: "series" }),
        fits("claim", {}),
      ],
      [true, false, true, false],
    );
  });
});

describe("two versions", () => {
  it("differ line by line, in the order of reading", () => {
    const told = lineChanges("a\nb\nc\nd", "a\nB\nc\nd\ne").map(({ kind, text, line }) => `${kind} ${line} ${text}`);
    assert.deepEqual(told, ["same 1 a", "gone 2 b", "new 2 B", "same 3 c", "same 4 d", "new 5 e"]);
    assert.ok(lineChanges("a\nb", "a\nb").every(({ kind }) => kind === "same"));
  });

  it("are shown in pieces with what was left out between them", () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const after = before.with(3, "three").with(15, "fifteen");
    const found = pieces(lineChanges(before.join("\n"), after.join("\n")), 1);
    assert.deepEqual(
      found.map(({ left, lines }) => [left, lines.length]),
      [
        [2, 4],
        [9, 4],
      ],
    );
    assert.deepEqual(pieces(lineChanges("a", "a")), []);
  });
});

describe("places and frames", () => {
  it("find a line and column in the text, within its bounds", () => {
    assert.equal("one\ntwo".slice(placeOf("one\ntwo", 2, 2)), "wo");
    assert.equal(placeOf("one\ntwo", 9, 9), 7);
  });

  it("give the style of a printed page the nonce of this one, and nothing else", () => {
    assert.equal(framed("<style>a</style>", "Ab+/9="), '<style nonce="Ab+/9=">a</style>');
    assert.equal(framed("<style>a</style>", '"><script>'), '<style nonce="script">a</style>');
    assert.equal(framed("<style>a</style>", ""), "<style>a</style>");
    assert.match(emptyBrief("x", "ru"), /^---\ntitle: x\nlanguage: ru\n/);
  });
});
