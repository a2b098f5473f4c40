import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Claim, civilDay, type Undertaking } from "@kelisim/model";
import fc from "fast-check";
import {
  type Act,
  actsOfUndertakings,
  alignment,
  codeClaims,
  definitionsSideBySide,
  type PriorityCode,
  reciprocity,
} from "../src/index.ts";
import { centralAsia } from "./real-data.ts";

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  claim: id,
  contradicts: [],
  source: "[S1]",
  confidence: "high",
  ...more,
});
const code = (actor: string, threat: string, weight: number, id = `${actor}-${threat}`): PriorityCode => ({
  claim: id,
  actor,
  threat,
  weight,
});

describe("priorities", () => {
  it("are compared by declared coding, with what is uncoded counted", () => {
    const codes = [
      code("EU", "drugs", 1),
      code("EU", "borders", 0.5),
      code("KAZ", "drugs", 0.5),
      code("KAZ", "cyber", 1),
    ];
    const claims = [...codes.map((one) => claim(one.claim)), claim("other")];
    const { value, exclusions } = alignment(claims, codes, 1, []);
    const [pair] = value.pairs;
    // 1 x 0.5 / (sqrt(1.25) x sqrt(1.25)) = 0.4; drugs of drugs, borders, cyber: 1 / 3.
    assert.ok(Math.abs(pair!.cosine! - 0.4) < 1e-12);
    assert.deepEqual([pair!.jaccard, pair!.common, pair!.statements], [1 / 3, 1, [2, 2]]);
    assert.deepEqual(exclusions, [{ reason: "statement not coded", rows: 1 }]);
    const few = alignment(claims, codes, 3, []).value.pairs[0]!;
    assert.deepEqual([few.cosine, few.jaccard, few.statements], [undefined, undefined, [2, 2]]);
  });

  it("take the mean of several statements, and no code of an unknown one", () => {
    const codes = [
      code("EU", "drugs", 1, "a"),
      code("EU", "drugs", 0.5, "b"),
      code("EU", "drugs", 0, "nowhere"),
      code("EU", "x", 2, "a"),
    ];
    const { value, exclusions } = alignment([claim("a"), claim("b")], codes, 1, []);
    assert.deepEqual(value.vectors, [{ actor: "EU", weights: { drugs: 0.75 }, claims: ["a", "b"] }]);
    assert.equal(exclusions[0]!.rows, 2);
  });

  it("are between 0 and 1, and the same both ways", () => {
    const weights = fc.array(
      fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom("x", "y", "z"), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(weights, (given) => {
        const codes = given.map(([actor, threat, weight], at) => code(actor, threat, weight, `c${at}`));
        const claims = codes.map((one) => claim(one.claim));
        const [pair] = alignment(claims, codes, 1, []).value.pairs;
        if (pair === undefined) return;
        for (const measure of [pair.cosine, pair.jaccard])
          assert.ok(measure === undefined || (measure >= 0 && measure <= 1));
        const swapped = codes.map((one) => ({ ...one, actor: one.actor === "A" ? "B" : "A" }));
        const back = alignment(claims, swapped, 1, []).value.pairs[0]!;
        assert.ok(Math.abs((back.cosine ?? 0) - (pair.cosine ?? 0)) < 1e-12);
        assert.equal(back.jaccard, pair.jaccard);
      }),
    );
  });

  it("of the region's statements, by visible rules", () => {
    const { claims } = centralAsia();
    const rule = { actor: "EU", subjects: ["EU"], threat: "T05", words: ["drug", "narcotics"], weight: 1 };
    const codes = codeClaims(claims, [rule]);
    // C023: counter-narcotics and counter-extremism are the EU's main security priorities.
    assert.ok(codes.some((one) => one.claim === "C023" && one.threat === "T05"));
    assert.ok(!codes.some((one) => one.claim === "C046"));
  });
});

describe("reciprocity", () => {
  const act = (by: string, to: string, day?: number, kind = "visit"): Act => ({
    id: `${by}${day}`,
    by,
    to,
    kind,
    source: "[S1]",
    ...(day === undefined ? {} : { date: civilDay(2020, 1, day) }),
  });

  it("counts each kind both ways, and what was answered in time", () => {
    const acts = [
      act("A", "B", 1),
      act("A", "B", 2),
      act("A", "B"),
      act("B", "A", 5),
      act("A", "B", 9, "notice"),
      act("A", "C", 9),
    ];
    const { value, exclusions } = reciprocity(acts, ["A", "B"], 10, []);
    assert.deepEqual(
      value.map(({ kind, there, back, balance, reciprocity: both, answered }) => [
        kind,
        there.length,
        back.length,
        balance,
        both,
        answered,
      ]),
      [
        ["notice", 1, 0, 1, 0, { there: 0, back: 0 }],
        // 3 there, 1 back: 2 x 1 / 4 and (3 - 1) / 4. The one back answers one of the two dated acts.
        ["visit", 3, 1, 0.5, 0.5, { there: 1, back: 0 }],
      ],
    );
    assert.deepEqual(
      exclusions.map(({ rows }) => rows),
      [1, 1],
    );
    assert.deepEqual(reciprocity(acts, ["A", "B"], 2, []).value[1]!.answered, { there: 0, back: 0 });
    assert.deepEqual(reciprocity([], ["A", "B"], 2, []).value, []);
  });

  it("reads undertakings as acts between each two", () => {
    const row: Undertaking = {
      id: "U",
      decidedAt: "x",
      undertaking: "x",
      by: ["A", "B"],
      to: ["A", "B"],
      source: "[S1]",
      confidence: "high",
    };
    assert.deepEqual(
      actsOfUndertakings([row]).map(({ by, to }) => by + to),
      ["AB", "BA"],
    );
  });
});

describe("definitions", () => {
  it("stand side by side, with who has none", () => {
    const all = [
      { term: "Terrorism", actor: "EU", text: "acts which seriously intimidate a population", source: "[S1]" },
      { term: "terrorism", actor: "SCO", text: "acts to cause death, or to intimidate a population", source: "[S2]" },
      { term: "terrorism", actor: "XXX", text: "acts", source: "[S2]" },
    ];
    const { value, exclusions } = definitionsSideBySide(all, ["EU", "SCO", "KAZ"], []);
    const [one] = value;
    assert.deepEqual(
      [one!.term, one!.withoutOne, one!.inAll],
      ["terrorism", ["KAZ"], ["acts", "intimidate", "population"]],
    );
    assert.deepEqual(one!.onlyIn, [
      { actor: "EU", words: ["seriously", "which"] },
      { actor: "SCO", words: ["cause", "death"] },
    ]);
    assert.equal(exclusions[0]!.rows, 1);
  });
});
