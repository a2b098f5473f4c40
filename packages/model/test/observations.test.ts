import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  checkCitations,
  civilDay,
  formatDecimal,
  isRefusal,
  parseSpan,
  readRegion,
  timelineRecords,
} from "../src/index.ts";

const TABLES: Readonly<Record<string, string>> = {
  sources: "id,title,kind\nS1,Gazette,law\nS2,Almanac,press\n",
  parties: "id,name,kind,source,confidence\nAVE,Avelin,state,S1,high\nORE,Oresta,state,S1,high\n",
  organisations:
    "id,name,kind,founded,dates_source,dates_confidence,source,confidence\nRIV,River Council,organ,1992,S2,low,S1,high\n",
  memberships:
    "organisation,party,status,from,to,source,confidence,dispute\n" +
    "RIV,AVE,member,2002,2012-01-01,S1,medium,ave-in-riv\nRIV,AVE,member,2006-06-23,2012-12-19,S2,high,ave-in-riv\n",
  channels: "clause,channel,source,confidence\nRA-1,note verbale,S1,high\nRA-9,note verbale,S1,high\n",
  programmes:
    "id,name,donors,implementers,start,end,budget,currency,countries,themes,source,confidence,dates_source,dates_confidence,budget_source,budget_confidence\n" +
    "P1,Gauges,RIV,the Council,2011-06,2014,8690000.50,EUR,AVE;ORE,water,S1,high,S2,low,S1,medium\n" +
    "P2,Bridges,RIV,,,,,EUR,AVE,,S1,high,,,,\n",
  timeline:
    "id,date,end,recorded,what,title,actors,instrument,place,lat,lon,source,confidence\n" +
    "E1,2013,,2026-11-22,flood,A flood,AVE,RA,Altin,42.5,71.25,S1,high\n",
  threats:
    "id,name,definition,category,instruments,programmes,duties,source,confidence\n" +
    "T1,floods,water,environment,RA,P1,RA-1;RA-2,S1,high\n",
  indicators:
    "id,party,indicator,period,value,unit,source,confidence\nI1,AVE,aid,2007-2010,44,million EUR,S1,high\nI2,ORE,aid,2007-2010,,million EUR,S1,high\n",
  claims:
    "id,location,claim,subject,predicate,object,assessment,period,contradicts,source,confidence,check,threats\n" +
    "C1,p. 2,Water fell,water,fell,,negative,2007-2018,C2,S1,high,,T1\nC2,p. 3,Water rose,water,rose,,positive,,C1,S2,low,no other source,\n",
  printed: "id,kind,figures,unit,claim,source,confidence\nF1,growth,before=100;after=150;per cent=50,EUR,C2,S1,high\n",
  undertakings:
    "id,decided_at,decided_on,undertaking,by,to,due,entry,source,confidence\nU1,summit,2025-11-16,Measure together,AVE;RIV,ORE,2028-12-31,RA-2,S1,high\n",
  disputes:
    "id,question,reason,source,confidence\nave-in-riv,Since when was Avelin a member?,two datasets disagree,S1;S2,low\n",
};

function read(changes: Readonly<Record<string, string>> = {}) {
  const tables = { ...TABLES, ...changes };
  const names = Object.keys(tables);
  const declared = names.map((name) => `  ${name}: {coverage: partial}\n`).join("");
  const yaml = `format: kelisim-region\nversion: 1\nid: r\nname: R\nfictional: yes\ntables:\n${declared}`;
  const files = new Map([["region.yaml", yaml]]);
  for (const name of names) files.set(`${name}.csv`, tables[name] ?? "");
  return readRegion(files);
}

describe("tables that observe", () => {
  it("are read whole, what is missing staying missing", () => {
    const { region, problems } = read();
    assert.deepEqual(problems, []);
    const [gauges, bridges] = region.programmes;
    assert.equal(gauges?.budget && formatDecimal(gauges.budget.amount), "8690000.5");
    assert.deepEqual(gauges?.backing, {
      dates: { source: "Almanac [S2]", confidence: "low" },
      budget: { source: "Gazette [S1]", confidence: "medium" },
    });
    assert.equal(bridges?.budget, undefined);
    assert.deepEqual(region.organisations[0]?.dates, { source: "Almanac [S2]", confidence: "low" });
    assert.deepEqual(
      region.indicators.map(({ value, period }) => [value, period.text]),
      [
        ["44", "2007-2010"],
        [undefined, "2007-2010"],
      ],
    );
    assert.deepEqual(region.claims[0]?.contradicts, ["C2"], "also one that stands further down");
    assert.deepEqual(region.claims[0]?.threats, ["T1"]);
    assert.equal(region.claims[1]?.threats, undefined, "nobody said of which threat it speaks");
    assert.deepEqual(region.printed[0]?.figures.at(-1), { name: "per cent", value: "50" });
    assert.deepEqual(region.threats[0]?.duties, ["RA-1", "RA-2"]);
    assert.equal(region.undertakings[0]?.due, civilDay(2028, 12, 31));
  });

  it("keep both rows of a dispute, and tell which they are", () => {
    const { region } = read();
    assert.deepEqual(
      region.disputes[0]?.rows.map(({ table, line }) => `${table}:${line}`),
      ["memberships:2", "memberships:3"],
    );
    assert.equal(region.facts.filter((fact) => fact.dispute === "ave-in-riv").length, 2);
  });

  it("make event records, each occurred when it certainly had, with its date as the source gives it", () => {
    const [record] = timelineRecords(read().region.timeline, "Asia/Tashkent");
    assert.equal(record?.kind, "TimelineEvent");
    assert.equal(new Date(record?.occurred ?? 0).toISOString(), "2013-12-31T18:59:59.999Z");
    assert.equal(new Date(record?.recorded ?? 0).toISOString(), "2026-11-22T18:59:59.999Z");
    assert.partialDeepStrictEqual(record?.content, { date: { text: "2013" }, place: { lat: 42.5, lon: 71.25 } });
  });

  const faults: readonly (readonly [string, string, string, string, RegExp])[] = [
    [
      "an unknown donor",
      "programmes",
      "P1,Gauges,RIV",
      "P1,Gauges,RIW",
      /donors: there is no party or organisation "RIW"/,
    ],
    ["a budget without its currency", "programmes", ".50,EUR", ".50,", /currency: is empty/],
    ["a confidence without its source", "programmes", "S2,low,S1,medium", ",low,S1,medium", /dates_source: is empty/],
    ["an end before the start", "programmes", "2011-06,2014", "2011-06,2010", /end: is earlier than start/],
    ["an event written down before it happened", "timeline", "2026-11-22", "2012-11-22", /recorded: is earlier/],
    ["a day that does not exist", "timeline", "E1,2013", "E1,2013-02-30", /date: .*does not exist/],
    ["a place beyond the pole", "timeline", "42.5", "142.5", /lat: 142.5 is not from -90 to 90/],
    ["half a place", "timeline", "42.5", "", /lat: a place needs both/],
    ["an unknown programme", "threats", "RA,P1", "RA,P7", /programmes: there is no programme "P7"/],
    ["a period that is none", "indicators", "2007-2010,44", "2007 to 2010,44", /period: /],
    ["a claim that contradicts none", "claims", "2007-2018,C2", "2007-2018,C5", /contradicts: there is no claim "C5"/],
    ["a claim on no threat", "claims", "no other source,", "no other source,T9", /threats: there is no threat "T9"/],
    ["a printed figure without a name", "printed", "after=150", "150", /figures: "150" has no name/],
    ["a printed figure that is none", "printed", "after=150", "after=1.5.0", /figures: /],
    ["growth without its rate", "printed", ";per cent=50", "", /figures: has 2 figures/],
    ["a printed figure of no claim", "printed", "EUR,C2", "EUR,C7", /claim: there is no claim "C7"/],
    ["an undertaking of nobody", "undertakings", "AVE;RIV", "", /by: is empty/],
    [
      "an unknown dispute",
      "memberships",
      "high,ave-in-riv",
      "high,ave-in-rib",
      /dispute: there is no dispute "ave-in-rib"/,
    ],
    ["a dispute with one side", "memberships", "high,ave-in-riv", "high,", /only one row names the dispute ave-in-riv/],
  ];
  for (const [name, table, from, to, message] of faults) {
    it(`report ${name}, with file and line`, () => {
      const text = TABLES[table] ?? "";
      assert.ok(text.includes(from));
      const { problems } = read({ [table]: text.replace(from, to) });
      const found = problems.find((problem) => message.test(problem.message));
      assert.ok(found?.file?.endsWith(".csv") && (found.line ?? 0) > 1, JSON.stringify(problems));
    });
  }

  it("tell what they name that no agreement has", () => {
    const { region } = read();
    const problems = checkCitations(region.citations, { instruments: ["RA"], clauses: ["RA-1", "RA-2a"] });
    assert.deepEqual(
      problems.map(({ file, line, message, severity }) => [severity, `${file}:${line}`, message]),
      [["info", "channels.csv:3", 'clause: no agreement of this region has the clause "RA-9"']],
    );
  });
});

describe("stretches of time", () => {
  it("are dates, two years, or two dates", () => {
    for (const text of ["2013", "2024-02", "2026-11-21", "2007-2010", "2013-10/2014-03"]) {
      assert.ok(!isRefusal(parseSpan(text)), text);
    }
    for (const text of ["", "2010-2007", "2007 - 2010", "a/b", "2007/2008/2009", "2014-03/2013-10"]) {
      assert.ok(isRefusal(parseSpan(text)), text);
    }
  });
});
