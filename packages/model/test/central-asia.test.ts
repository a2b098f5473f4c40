import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { civilDay, type MappedGeography, type Place, type Region, readGeography, readRegion } from "../src/index.ts";

const FOLDER = new URL("../../../regions/central-asia/", import.meta.url);
const INSTRUMENTS = ["SH1996", "VD2011", "CWC", "DRUG1961", "DRUG1971", "DRUG1988"];
const FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];

describe("the region Central Asia", () => {
  let region: Region;
  let geography: MappedGeography;
  before(() => {
    const files = new Map<string, string>();
    for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
      const path = `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/");
      const inside = path.slice(path.lastIndexOf("/central-asia/") + "/central-asia/".length).replace(/^\/+/, "");
      if (entry.isFile()) files.set(inside, readFileSync(path, "utf8"));
    }
    const read = readRegion(files);
    assert.deepEqual(read.problems, []);
    region = read.region;
    geography = readGeography(region.places?.json);
  });

  it("is real, belongs to nobody, and puts the five states first", () => {
    assert.deepEqual([region.fictional, region.training, region.us], [false, false, []]);
    assert.deepEqual(region.focus, FIVE);
    assert.ok((region.disclaimer ?? "").length > 0);
  });

  it("names source and confidence for every fact, and nothing high on general knowledge alone", () => {
    const rows = [...region.facts, ...region.channels, ...region.modifiers, ...region.sides, ...region.organisations];
    assert.ok(rows.length > 150);
    for (const row of rows) {
      assert.match(row.source, /\[(S\d{3}|GK)\]$/);
      if (row.source === "General knowledge, not verified here [GK]") assert.notEqual(row.confidence, "high");
    }
  });

  it("uses every source it lists", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".csv") && file !== "sources.csv");
    const text = files.map((file) => readFileSync(new URL(file, FOLDER), "utf8")).join("\n");
    for (const source of region.sources) assert.ok(text.includes(source.id), source.id);
  });

  it("has the entry into force of each agreement", () => {
    const status = region.facts.filter((fact) => fact.kind === "status");
    for (const instrument of INSTRUMENTS) {
      const entry = status.filter((fact) => fact.instrument === instrument && fact.party === "*");
      assert.equal(entry.length, 1, instrument);
      assert.ok(typeof entry[0]?.effectDate === "number", instrument);
    }
  });

  it("has who is bound, as the fact base says", () => {
    const parties = (instrument: string) =>
      [
        ...new Set(
          region.facts.flatMap((fact) =>
            fact.kind === "status" &&
            fact.instrument === instrument &&
            fact.act !== "signature" &&
            fact.act !== "suspension"
              ? [fact.party]
              : [],
          ),
        ),
      ]
        .filter((party) => party !== "*")
        .sort();
    assert.deepEqual(parties("SH1996"), ["CHN", "KAZ", "KGZ", "RUS", "TJK"]);
    for (const instrument of ["CWC", "DRUG1961", "DRUG1971", "DRUG1988"]) {
      assert.deepEqual(parties(instrument), ["CHN", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB"]);
    }
    assert.equal(parties("VD2011").length, 57);
    const uzbekistan = region.facts.find(
      (fact) => fact.kind === "status" && fact.instrument === "DRUG1971" && fact.party === "UZB",
    );
    assert.partialDeepStrictEqual(uzbekistan, {
      act: "accession",
      actDate: civilDay(1995, 7, 12),
      effectDate: civilDay(1995, 10, 10),
    });
  });

  it("keeps the reported suspension unverified, for its clauses only, from both tables", () => {
    const suspensions = region.facts.filter(
      (fact) => fact.kind === "status" && fact.act === "suspension" && fact.instrument === "VD2011",
    );
    assert.equal(suspensions.length, 2);
    for (const fact of suspensions) {
      assert.partialDeepStrictEqual(fact, { party: "RUS", instrument: "VD2011", confidence: "low" });
      assert.ok(fact.kind === "status" && fact.effectDate === undefined && fact.clauses?.length === 6);
    }
  });

  it("has a channel for every entry of the fact base", () => {
    const count = (prefix: string) =>
      region.channels.filter((channel) => channel.clause.startsWith(`${prefix}-`)).length;
    assert.deepEqual(["VD2011", "SH1996", "CWC", "DRUG"].map(count), [29, 15, 6, 15]);
  });

  it("has the 57 participating States of the OSCE, ten members of the SCO, and those of the CIS, each with its date", () => {
    const members = (organisation: string) => {
      const rows = region.facts.filter(
        (fact) => fact.kind === "membership" && fact.organisation === organisation && fact.status === "member",
      );
      for (const row of rows) assert.ok(row.kind === "membership" && row.from !== undefined, row.id);
      const open = rows.flatMap((row) => (row.kind === "membership" && row.to === undefined ? [row.party] : []));
      return [...new Set(open)].sort();
    };
    assert.equal(members("OSCE").length, 57);
    assert.deepEqual(members("SCO"), ["BLR", "CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB"]);
    assert.deepEqual(members("CIS"), ["ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB"]);
  });

  it("keeps what sources dispute as rows of their own, with the reason", () => {
    const ids = region.disputes.map(({ id }) => id);
    for (const id of ["CST-UZB", "EU-2014-2020", "MO1997-FORCE", "CST-ARM", "S004-UNATTESTED"])
      assert.ok(ids.includes(id), id);
    for (const { id, rows, reason } of region.disputes) assert.ok(rows.length >= 2 && reason.length > 20, id);
    const budgets = region.programmes
      .filter(({ dispute }) => dispute === "EU-2014-2020")
      .map(({ budget }) => String(budget?.amount));
    assert.ok(budgets.length >= 2 && new Set(budgets).size === budgets.length, budgets.join());
  });

  it("counts nothing that a machine-written source alone asserts as sure", () => {
    const alone = [...region.claims, ...region.programmes, ...region.threats, ...region.organisations].filter(
      ({ source }) => /^[^;]*\[S004\]$/.test(source),
    );
    assert.ok(alone.length > 10);
    for (const row of alone) assert.equal(row.confidence, "low", JSON.stringify(row).slice(0, 120));
  });

  it("has money, events, threats, figures, statements and undertakings", () => {
    const { programmes, timeline, threats, indicators, claims, undertakings } = region;
    const counts = [programmes, timeline, threats, indicators, claims, undertakings].map((rows) => rows.length);
    assert.deepEqual(counts, [79, 142, 35, 35, 90, 35]);
    assert.ok(
      indicators.some(({ value }) => value === undefined),
      "an unknown figure stays unknown",
    );
    assert.ok(
      timeline.some(({ date }) => typeof date !== "number"),
      "a date keeps its precision",
    );
  });

  it("says what each table covers", () => {
    for (const table of region.tables) assert.ok(table.of !== undefined, table.table);
  });

  const place = (lat: number, lon: number): Place => ({ lat, lon });
  const located: readonly (readonly [string, Place, string, string])[] = [
    ["east of Zharkent, some 60 km from China", place(44.2, 79.6), "inside", "inside"],
    ["Almaty", place(43.25, 76.9), "outside", "inside"],
    ["Astana", place(51.1, 71.4), "outside", "inside"],
    ["Yining in China", place(43.9, 81.3), "inside", "outside"],
    ["Urumqi", place(43.8, 87.6), "outside", "outside"],
    ["Murghab", place(38.17, 73.97), "inside", "inside"],
    ["the border of Kazakhstan and Uzbekistan", place(41.3, 69), "outside", "inside"],
    ["the border of Kazakhstan and Russia", place(51.7, 51.4), "outside", "within map error"],
    ["Novosibirsk, east of the Urals", place(55, 83), "outside", "outside"],
    ["Moscow", place(55.75, 37.6), "outside", "not mapped"],
    ["Vienna", place(48.2, 16.4), "outside", "not mapped"],
    ["Ulaanbaatar", place(47.9, 106.9), "outside", "not mapped"],
    ["Kabul", place(34.5, 69.2), "outside", "outside"],
  ];
  for (const [name, where, shanghai, vienna] of located) {
    it(`locates ${name}`, () => {
      assert.deepEqual(
        [geography.locate("shanghai-1996-zone", where), geography.locate("vd2011-zone", where)],
        [shanghai, vienna],
      );
    });
  }

  it("knows the exclaves: Sokh and Vorukh are in the zone whatever state they belong to", () => {
    for (const where of [place(39.97, 71.13), place(39.86, 70.58)])
      assert.equal(geography.locate("vd2011-zone", where), "inside");
  });

  it("has the parties of each zone, and places to try them", () => {
    assert.deepEqual(geography.zones, ["shanghai-1996-zone", "vd2011-zone"]);
    assert.deepEqual(geography.info("shanghai-1996-zone")?.parties, ["CHN", "KAZ", "KGZ", "RUS", "TJK"]);
    assert.deepEqual(geography.info("vd2011-zone")?.parties, FIVE);
    for (const zone of geography.zones) {
      for (const party of geography.info(zone)?.parties ?? []) {
        const sample = geography.sampleInZone(zone, party);
        assert.ok(sample !== undefined, `${zone} ${party}`);
        assert.deepEqual(geography.holders(zone, sample), [{ party, location: "inside" }]);
      }
    }
  });

  it("explains distances: how far from China, and how sure the map is", () => {
    const distance = geography.distanceToLine("shanghai-1996-zone", place(44.2, 79.6), "KAZ");
    assert.ok(distance !== undefined && distance.km > 55 && distance.km < 65, String(distance?.km));
    assert.deepEqual([distance.accuracyKm, distance.name], [12, "border of China and Kazakhstan"]);
  });
});
