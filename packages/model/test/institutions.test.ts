import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readRegion } from "../src/index.ts";

const TABLES: Readonly<Record<string, string>> = {
  sources: "id,title,kind\nS1,Gazette,law\n",
  organisations: "id,name,kind,source,confidence\nRIV,River Council,organ,S1,high\n",
  "organisation-codes":
    "organisation,list,code,source,confidence,note\nRIV,cow-igo,RivC,S1,high,\nRIV,status,RA,S1,medium,members are its parties\n",
  "index-figures":
    "component,period,figure,region,region_name,states,source,confidence,note\n" +
    "bodies,2001-2003,1,,,,S1,medium,\n" +
    "trade,2002,,,,,S1,low,looked for\n" +
    "bodies,2002,0.5,lakes,The Lakes,AAA;BBB,S1,low,\n" +
    "trade,2002,0.2,lakes,,,S1,low,\n",
};

function read(changes: Readonly<Record<string, string>> = {}) {
  const tables = { ...TABLES, ...changes };
  const names = Object.keys(tables);
  const declared = names.map((name) => `  ${name}: {coverage: partial}\n`).join("");
  const yaml = `format: kelisim-region\nversion: 1\nid: r\nname: R\nfictional: yes\ntables:\n${declared}`;
  return readRegion(new Map([["region.yaml", yaml], ...names.map((name) => [`${name}.csv`, tables[name]!] as const)]));
}

const said = (table: string, row: string) =>
  read({ [table]: `${TABLES[table]!.split("\n")[0]}\n${row}\n` }).problems.map(({ file, line, message }) => [
    file,
    line,
    message,
  ]);

describe("what our organisations are called elsewhere", () => {
  it("is read with its source", () => {
    const { region, problems } = read();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      region.organisationCodes.map(({ organisation, list, code, note }) => [organisation, list, code, note]),
      [
        ["RIV", "cow-igo", "RivC", undefined],
        ["RIV", "status", "RA", "members are its parties"],
      ],
    );
  });

  it("refuses an organisation that is not there, and a code that stands twice", () => {
    assert.deepEqual(said("organisation-codes", "RIX,cow-igo,RivC,S1,high,"), [
      ["organisation-codes.csv", 2, 'organisation: there is no organisation "RIX"'],
    ]);
    const [[, line, message] = []] = said("organisation-codes", "RIV,cow-igo,RivC,S1,high,\nRIV,cow-igo,RivC,S1,low,");
    assert.equal(line, 3);
    assert.match(`${message}`, /the code "RivC" of cow-igo stands on line 2 already/);
  });
});

describe("figures of indices", () => {
  it("are read for this region and for others, which are told once", () => {
    const { region } = read();
    const lakes = { id: "lakes", name: "The Lakes", states: ["AAA", "BBB"] };
    assert.deepEqual(
      region.indexFigures.map(({ component, period, figure, region: other }) => [
        component,
        period.text,
        figure,
        other,
      ]),
      [
        ["bodies", "2001-2003", "1", undefined],
        // Looked for and not known: no zero.
        ["trade", "2002", undefined, undefined],
        ["bodies", "2002", "0.5", lakes],
        ["trade", "2002", "0.2", lakes],
      ],
    );
  });

  it("refuses what no index has, what is no number, and a region that is half told", () => {
    const message = (row: string) => said("index-figures", row).map(([, , text]) => text);
    assert.match(`${message("wealth,2002,1,,,,S1,low,")}`, /wealth/);
    assert.match(`${message("trade,2002,much,,,,S1,low,")}`, /much/);
    assert.deepEqual(message("trade,2002,1,lakes,,,S1,low,"), ["region_name: is empty", "states: names 0 states"]);
    assert.deepEqual(message("trade,2002,1,,The Lakes,,S1,low,"), ["region: is empty beside a name or states"]);
    assert.deepEqual(message("trade,2002,1,The Lakes,The Lakes,AAA;BBB,S1,low,"), ['region: "The Lakes" is no id']);
    assert.equal(message("trade,2002,1,lakes,A,AAA;BBB,S1,low,\nbodies,2002,1,lakes,B,AAA;BBB,S1,low,").length, 1);
  });
});
