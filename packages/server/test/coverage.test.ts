import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Coverage } from "@kelisim/api";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia", "four-rivers"] });
});
after(() => node?.close());

const ask = async (query: Readonly<Record<string, string>>, region = "central-asia") => {
  const { status, body } = await node.get(`/regions/${region}/coverage`, { on: "2023-06-01", ...query });
  assert.equal(status, 200, JSON.stringify(body).slice(0, 400));
  return body as Coverage;
};
const cellOf = ({ cells }: Coverage, threat: string, country: string) =>
  cells.find((cell) => cell.threat === threat && cell.country === country)!;

describe("coverage of a region", () => {
  it("has a cell for each threat and country, and says in each what was found", async () => {
    const data = await ask({});
    assert.equal(data.cells.length, data.threats.length * 5);
    // Law Enforcement in Central Asia: September 2020 to August 2024, EUR 6.5 million for all five.
    const fighters = cellOf(data, "T04", "KAZ");
    assert.deepEqual(fighters.programmes.underWay, ["EU-LEICA"]);
    assert.deepEqual(fighters.money, { state: "some", own: [], shared: ["EU-LEICA"], budgetUnknown: [] });
    assert.equal(fighters.duties.state, "some");
    assert.ok(fighters.duties.clauses.every((id) => data.clauses.some((clause) => clause.id === id)));
    // Turkmenistan is no party to the convention of 2001, and has no row for the treaty of 2022.
    assert.equal(cellOf(data, "T03", "TKM").duties.state, "none in our table");
    assert.equal(cellOf(data, "T30", "UZB").duties.state, "none in our table");
    for (const cell of data.cells)
      for (const id of [...cell.programmes.underWay, ...cell.programmes.perhaps])
        assert.ok(
          data.programmes.some((programme) => programme.id === id),
          id,
        );
  });

  it("gives reasons for gaps, gathered by country", async () => {
    const { gaps } = await ask({ category: "political" });
    assert.deepEqual(
      gaps.filter(({ threat }) => threat === "T30"),
      ["duties", "programmes"].map((aspect) => ({
        threat: "T30",
        aspect,
        countries: ["KAZ", "KGZ", "TJK", "TKM", "UZB"],
        reason: `our table names no ${aspect === "duties" ? "clause" : "programme"} for this threat`,
      })),
    );
  });

  it("counts each budget once, whole, however many countries it is for", async () => {
    const { money, proofs } = await ask({ category: "border" });
    // Of what stands against smuggling only BOMCA 10 is under way for certain: April 2021 to September 2025.
    assert.deepEqual(money, [{ currency: "EUR", least: "21650000", greatest: "21650000", counted: 1 }]);
    for (const { method, inputs } of Object.values(proofs)) {
      assert.ok(method.words.length > 40);
      assert.ok(inputs.every(({ rows, vintage }) => rows > 0 && vintage !== ""));
    }
  });

  it("finds what rests on one donor, and donors side by side on a day", async () => {
    const { dependence } = await ask({});
    const rests = dependence.filter(({ threat, country }) => threat === "T04" && country === "KAZ");
    assert.deepEqual(
      rests.map(({ on, programmes }) => [on, programmes]),
      [
        ["donor", ["EU-LEICA"]],
        ["implementer", ["EU-LEICA"]],
      ],
    );
    // CADAP 5 (2010 to 2013) and Section 1004 (October 2011 to September 2012).
    const { double } = await ask({ on: "2012-06-01", country: "KAZ" });
    const drugs = double.find(({ threat }) => threat === "T05")!;
    assert.equal(drugs.certain, true);
    assert.ok(["CADAP-5", "US-1004-2012-KAZ"].every((id) => drugs.programmes.includes(id)));
    const later = await ask({ country: "KAZ" });
    assert.ok(later.double.every(({ programmes }) => !programmes.includes("US-1004-2012-KAZ")));
  });

  it("narrows by category and country, keeps all choices, and speaks Russian", async () => {
    const data = await ask({ category: "border", country: "KGZ", lang: "ru" });
    assert.deepEqual(
      data.cells.map(({ threat, country }) => [threat, country]),
      [["T09", "KGZ"]],
    );
    assert.equal(data.choices.countries.length, 5);
    assert.ok(data.choices.categories.length > 5);
    assert.match(data.proofs.matrix.method.words, /[а-я]/);
    const { status, body } = await node.get("/regions/central-asia/coverage", { country: "CHN" });
    assert.equal(status, 400);
    assert.equal(body.errors[0].pointer, "/query/country");
  });

  it("of a region without threats is empty, and not an error", async () => {
    const data = await ask({}, "four-rivers");
    assert.deepEqual([data.threats, data.cells, data.gaps, data.choices.categories], [[], [], [], []]);
  });

  it("goes along as files, with the filters of the screen", async () => {
    const rows = async (table: string, query: Readonly<Record<string, string>>) =>
      (await node.get(`/regions/central-asia/tables/${table}.json`, { on: "2023-06-01", ...query })).body
        .rows as Readonly<Record<string, string | null>>[];
    const money = await rows("coverage", { category: "border", country: "KAZ", aspect: "money" });
    assert.deepEqual(
      money.map(({ threat, found, what_found: found_in, amount }) => [threat, found, found_in, amount]),
      [["T09", "some", "BOMCA-10", null]],
    );
    for (const table of ["coverage-gaps", "double-work", "dependence"]) {
      const all = await rows(table, { on: "2012-06-01" });
      assert.ok(all.length > 0 && all.every(({ source }) => source), table);
    }
  });
});
