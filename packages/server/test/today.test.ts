import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Explanation, Line, Today } from "@kelisim/api";
import { lineKey, readLineKey } from "../src/desk/line-name.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
let now = Date.parse("2026-11-21T09:00:00Z");
before(async () => {
  node = await startTestNode({ regions: ["central-asia", "four-rivers"], now: () => now });
});
after(() => node?.close());

const today = async (query: Record<string, string>, region = "central-asia"): Promise<Today> =>
  (await node.get(`/regions/${region}/today`, query)).body;

describe("today", () => {
  it("says what Kazakhstan owes on 21 November 2026, by day", async () => {
    const { owes, standpoint } = await today({ as: "KAZ" });
    const ahead = owes.filter((line) => line.state === "upcoming").map((line) => [line.day, line.clause]);
    assert.deepEqual(ahead, [
      ["2026-12-15", "VD2011-01"],
      ["2026-12-15", "VD2011-03"],
      ["2027-01-31", "DRUG-01"],
    ]);
    assert.equal(standpoint.today, "2026-11-21");
    assert.ok(
      owes.every((line) => line.state !== "overdue"),
      "the table accuses nobody",
    );
  });

  it("words the same lines in Russian, with the same ids", async () => {
    const [en, ru] = await Promise.all([today({ as: "KAZ" }), today({ as: "KAZ", lang: "ru" })]);
    assert.deepEqual(
      en.owes.map((line) => line.key),
      ru.owes.map((line) => line.key),
    );
    for (const line of ru.owes) assert.match(line.act, /[а-яё]{3}/i, line.clause);
    assert.equal(ru.standpoint.partyName, "Казахстан");
  });

  it("answers from any day, and from what was known on another", async () => {
    const then = await today({ as: "AVE", on: "2026-11-13", known: "2026-11-13" }, "four-rivers");
    const later = await today({ as: "AVE", on: "2026-11-21", known: "2026-11-21" }, "four-rivers");
    assert.notDeepEqual(
      then.owes.map((line) => [line.key, line.state]),
      later.owes.map((line) => [line.key, line.state]),
    );
    assert.ok(
      later.owes.some((line) => line.state === "overdue"),
      "the course's own party, whose records are complete",
    );
    assert.ok(later.cameIn.some((record) => record.kind === "ClarificationRequest"));
  });

  it("says what is wrong with a question, and where", async () => {
    for (const [query, pointer] of [
      [{ as: "XXX" }, "/query/as"],
      [{ on: "yesterday" }, "/query/on"],
      [{ known: "2027-05-01" }, "/query/known"],
    ] as const) {
      const { status, body, headers } = await node.get("/regions/central-asia/today", query);
      assert.equal(status, 400);
      assert.match(String(headers["content-type"]), /application\/problem\+json/);
      assert.equal(body.errors[0].pointer, pointer);
    }
    assert.equal((await node.get("/regions/nowhere/today")).status, 404);
    assert.equal((await node.get("/regions/central-asia/today", { days: -1 })).status, 400);
  });

  it("tells what changed since the person last looked: dates that passed too", async () => {
    assert.deepEqual((await today({ as: "KAZ" })).changed, []);
    assert.equal((await node.post("/regions/central-asia/today/seen")).status, 204);
    now = Date.parse("2026-12-16T09:00:00Z");
    const { changed, lastLooked } = await today({ as: "KAZ" });
    assert.match(lastLooked ?? "", /^2026-11-21/);
    const passed = changed.filter((change) => change.kind === "line" && change.before === "upcoming");
    assert.deepEqual(passed.map((change) => change.kind === "line" && [change.line.clause, change.line.state]).sort(), [
      ["VD2011-01", "date passed, nothing recorded here"],
      ["VD2011-03", "date passed, nothing recorded here"],
    ]);
    now = Date.parse("2026-11-21T09:00:00Z");
  });
});

describe("an explanation", () => {
  it("is found by the line's name, and rests on numbered facts", async () => {
    const { owes } = await today({ as: "UZB" });
    const line = owes.find((each: Line) => each.clause === "DRUG-01" && each.period === "2026-Q4")!;
    const { body } = await node.get("/regions/central-asia/explanation", { as: "UZB", line: line.key });
    const explanation: Explanation = body;
    assert.equal(explanation.line.key, line.key);
    assert.ok(explanation.facts.some((fact) => fact.topic === "status" && fact.sources.length > 0));
    const numbers = explanation.sentences.flat().flatMap((part) => part.facts);
    assert.ok(numbers.length > 0 && numbers.every((number) => number >= 1 && number <= explanation.facts.length));
    assert.ok(explanation.steps.some((step) => step.kind === "result" && step.day === "2027-01-31"));
  });

  it("of every line of a board can be opened", async () => {
    const board = await today({ as: "AVE" }, "four-rivers");
    for (const line of [...board.owes, ...board.owed, ...board.rights, ...board.limits, ...board.standing]) {
      const { status, text } = await node.get("/regions/four-rivers/explanation", { as: "AVE", line: line.key });
      assert.equal(status, 200, `${line.key}: ${text}`);
    }
  });

  it("says what would change it: a record, the status, what is not verified, a declaration of complete records", async () => {
    const { owes } = await today({ as: "KAZ" });
    const passed = owes.find((each: Line) => each.state === "date passed, nothing recorded here")!;
    const query = { as: "KAZ", line: passed.key };
    const { body } = await node.get("/regions/central-asia/explanation", query);
    const { change }: Explanation = body;
    for (const words of [
      /^A record of it: .*, from Kazakhstan\.$/,
      /withdrawal of Kazakhstan under/,
      /silence would then/,
    ])
      assert.ok(
        change.some((each) => words.test(each)),
        `${words} is not in ${change.join(" | ")}`,
      );
    const russian: Explanation = (await node.get("/regions/central-asia/explanation", { ...query, lang: "ru" })).body;
    assert.equal(russian.change.length, change.length);
    assert.match(russian.change[0]!, /^Запись об этом: .*Казахстан\.$/);
  });

  it("never says that a number which nobody verified is exceeded, nor that its binding is not verified", async () => {
    const { limits } = await today({ as: "KAZ" });
    const unsure = limits.filter((each: Line) => each.amountUnverified === true);
    assert.ok(unsure.length > 0, "the region has limits on numbers that are not verified");
    for (const line of unsure) assert.notEqual(line.state, "exceeded");
  });

  it("of a line that is not there is not found, and of a text that names none is refused", async () => {
    const path = "/regions/central-asia/explanation";
    assert.equal((await node.get(path, { line: "DRUG-01~UZB~INCB~~1900-Q1~" })).status, 404);
    assert.equal((await node.get(path, { line: "NOPE~A~B~~~" })).status, 404);
    assert.equal((await node.get(path, { line: "%" })).status, 400);
  });
});

describe("the name of a line", () => {
  it("can be read back whatever the ids hold", () => {
    const line = { clause: "A~1", subject: "x/y%", period: "2026-Q4", group: "a, b" };
    const name = readLineKey(lineKey(line, "SH1996:Joint", "KAZ+KGZ"));
    assert.deepEqual(name, { ...line, debtor: "SH1996:Joint", creditor: "KAZ+KGZ" });
  });
});

describe("find", () => {
  it("finds agreements, clauses and parties by their names, in the language asked", async () => {
    const { body } = await node.get("/regions/central-asia/find", { q: "vienna" });
    assert.equal(body.results[0].id, "VD2011");
    const { body: russian } = await node.get("/regions/central-asia/find", { q: "кыргыз", lang: "ru" });
    assert.ok(russian.results.some((each: { kind: string; id: string }) => each.kind === "party" && each.id === "KGZ"));
    assert.deepEqual((await node.get("/regions/central-asia/find", { q: "zzzzqq" })).body.results, []);
  });
});
