import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDated, readRegion } from "../src/index.ts";

const TABLES: Readonly<Record<string, string>> = {
  sources: "id,title,kind\nS1,Gazette,law\n",
  parties: "id,name,kind,source,confidence\nAVE,Avelin,state,S1,high\n",
  threats: "id,name,category,source,confidence\nT1,floods,environment,S1,high\n",
  indicators:
    "id,party,indicator,period,value,unit,source,confidence\nI1,AVE,Rule of law,2017-2018,0.51,points,S1,high\n",
  claims:
    "id,claim,assessment,source,confidence\nC1,Build a dam,recommendation,S1,high\nC2,The dam is old,negative,S1,high\n",
  decisions: "claim,state,date,location,source,confidence\nC1,open,2024,p. 2,S1,high\nC1,done,2025-06,,S1,low\n",
  purposes: "threat,codes,words,source,confidence\nT1,41050;43060,,S1,low\nT1,15210,flood;dam,S1,low\n",
  same_figures: "indicator,dataset,measured,source,confidence\nRule of law,wjp,wjp.overall,S1,medium\n",
};

function read(changes: Readonly<Record<string, string>> = {}) {
  const tables = { ...TABLES, ...changes };
  const declared = Object.keys(tables).map((name) => `  ${name}: {coverage: partial}\n`);
  const yaml = `format: kelisim-region\nversion: 1\nid: r\nname: R\nfictional: yes\ntables:\n${declared.join("")}`;
  return readRegion(
    new Map([["region.yaml", yaml], ...Object.entries(tables).map(([name, text]) => [`${name}.csv`, text] as const)]),
  );
}

const problem = (table: string, text: string) => {
  const { region, problems } = read({ [table]: text });
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return { region, said: `${problems[0]!.file}:${problems[0]!.line} ${problems[0]!.message}` };
};

describe("tables behind the evidence", () => {
  it("are read whole", () => {
    const { region, problems } = read();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      region.decisions.map(({ claim, state, date, location }) => [claim, state, formatDated(date), location]),
      [
        ["C1", "open", "2024", "p. 2"],
        ["C1", "done", "2025-06", undefined],
      ],
    );
    assert.deepEqual(
      region.purposes.map(({ threat, codes, words }) => [threat, codes, words]),
      [
        ["T1", ["41050", "43060"], []],
        ["T1", ["15210"], ["flood", "dam"]],
      ],
    );
    assert.deepEqual(region.sameFigures[0]?.measured, "wjp.overall");
  });

  it("refuse a decision on what recommends nothing, or that stands twice", () => {
    const head = "claim,state,date,source,confidence\n";
    assert.match(
      problem("decisions", `${head}C2,done,2025,S1,high\n`).said,
      /decisions\.csv:2 .*C2 is no recommendation/,
    );
    assert.match(
      problem("decisions", `${head}C1,done,2025,S1,high\nC1,done,2025,S1,high\n`).said,
      /:3 .*line 2 already/,
    );
    assert.match(problem("decisions", `${head}C1,perhaps,2025,S1,high\n`).said, /perhaps/);
  });

  it("refuse a purpose without a code, of no threat, and a figure of no indicator", () => {
    const { said, region } = problem("purposes", "threat,codes,source,confidence\nT1,water,S1,low\n");
    assert.match(said, /purposes\.csv:2 .*"water" begins no purpose code/);
    assert.deepEqual(region.purposes, []);
    assert.match(problem("purposes", "threat,codes,source,confidence\nT9,152,S1,low\n").said, /no threat "T9"/);
    assert.match(
      problem("same_figures", "indicator,dataset,measured,source,confidence\nRule,wjp,x,S1,low\n").said,
      /no indicator "Rule"/,
    );
  });
});
