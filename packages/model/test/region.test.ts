import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ALWAYS, civilDay, type Problem, readRegion } from "../src/index.ts";

const YAML = `format: kelisim-region
version: 1
id: two-rivers
name: Two Rivers
fictional: yes
time_zone: Asia/Tashkent
us: [AVE]
focus: [AVE, ORE]
tables:
  sources: {coverage: complete}
  parties: {coverage: complete, as_of: 2026-01}
  organisations: {coverage: partial}
  memberships: {coverage: partial}
  status: {coverage: partial}
  sides: {coverage: complete}
  modifiers: {coverage: partial}
  channels: {coverage: partial}
  calendars: {coverage: partial}
records: [records.jsonl]
`;
const FILES: Readonly<Record<string, string>> = {
  "region.yaml": YAML,
  "sources.csv": "id,title,kind\nS1,The treaty,treaty text\nS2,A law,law\n",
  "parties.csv":
    "id,name,kind,source,confidence\nAVE,Avelin,state,S1,high\nORE,Oresta,state,S1,high\nRIV,River Council,organ,S1,low\n",
  "organisations.csv": "id,name,kind,founded,source,confidence\nRIV,River Council,organ,1992,S1,high\n",
  "memberships.csv": "organisation,party,status,from,to,source,confidence\nRIV,AVE,member,1992-02,,S1;S2,high\n",
  "status.csv":
    'instrument,party,act,act_date,effect_date,clauses,source,confidence,note\nRA,*,ratification,,1999-01-01,,S1,high,\nRA,AVE,ratification,1998,1999-01-01,,S1;S2,high,"two\nlines"\nRA,ORE,suspension,2023,,RA-1 to RA-3,S2,low,\n',
  "sides.csv": "instrument,side,members,who_speaks,source,confidence\nRA,Both,AVE;ORE,AVE,S1,high\n",
  "modifiers.csv":
    "instrument,party,kind,acts,clauses,effect,act_date,from,name,value,source,confidence\n" +
    "RA,AVE,reservation,excludes,RA-7,no court,,2001-01-01,,,S1,high\n" +
    "RA,AVE;ORE,suspension,suspends,RA-1 to RA-2,halt,2023,,,,S2,low\n" +
    "RA,ORE,own threshold,threshold,,lower,,,personnel,5000,S1,high\n" +
    "RA,AVE,zone,zone,,whole territory,,,,,S1,high\n",
  "channels.csv": "clause,channel,source,confidence\nRA-1,note verbale,S1,high\n",
  "calendars.csv":
    "calendar,kind,value,source,confidence\nAvelin,weekend,Sat;Sun,S2,high\nAvelin,holiday,2026-03-20,S2,high\nAvelin,working day,2026-03-21,S2,high\n",
  "vocabulary.accord.md": "# Vocabulary\n",
  "instruments/RA.accord.md": "# RA\n",
  "records.jsonl": "",
};

/** The sample region with some files changed (or, where undefined, taken away). */
function read(changes: Readonly<Record<string, string | undefined>> = {}): ReturnType<typeof readRegion> {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) if (text !== undefined) files.set(path, text);
  return readRegion(files);
}

function codes(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => `${problem.code} ${problem.file}:${problem.line ?? ""}`);
}

describe("reading a region", () => {
  it("reads a sound one without problems", () => {
    const { region, problems } = read();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [region.id, region.name, region.fictional, region.training],
      ["two-rivers", "Two Rivers", true, true],
    );
    assert.deepEqual(region.us, ["AVE"]);
    assert.equal(region.parties.length, 3);
    assert.deepEqual(
      region.accordFiles.map((file) => file.path),
      ["vocabulary.accord.md", "instruments/RA.accord.md"],
    );
    assert.deepEqual(region.recordFiles, [{ path: "records.jsonl", text: "" }]);
    assert.equal(region.tables.length, 9);
  });

  it("makes facts of the tables, known always, with the sources in words", () => {
    const facts = read().region.facts;
    assert.ok(facts.every((fact) => fact.known === ALWAYS));
    const ratified = facts.find(
      (fact) => fact.kind === "status" && fact.party === "AVE" && fact.act === "ratification",
    );
    assert.partialDeepStrictEqual(ratified, {
      source: "The treaty [S1]; A law [S2]",
      effectDate: civilDay(1999, 1, 1),
      note: "two\nlines",
    });
    const suspended = facts.filter((fact) => fact.kind === "status" && fact.act === "suspension");
    assert.deepEqual(
      suspended.map((fact) => fact.kind === "status" && [fact.party, fact.clauses?.length, fact.effectDate]),
      [
        ["ORE", 3, undefined],
        ["AVE", 2, undefined],
        ["ORE", 2, undefined],
      ],
    );
    assert.deepEqual(
      facts
        .map((fact) => fact.kind)
        .sort()
        .join(" "),
      "membership reservation status status status status status threshold",
    );
    assert.equal(new Set(facts.map((fact) => fact.id)).size, facts.length, "ids are unique");
  });

  it("keeps every modifier to be shown, also those that are no facts", () => {
    assert.deepEqual(
      read().region.modifiers.map((modifier) => modifier.acts),
      ["excludes", "suspends", "threshold", "zone"],
    );
  });

  it("knows working days", () => {
    const works = read().region.calendars.Avelin;
    const day = (dayOfMonth: number) => works?.(civilDay(2026, 3, dayOfMonth));
    assert.deepEqual([day(19), day(20), day(21), day(22), day(23)], [true, false, true, false, true]);
  });

  const faults: readonly (readonly [
    name: string,
    changes: Record<string, string | undefined>,
    problem: string,
    message: RegExp,
  ])[] = [
    ["no region.yaml", { "region.yaml": undefined }, "region/yaml region.yaml:1", /no region.yaml/],
    ["YAML that is broken", { "region.yaml": `${YAML}\nx: [` }, "region/yaml region.yaml", /not YAML/],
    ["an unknown key", { "region.yaml": `${YAML}timezone: UTC\n` }, "region/yaml region.yaml:20", /timezone/],
    [
      "a time zone that is none",
      { "region.yaml": YAML.replace("Asia/Tashkent", "Asia/Tashkend") },
      "region/yaml region.yaml:6",
      /time zone/,
    ],
    [
      "an unknown table",
      { "region.yaml": YAML.replace("channels:", "chanels:") },
      "region/yaml region.yaml:17",
      /chanels/,
    ],
    [
      "a table without coverage",
      { "region.yaml": YAML.replace("sides: {coverage: complete}", "sides: {of: all}") },
      "region/yaml region.yaml:15",
      /coverage/,
    ],
    [
      "an unknown party in us",
      { "region.yaml": YAML.replace("us: [AVE]", "us: [AVX]") },
      "region/yaml region.yaml:7",
      /AVX/,
    ],
    [
      "fictional: perhaps",
      { "region.yaml": YAML.replace("fictional: yes", "fictional: perhaps") },
      "region/yaml region.yaml:5",
      /yes or no/,
    ],
    ["a table that is not there", { "sides.csv": undefined }, "region/yaml region.yaml:15", /sides.csv/],
    ["a table that nobody names", { "extra.csv": "a\n1\n" }, "region/undeclared-table extra.csv:", /extra.csv/],
    [
      "an unknown column",
      { "channels.csv": `${FILES["channels.csv"]}`.replace("channel,", "chanel,") },
      "table/unknown-column channels.csv:1",
      /chanel/,
    ],
    [
      "a missing column",
      { "channels.csv": "clause,channel,source\nRA-1,x,S1\n" },
      "table/missing-column channels.csv:1",
      /confidence/,
    ],
    [
      "a ragged row",
      { "channels.csv": `${FILES["channels.csv"]}RA-2,note, verbale,S1,high\n` },
      "table/ragged-row channels.csv:3",
      /5 cells/,
    ],
    ["an open quote", { "channels.csv": `${FILES["channels.csv"]}RA-2,"note\n` }, "table/broken channels.csv", /CSV/],
    ["an empty table", { "channels.csv": "" }, "table/empty channels.csv:1", /empty/],
    [
      "an impossible date",
      { "memberships.csv": `${FILES["memberships.csv"]}RIV,ORE,member,2001-02-30,,S1,high\n` },
      "table/wrong-value memberships.csv:3",
      /does not exist/,
    ],
    [
      "an end before the start",
      { "memberships.csv": `${FILES["memberships.csv"]}RIV,ORE,member,2001,2000,S1,high\n` },
      "table/wrong-value memberships.csv:3",
      /earlier/,
    ],
    [
      "an unknown party",
      { "status.csv": `${FILES["status.csv"]}RA,XXX,ratification,,,,S1,high,\n` },
      "table/missing-reference status.csv:6",
      /XXX/,
    ],
    [
      "an unknown source",
      { "status.csv": `${FILES["status.csv"]}RA,ORE,ratification,,,,S9,high,\n` },
      "table/wrong-value status.csv:6",
      /S9/,
    ],
    [
      "a row without source",
      { "status.csv": `${FILES["status.csv"]}RA,ORE,ratification,,,,,high,\n` },
      "table/wrong-value status.csv:6",
      /source/,
    ],
    [
      "an act that is none",
      { "status.csv": `${FILES["status.csv"]}RA,ORE,ratified,,,,S1,high,\n` },
      "table/wrong-value status.csv:6",
      /ratified/,
    ],
    [
      "a row twice",
      { "status.csv": `${FILES["status.csv"]}RA,*,ratification,,1999-01-01,,S1,low,\n` },
      "table/repeated-row status.csv:6",
      /line 2/,
    ],
    [
      "an id twice",
      { "parties.csv": `${FILES["parties.csv"]}AVE,Again,state,S1,high\n` },
      "table/repeated-row parties.csv:5",
      /AVE/,
    ],
    [
      "an id with a colon",
      { "parties.csv": `${FILES["parties.csv"]}A:B,Again,state,S1,high\n` },
      "table/wrong-value parties.csv:5",
      /A:B/,
    ],
    [
      "a reservation to nothing",
      { "modifiers.csv": `${FILES["modifiers.csv"]}RA,ORE,reservation,excludes,,x,,,,,S1,high\n` },
      "table/wrong-value modifiers.csv:6",
      /clauses/,
    ],
    [
      "a range that is none",
      { "modifiers.csv": `${FILES["modifiers.csv"]}RA,ORE,r,excludes,RA-3 to RB-4,x,,,,,S1,high\n` },
      "table/wrong-value modifiers.csv:6",
      /range/,
    ],
    [
      "places that are not there",
      { "region.yaml": `${YAML}places: places.geojson\n` },
      "region/yaml region.yaml:20",
      /places.geojson/,
    ],
  ];
  for (const [name, changes, expected, message] of faults) {
    it(`reports ${name}, and keeps the rest`, () => {
      const { region, problems } = read(changes);
      const found = problems.find(
        (problem, index) => codes(problems)[index]?.startsWith(expected) && message.test(problem.message),
      );
      assert.ok(found !== undefined, `${expected} in ${JSON.stringify(problems, null, 1)}`);
      assert.ok(region.accordFiles.length === 2);
      if (name !== "no region.yaml" && name !== "YAML that is broken") assert.ok(region.parties.length === 3);
    });
  }

  it("reports places that are not JSON, and those that are not sound, and gives only JSON on", () => {
    const yaml = `${YAML}places: places.geojson\n`;
    const broken = read({ "region.yaml": yaml, "places.geojson": '{"type":\n nope}' });
    assert.equal(broken.region.places, undefined);
    assert.equal(broken.problems[0]?.code, "region/places");
    const unsound = read({ "region.yaml": yaml, "places.geojson": '{"type":"FeatureCollection","features":[{}]}' });
    assert.equal(unsound.problems[0]?.code, "region/places");
    assert.ok(unsound.region.places !== undefined);
  });

  it("never throws, whatever stands in the files", () => {
    const paths = Object.keys(FILES);
    const change = fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.string(), fc.constant(undefined)));
    const cut = fc
      .tuple(fc.constantFrom(...paths), fc.nat(200), fc.string({ maxLength: 5 }))
      .map(([path, at, text]) => [path, `${FILES[path]?.slice(0, at)}${text}${FILES[path]?.slice(at + 2)}`] as const);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(change, cut), { maxLength: 3 }),
        (changes) => void read(Object.fromEntries(changes)),
      ),
    );
  });
});
