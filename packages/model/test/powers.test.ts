import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { ENGAGEMENT_KINDS, readRegion } from "../src/index.ts";

const TABLES: Readonly<Record<string, string>> = {
  sources: "id,title,kind\nS1,Gazette,law\n",
  parties: "id,name,kind,source,confidence\nAVE,Avelin,state,S1,high\nORE,Oresta,state,S1,high\n",
  organisations: "id,name,kind,source,confidence\nRIV,River Council,organ,S1,high\n",
  programmes:
    "id,name,donors,countries,start,end,budget,currency,source,confidence\nP1,Gauges,ORE,AVE,2011,2014,,EUR,S1,high\n",
  timeline: "id,date,recorded,what,title,actors,source,confidence\nE1,2013,2026-11-22,exercise,Drill,AVE;ORE,S1,high\n",
  threats: "id,name,category,source,confidence\nT1,floods,environment,S1,high\n",
  claims: "id,claim,source,confidence\nC1,Water fell,S1,high\n",
  undertakings: "id,decided_at,undertaking,by,source,confidence\nU1,summit,Measure,AVE,S1,high\n",
  powers: "id,source,confidence\nORE,S1,high\nRIV,S1,medium\n",
  engagements:
    "id,power,states,kind,title,from,to,seen,source,confidence\n" +
    "N1,ORE,AVE,base,A base,2003-10,,2021,S1,medium\nN2,RIV,AVE,dialogue,Talks,2001,2005,,S1,low\n",
  "engagement-kinds":
    "of,id,kind,source,confidence,note\nprogramme,P1,aid,S1,medium,\nwhat,exercise,training,S1,medium,\n" +
    "event,E1,none,S1,medium,a parade\norganisation,RIV,dialogue,S1,medium,\n",
  codings:
    "id,statement,actor,threat,weight,coder,source,confidence\nK1,C1,ORE,T1,0.5,first,S1,low\nK2,U1,RIV,T1,1,first,S1,low\n",
  "priority-rules": "id,threat,words,weight,source,confidence\nW1,T1,flood;water,1,S1,medium\n",
  definitions:
    "id,term,actor,definition,location,source,confidence\nD1,flood,RIV,Water where it should not be,p. 2,S1,high\n",
};

function read(changes: Readonly<Record<string, string>> = {}) {
  const tables = { ...TABLES, ...changes };
  const declared = Object.keys(tables).map((name) => `  ${name}:\n    coverage: partial\n    of: some\n`);
  const yaml = `format: kelisim-region\nversion: 1\nid: test\nname: Test\ntime_zone: UTC\ntables:\n${declared.join("")}`;
  return readRegion(
    new Map([["region.yaml", yaml], ...Object.entries(tables).map(([name, text]) => [`${name}.csv`, text] as const)]),
  );
}
const faults = (changes: Readonly<Record<string, string>>) =>
  read(changes)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ file, line, message }) => `${file}:${line} ${message}`);

describe("tables on powers, priorities and words", () => {
  it("are read with their dates as exact as they are given", () => {
    const { region, problems } = read();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      region!.powers.map(({ id }) => id),
      ["ORE", "RIV"],
    );
    const [first, second] = region!.engagements;
    assert.deepEqual(
      [first!.states, first!.kind, first!.to, typeof first!.seen],
      [["AVE"], "base", undefined, "object"],
    );
    assert.equal(second!.seen, undefined);
    assert.deepEqual(
      region!.engagementKinds.map(({ of, kind }) => [of, kind]),
      [
        ["programme", "aid"],
        ["what", "training"],
        ["event", "none"],
        ["organisation", "dialogue"],
      ],
    );
    assert.deepEqual(
      region!.codings.map(({ weight }) => weight),
      [0.5, 1],
    );
    assert.deepEqual(region!.priorityRules[0]!.words, ["flood", "water"]);
    assert.equal(region!.definitions[0]!.location, "p. 2");
  });

  it("say what is wrong, and where", () => {
    const head = "id,power,states,kind,title,from,to,seen,source,confidence\n";
    assert.deepEqual(faults({ engagements: `${head}N1,AVE,ORE,base,A base,2003,2001,,S1,high\n` }), [
      'engagements.csv:2 power: there is no power "AVE"',
      "engagements.csv:2 to: is earlier than from",
    ]);
    assert.deepEqual(faults({ engagements: `${head}N1,ORE,NOW,boat,A base,2003,2004,2005,S1,high\n` }), [
      'engagements.csv:2 states: there is no party "NOW"',
      `engagements.csv:2 kind: "boat" is not one of ${ENGAGEMENT_KINDS.join(", ")}`,
      "engagements.csv:2 seen: stands beside to",
    ]);
    const kinds = "of,id,kind,source,confidence\n";
    assert.deepEqual(
      faults({
        "engagement-kinds": `${kinds}what,parade,aid,S1,high\nprogramme,P1,aid,S1,high\nprogramme,P1,arms,S1,high\n`,
      }),
      [
        'engagement-kinds.csv:2 id: there is no event called "parade"',
        "engagement-kinds.csv:4 row: programme P1 stands on line 3 already",
      ],
    );
    const codings = "id,statement,actor,threat,weight,coder,source,confidence\n";
    assert.deepEqual(faults({ codings: `${codings}K1,C9,NOW,T1,1.5,first,S1,low\n` }), [
      'codings.csv:2 statement: there is no claim or undertaking "C9"',
      'codings.csv:2 actor: there is no party or organisation "NOW"',
      'codings.csv:2 weight: "1.5" is no number from 0 to 1',
    ]);
  });
});

describe("Central Asia on powers", () => {
  const folder = fileURLToPath(new URL("../../../regions/central-asia/", import.meta.url));
  const paths = (under: string): readonly string[] =>
    readdirSync(join(folder, under)).flatMap((name) => {
      const path = join(under, name);
      return statSync(join(folder, path)).isDirectory() ? paths(path) : [path];
    });
  const { region } = readRegion(new Map(paths("").map((path) => [path, readFileSync(join(folder, path), "utf8")])));

  it("trusts nothing of general knowledge alone highly", () => {
    for (const row of [...region!.engagements, ...region!.definitions])
      if (/^General knowledge[^;]*$/.test(row.source)) assert.notEqual(row.confidence, "high", row.id);
    assert.ok(region!.engagements.length > 40 && region!.definitions.length > 25);
  });

  it("says of every programme of a power which kind it is, or that it is none and why", () => {
    const powers = region!.powers.map(({ id }) => id);
    const coded = new Map(region!.engagementKinds.filter(({ of }) => of === "programme").map((row) => [row.id, row]));
    for (const { id, donors } of region!.programmes)
      if (donors.some((donor) => powers.includes(donor))) assert.ok(coded.has(id), id);
    for (const row of region!.engagementKinds) if (row.kind === "none") assert.ok((row.note ?? "").length > 5, row.id);
  });

  it("has every title and definition in Russian", () => {
    const russian = new Set(region!.translations.get("ru")!.map(({ of, id, field }) => `${of} ${id} ${field}`));
    for (const { id } of region!.engagements) assert.ok(russian.has(`engagement ${id} title`), id);
    for (const { id, term } of region!.definitions) {
      assert.ok(russian.has(`definition ${id} definition`), id);
      assert.ok(russian.has(`category ${term} label`), term);
    }
  });
});
