import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inside } from "./fixture.ts";

const DAY = ["--on", "2026-11-21"];

interface OverlapData {
  clauses: string[];
  debtors: string[];
  creditors: Record<string, string[]>;
  samePair: boolean;
  exact: boolean;
  deadlines: { strictest: { kind: string; clauses?: string[] } }[];
}

async function json(...words: string[]) {
  const { status, out, err } = await inside([...words, ...DAY, "--json"]);
  assert.ok(status === 0 || status === 1, err);
  return JSON.parse(out);
}

const neutral = (text: string) => assert.doesNotMatch(text, /breach|violat|\u2014/i);

describe("agreements of Central Asia side by side", () => {
  it("one notification of an exercise serves Shanghai 1996 and the Vienna Document, which asks first", async () => {
    const data = await json("overlaps");
    const find = (...clauses: string[]) =>
      (data.overlaps as OverlapData[]).find((overlap) => clauses.every((clause) => overlap.clauses.includes(clause)));
    const landing = find("SH1996-04a", "VD2011-14");
    assert.deepEqual(landing?.debtors, ["KAZ", "KGZ", "RUS", "TJK"]);
    assert.equal(landing?.samePair, false);
    assert.deepEqual(landing?.creditors["SH1996-04a"], ["CHN"]);
    assert.ok((landing?.creditors["VD2011-14"]?.length ?? 0) >= 55);
    assert.ok(!landing?.creditors["VD2011-14"]?.includes("CHN"));
    assert.deepEqual(
      landing?.deadlines.map(({ strictest }) => strictest),
      [{ kind: "first", clauses: ["VD2011-14"], undated: [] }],
    );
    // The zone with China lies in part inside the zone of the Vienna Document: the map shows it.
    assert.equal(landing?.exact, true);
    // An exercise is no landing: the two notifications of the Vienna Document never meet.
    assert.equal(find("VD2011-13", "VD2011-14"), undefined);
    // Reservists are not among the activities of the Vienna Document.
    assert.equal(find("SH1996-04c", "VD2011-13"), undefined);
  });

  it("shows for how many people only one of the two asks", async () => {
    const { thresholds } = await json("overlaps");
    const gap = thresholds.find(
      (each: { first: { clauses: string[] }; second: { clauses: string[] } }) =>
        each.first.clauses.includes("SH1996-04a") && each.second.clauses.includes("VD2011-13"),
    );
    assert.equal(gap.attribute, "personnel");
    assert.deepEqual(gap.onlyFirst, []);
    assert.deepEqual(gap.onlySecond, [
      { least: "9000", leastIncluded: true, greatest: "24999", greatestIncluded: true },
    ]);
    assert.equal(gap.exact, false);
  });

  it("one notice of a nuclear accident serves the convention of 1986 and the Russian-Uzbek agreement", async () => {
    const { overlaps } = await json("overlaps", "--between", "RUS", "UZB");
    const found = (overlaps as OverlapData[]).find(
      ({ clauses }) => clauses.includes("ENC-01b") && clauses.includes("NUC-RUSUZB2021-01"),
    );
    assert.ok(found);
    assert.deepEqual(found.debtors, ["RUS", "UZB"]);
    assert.equal(found.samePair, true);
    const elsewhere = await json("overlaps", "--between", "KAZ", "UZB");
    assert.ok(!JSON.stringify(elsewhere.overlaps).includes("NUC-RUSUZB2021-01"));
  });

  it("one warning of a hazard at the Chinese-Kazakh border serves three agreements", async () => {
    const { overlaps } = await json("overlaps", "--between", "CHN", "KAZ");
    const found = (overlaps as OverlapData[]).find(({ clauses }) => clauses.includes("BREG-CHNKAZ-05"));
    assert.ok(found);
    assert.ok(found.clauses.includes("BCOOP-CHNKAZ-03") && found.clauses.includes("SH1996-12"));
    assert.deepEqual(found.debtors, ["CHN", "KAZ"]);
    // Vague words without a reading: nobody can say which asks first.
    assert.equal(found.deadlines[0]?.strictest.kind, "undated");
  });

  it("information on crime is owed to one body and not to be passed on under another agreement", async () => {
    const { forbidden } = await json("clashes");
    const find = (asks: string, forbids: string) =>
      forbidden.find((clash: { asks: string; forbids: string }) => clash.asks === asks && clash.forbids === forbids);
    const drug = find("CARICC-01a", "SCO2001-02b");
    assert.equal(drug.about, "share");
    assert.deepEqual(drug.creditors, ["CARICC"]);
    assert.ok(drug.debtors.includes("KAZ") && !drug.debtors.includes("TKM") && !drug.debtors.includes("CHN"));
    assert.equal(drug.way, "another act");
    assert.equal(find("BREG-CHNKAZ-05", "SH1996-03b"), undefined);
  });

  it("Kazakhstan and Kyrgyzstan stand in one side towards China, and owe each other nothing as that side", async () => {
    const { out, status } = await inside(["between", "KAZ", "KGZ", ...DAY]);
    assert.equal(status, 0);
    assert.match(out, /SH1996[\s\S]{0,300}Both are in the side Joint: as a side they owe each other nothing\./);
    assert.match(out, /Organisations both belong to/);
    neutral(out);
    const { instruments } = await json("between", "KAZ", "CHN");
    const of = (id: string) => instruments.find((each: { instrument: string }) => each.instrument === id);
    assert.deepEqual(of("SH1996").sides, ["Joint", "China"]);
    assert.ok(of("SH1996").owed[0].duties.includes("SH1996-10"));
    assert.equal(of("VD2011"), undefined);
    assert.ok(of("BREG-CHNKAZ"));
  });

  it("shows what no text or table answers, without accusing anybody", async () => {
    for (const command of ["gaps", "clashes", "overlaps"]) {
      const { out, status } = await inside([command, ...DAY, "--why"]);
      assert.equal(status, 0);
      neutral(out);
    }
    const { remedies, members } = await json("gaps");
    assert.ok(
      remedies.idle.some(
        ({ clause, why }: { clause: string; why: { kind: string } }) =>
          clause === "SH1996-14" && why.kind === "nobody sends",
      ),
    );
    const outside = members.outside.filter((each: { instrument: string }) => each.instrument === "SCOBORD2015");
    for (const each of outside) assert.notEqual(each.state, "bound");
    assert.ok(
      outside.some((each: { party: string; state: string }) => each.party === "IND" && each.state === "no row"),
    );
  });
});
