import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type Programme, type Threat, type Undertaking } from "@kelisim/model";
import {
  type Act,
  alignment,
  codesByHand,
  codesByWords,
  codesOfAgreements,
  codesOfProgrammes,
  reciprocity,
} from "../src/index.ts";

const backing = { source: "[S1]", confidence: "high" } as const;
const undertaking = (id: string, text: string, by: readonly string[]): Undertaking => ({
  id,
  decidedAt: "summit",
  undertaking: text,
  by,
  to: [],
  ...backing,
});
const threat = (id: string, more: Partial<Threat>): Threat => ({
  id,
  name: id,
  category: "x",
  instruments: [],
  programmes: [],
  duties: [],
  ...more,
  ...backing,
});

describe("codings of stated priorities", () => {
  it("rules find beginnings of words, for everybody who undertook it", () => {
    const rows = [
      undertaking("U1", "Start a dialogue on counter-terrorism", ["EU", "KAZ"]),
      undertaking("U2", "Deterrorise nothing", ["EU"]),
      undertaking("U3", "Terror and drugs", ["KAZ"]),
    ];
    const rule = (id: string, words: readonly string[], weight: number) => ({
      id,
      threat: id,
      words,
      weight,
      ...backing,
    });
    const codes = codesByWords(rows, [rule("T01", ["terror"], 1), rule("T05", ["DRUG"], 0.5)]);
    assert.deepEqual(
      codes.map(({ claim, actor, threat: of, weight }) => [claim, actor, of, weight]),
      [
        ["U1", "EU", "T01", 1],
        ["U1", "KAZ", "T01", 1],
        ["U3", "KAZ", "T01", 1],
        ["U3", "KAZ", "T05", 0.5],
      ],
    );
  });

  it("agreements count for those they bind, programmes for donors once they have begun", () => {
    const threats = [
      threat("T01", { instruments: ["A", "B"], programmes: ["P1", "P2", "gone"] }),
      threat("T05", { instruments: ["A"] }),
    ];
    const bound = (id: string) => (id === "A" ? ["KAZ"] : []);
    assert.deepEqual(
      codesOfAgreements(threats, bound).map(({ claim, actor, threat: of }) => [claim, actor, of]),
      [
        ["A", "KAZ", "T01"],
        ["A", "KAZ", "T05"],
      ],
    );
    const programme = (id: string, year?: number): Programme => ({
      id,
      name: id,
      donors: ["EU"],
      countries: [],
      ...(year === undefined ? {} : { start: civilDay(year, 1, 1) }),
      backing: {},
      ...backing,
    });
    const programmes = [programme("P1", 2010), programme("P2", 2020), programme("gone")];
    assert.deepEqual(
      codesOfProgrammes(threats, programmes, civilDay(2015, 1, 1)).map(({ claim }) => claim),
      ["P1"],
    );
  });

  it("counts statements that are of both, over which two cannot differ", () => {
    const coding = (statement: string, actor: string) => ({
      id: `${statement}-${actor}`,
      statement,
      actor,
      threat: "T01",
      weight: 1,
      coder: "first reading",
      ...backing,
    });
    const codes = codesByHand([coding("s", "EU"), coding("s", "KAZ"), coding("t", "EU")]);
    const [pair] = alignment([{ id: "s" }, { id: "t" }], codes, 1, []).value.pairs;
    assert.deepEqual([pair!.statements, pair!.shared, pair!.common], [[2, 1], 1, 1]);
  });
});

describe("answers", () => {
  it("what both did in one act answers nothing", () => {
    const act = (id: string, by: string, to: string): Act => ({
      id,
      by,
      to,
      kind: "undertaking",
      date: civilDay(2020, 1, 1),
      source: "[S1]",
    });
    const joint = [act("U1", "A", "B"), act("U1", "B", "A")];
    assert.deepEqual(reciprocity(joint, ["A", "B"], 30, []).value[0]!.answered, { there: 0, back: 0 });
    const turned = [...joint, act("U2", "B", "A")];
    assert.deepEqual(reciprocity(turned, ["A", "B"], 30, []).value[0]!.answered, { there: 1, back: 1 });
  });
});
