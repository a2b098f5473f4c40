import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type Programme, type Threat } from "@kelisim/model";
import { Big } from "big.js";
import { type CoverageQuestion, coverageMatrix, dependence, doubleWork, themesByThreats } from "../src/index.ts";
import { centralAsia } from "./real-data.ts";

const DAY = civilDay(2012, 6, 1);
const threat = (id: string, programmes: readonly string[], duties: readonly string[] = []): Threat => ({
  id,
  name: id,
  category: "x",
  instruments: [],
  programmes,
  duties,
  source: "[S1]",
  confidence: "high",
});
const programme = (
  id: string,
  donors: readonly string[],
  countries: readonly string[],
  more: Partial<Programme> = {},
): Programme => ({
  id,
  name: id,
  donors,
  countries,
  start: civilDay(2010, 1, 1),
  end: civilDay(2014, 12, 31),
  backing: {},
  source: "[S1]",
  confidence: "high",
  ...more,
});
const budget = (amount: string) => ({ budget: { amount: new Big(amount), currency: "EUR" } });
const question = (more: Partial<CoverageQuestion> = {}): CoverageQuestion => ({
  day: DAY,
  countries: ["KAZ"],
  binding: [],
  scope: { duties: "partial", programmes: "partial" },
  ...more,
});

describe("coverage", () => {
  const own = programme("OWN", ["EU"], ["KAZ"], budget("1.5"));
  const shared = programme("ALL", ["EU"], ["KAZ", "KGZ"], budget("9"));
  const silent = programme("SILENT", ["USA"], ["KAZ"]);

  it("keeps money for one country apart from money for several, and never repeats it", () => {
    const cells = coverageMatrix(
      [threat("T", ["OWN", "ALL", "SILENT"])],
      [own, shared, silent],
      question({ countries: ["KAZ", "KGZ"] }),
      [],
    ).value;
    assert.deepEqual(
      cells.map(({ money }) => money),
      [
        { state: "some", own: [{ currency: "EUR", sum: "1.5" }], shared: ["ALL"], budgetUnknown: ["SILENT"] },
        { state: "some", own: [], shared: ["ALL"], budgetUnknown: [] },
      ],
    );
  });

  it("tells nothing in our table from nothing at all, and both from not looked", () => {
    const states = (more: Partial<CoverageQuestion>, programmes: readonly Programme[] = []) => {
      const [cell] = coverageMatrix([threat("T", ["OWN"], ["X-01"])], programmes, question(more), []).value;
      return [cell!.duties.state, cell!.programmes.state, cell!.money.state];
    };
    assert.deepEqual(states({}), ["none in our table", "none in our table", "none in our table"]);
    assert.deepEqual(states({ scope: { duties: "complete", programmes: "complete" } }), ["none", "none", "none"]);
    const { binding: _, ...unasked } = question();
    assert.equal(coverageMatrix([threat("T", [])], [], unasked, []).value[0]!.duties.state, "unknown");
    assert.deepEqual(states({ binding: [{ clause: "X-01", parties: ["KAZ"] }] }, [own]), ["some", "some", "some"]);
    assert.equal(states({ binding: [{ clause: "X-01", parties: ["KGZ"] }] })[0], "none in our table");
    // A row that names an article names its parts; what is not verified to bind is no duty, and no absence of one.
    assert.equal(states({ binding: [{ clause: "X-01a", parties: ["KAZ"] }] })[0], "some");
    assert.equal(states({ binding: [{ clause: "X-01", parties: [], perhaps: ["KAZ"] }] })[0], "unknown");
    // Under way, but nobody knows for how much; and no end known: perhaps under way.
    assert.deepEqual(states({}, [{ ...silent, id: "OWN" }]).slice(1), ["some", "unknown"]);
    const { end: __, ...endless } = own;
    assert.deepEqual(states({}, [endless]).slice(1), ["unknown", "unknown"]);
    assert.deepEqual(states({}, [{ ...own, end: civilDay(2011, 1, 1) }]).slice(1), [
      "none in our table",
      "none in our table",
    ]);
  });

  it("counts programmes that no threat names", () => {
    const { exclusions } = coverageMatrix([threat("T", ["OWN"])], [own, shared], question(), []);
    assert.deepEqual(exclusions, [{ reason: "programme that no threat names", rows: 1 }]);
  });

  it("finds different donors on one theme in one country at one time", () => {
    const themesOf = () => ["T"];
    const work = (...programmes: readonly Programme[]) =>
      doubleWork(programmes, themesOf, ["KAZ", "KGZ"], []).value.map((one) => [
        one.country,
        one.donors.join(),
        one.certain,
      ]);
    assert.deepEqual(work(own, silent), [["KAZ", "EU,USA", true]]);
    assert.deepEqual(work(own, shared), []);
    assert.deepEqual(work(own, programme("J", ["EU", "USA"], ["KAZ"])), []);
    assert.deepEqual(work(own, programme("L", ["USA"], ["KAZ"], { start: civilDay(2015, 1, 1) })), []);
    assert.deepEqual(work(shared, programme("U", ["USA"], ["KAZ", "KGZ"])), [
      ["KAZ", "EU,USA", true],
      ["KGZ", "EU,USA", true],
    ]);
  });

  it("finds what rests on one donor or one implementer, with what may show otherwise", () => {
    const rests = (...programmes: readonly Programme[]) =>
      dependence(programmes, () => ["T"], { day: DAY, countries: ["KAZ"] }, []).value.map(({ on, name, unknown }) => [
        on,
        name,
        unknown.join(),
      ]);
    assert.deepEqual(rests(own, shared), [["donor", "EU", ""]]);
    assert.deepEqual(rests(own, silent), []);
    assert.deepEqual(rests({ ...own, implementers: "UNDP" }, { ...silent, implementers: "UNDP" }), [
      ["implementer", "UNDP", ""],
    ]);
    const { end: _, ...endless } = silent;
    assert.deepEqual(rests(own, endless, programme("N", [], ["KAZ"])), [["donor", "EU", "SILENT,N"]]);
  });

  it("of the region: in 2012 the EU and the USA both worked on drug trafficking in Kazakhstan", () => {
    const { threats, programmes } = centralAsia();
    const themesOf = themesByThreats(threats);
    const { value } = doubleWork(programmes, themesOf, ["KAZ"], []);
    const drugs = value.find(({ theme }) => theme === "T05")!;
    // CADAP 5 (2010 to 2013) and Section 1004 (October 2011 to September 2012).
    assert.ok(
      drugs.pairs.some(({ programmes: pair }) => pair.includes("CADAP-5") && pair.includes("US-1004-2012-KAZ")),
    );
    const cells = coverageMatrix(threats, programmes, question({ countries: ["KAZ", "TKM"] }), []).value;
    const of = (id: string, country: string) => cells.find((cell) => cell.threat === id && cell.country === country)!;
    // USD 8.7 million for Kazakhstan alone; of the phases for all five no part is Kazakhstan's.
    assert.deepEqual(of("T05", "KAZ").money.own, [{ currency: "USD", sum: "8700000" }]);
    assert.deepEqual(of("T05", "TKM").money.own, []);
    assert.equal(of("T30", "KAZ").programmes.state, "none in our table");
  });
});
