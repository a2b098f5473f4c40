import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Language, textsOf } from "../src/texts/index.ts";

type Node = unknown;

/** A point within a key, which is no step of a path. */
const POINT = "\u00b7";

/** Paths of all texts: "compare.range.from". */
function pathsOf(node: Node, path: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [path];
  return Object.keys(node).flatMap((key) => {
    const step = key.replaceAll(".", POINT);
    return pathsOf((node as Record<string, Node>)[key], path === "" ? step : `${path}.${step}`);
  });
}

function at(language: Language, path: string): Node {
  let node: Node = textsOf(language);
  for (const step of path.split(".")) node = (node as Record<string, Node>)[step.replaceAll(POINT, ".")];
  return node;
}

/** Dictionaries for names of data: a language fills in what it needs. */
const OPEN = /^(quantities|attributes|bases|termBases|memberships)\./;

const names = {
  attribute: () => "признак",
  kind: () => "запись",
  party: () => "сторона",
  organisation: () => "орган",
  channel: () => "канал",
};

/** Arguments that a text can be asked for, where not every text or number will do. */
const SPECIAL: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  many: (["treaty", "politically binding", "voluntary"] as const).flatMap((kind) =>
    [1, 2, 5].map((count) => [count, kind]),
  ),
  compared: [">=", ">", "<", "<=", "=", "!="].flatMap((op) => [true, false].map((unsure) => [op, "9", "люди", unsure])),
  equals: [">=", ">", "<", "<=", "=", "!="].flatMap((op) => [true, false].map((unsure) => [op, "дата", "9", unsure])),
  unit: ["minute", "hour", "day", "working day", "week", "month", "year"].flatMap((unit) =>
    [1, 3, 5].map((n) => [unit, n]),
  ),
  engine: [["e.personnel is not given", names]],
  statusFact: [
    ["signature", "", ""],
    ["ratification", "9", ""],
    ["withdrawal", "9", "9"],
  ],
  byDateOf: [-3, -2, -1, 0, 1, 2, 3].map((years) => ["9", years, "события", true]),
  arithmeticZone: [["9", "9", "clip"]],
  partOfYear: [
    ["Q3", "2026"],
    ["H1", "2026"],
  ],
  "triggerWords.calendar": ["month", "quarter", "half-year", "year"].flatMap((unit) => [1, 2].map((n) => [n, unit])),
  "compare.every": ["month", "quarter", "half-year", "year"].flatMap((unit) => [1, 2].map((n) => [n, unit])),
  "compare.doubt": [
    [{ kind: "zones", zones: ["1", "2"] }],
    [{ kind: "window" }],
    [{ kind: "own threshold", name: "9" }],
    [{ kind: "order" }],
    [{ kind: "membership", organisation: "9" }],
    [{ kind: "search" }],
    [{ kind: "planned" }],
  ],
  "compare.group": [undefined, "treaty", "politically binding", "voluntary"].flatMap((form) =>
    ["binds", "may bind", "suspended", "would bind", "no longer"].map((group) => [form, group, 2]),
  ),
  "compare.idle": ["no date", "no reading", "silence", "nobody sends", "idle cause"].map((kind) => [
    { kind, of: "9", term: "9", means: "9", record: "9" },
  ]),
};

const VALUES = ["проба", 5, ["проба", "проба"], true] as const;

/** Every choice of arguments of so many places. */
function* tuples(count: number): Generator<readonly unknown[]> {
  if (count === 0) yield [];
  else for (const rest of tuples(count - 1)) for (const value of VALUES) yield [value, ...rest];
}

function said(text: Node, given: readonly unknown[]): string | undefined {
  try {
    const words: unknown = (text as (...given: readonly unknown[]) => unknown)(...given);
    const isSound = typeof words === "string" && words.trim() !== "" && !/undefined|NaN|\[object|true/.test(words);
    return isSound ? words : undefined;
  } catch {
    return undefined;
  }
}

describe("texts of a language", () => {
  const paths = pathsOf(textsOf("en"), "").filter((path) => !OPEN.test(path));

  it("has the same keys in every language", () => {
    assert.ok(paths.length > 250, String(paths.length));
    const russian = pathsOf(textsOf("ru"), "").filter((path) => !OPEN.test(path) && !path.startsWith("memberships"));
    assert.deepEqual(
      [...russian].sort(),
      [...paths].filter((path) => path !== "memberships" && path !== "termBases").sort(),
    );
  });

  for (const path of paths) {
    const english = at("en", path);
    if (typeof english === "object") continue;
    it(`says ${path}`, () => {
      const russian = at("ru", path);
      assert.equal(typeof russian, typeof english);
      if (typeof english !== "function") {
        assert.notEqual(String(english), "");
        assert.notEqual(String(russian), "");
        if (path !== "locale") assert.doesNotMatch(String(russian), /[A-Za-z]/);
        return;
      }
      const choices =
        SPECIAL[path] ?? [...tuples(english.length)].filter((given) => said(english, given) !== undefined);
      const pairs = choices.map((given) => [said(english, given), said(russian, given), given] as const);
      const special = SPECIAL[path] !== undefined;
      for (const [first, second, given] of pairs) {
        if (special) assert.ok(first !== undefined && second !== undefined, JSON.stringify(given));
        if (second !== undefined) assert.doesNotMatch(second, /[A-Za-z]/, JSON.stringify(given));
      }
      assert.ok(
        pairs.some(([first, second]) => first !== undefined && second !== undefined),
        "no arguments will do",
      );
    });
  }

  it("counts in Russian by the last digits of a number", () => {
    const say = textsOf("ru");
    const shown = (text: string) => text.replaceAll("\u00a0", " ");
    assert.deepEqual(
      [1, 2, 5, 11, 21, 24, 112].map((count) => shown(say.distance(count + (count === 1 ? 100 : 0)))),
      [
        "через 101 день",
        "через 2 дня",
        "через 5 дней",
        "через 11 дней",
        "через 21 день",
        "через 24 дня",
        "через 112 дней",
      ],
    );
    assert.equal(shown(say.many(56, "politically binding")), "56 участников");
    assert.equal(shown(say.many(1, "treaty")), "1 сторона");
    assert.equal(shown(say.after(`1 ${say.unit("week", 1)}`, say.bases.received!)), "через 1 неделю после получения");
  });
});
