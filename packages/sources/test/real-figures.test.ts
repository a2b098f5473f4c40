import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { absent, realFile } from "./real-files.ts";
import { pick, type TakenFile, take, where } from "./taken.ts";

/** Value, bounds and text of the one row of an indicator. */
function figure(taken: TakenFile, indicator: string, party: string, year: number): Record<string, unknown> {
  const rows = where(taken.rows, { indicator, party, year });
  assert.equal(rows.length, 1, `${indicator} ${party} ${year}`);
  return pick(rows[0], "written", "number", "low", "high");
}

const NONE = { written: undefined, number: undefined, low: undefined, high: undefined };

describe("events in files of others", { skip: absent }, () => {
  it("UCDP: one row a line, states by the numbers of Gleditsch and Ward", () => {
    const { rows, refused } = take(realFile("events/ucdp_acd_central_asia.csv"), "ucdp-acd");
    assert.deepEqual([rows.length, refused.length], [19, 0]);
    // 13324,2022,703,,702,,territory,1,interstate,...,2022-09-18
    assert.deepEqual(where(rows, { event: "13324" })[1], {
      row: 2,
      event: "13324",
      kind: "interstate conflict",
      from: "2022-01-01",
      to: "2022-09-18",
      precision: "year",
      parties: "KGZ;TJK",
      severity: "minor: 25 to 999 battle-related deaths in the year",
      written: "territory",
    });
    // Tajikistan 1993 has a line for each supporting state: 365 and 704.
    assert.deepEqual(
      where(rows, { event: "395", from: "1993-01-01" }).map(({ parties }) => parties),
      ["RUS;TJK", "TJK;UZB"],
    );
  });

  it("militarised disputes: both directions of a pair are one", () => {
    const { rows, refused } = take(realFile("events/gml_mid_dirdisp_central_asia.csv"), "gml-mid-directed-disputes");
    assert.deepEqual([rows.length, refused.length], [24, 0]);
    // 4283: 700-702 and 700-704 of 2001, each in both directions.
    assert.deepEqual(
      where(rows, { event: "4283" }).map((row) => pick(row, "parties", "severity")),
      [
        { parties: "AFG;TJK", severity: "war" },
        { parties: "AFG;UZB", severity: "war" },
      ],
    );
  });

  it("counts of Our World in Data are figures of a country and year, zero where it says zero", () => {
    const ged = take(
      realFile("events/owid_conflict_deaths_-_ucdp_georeferenced_event_data_2019.csv"),
      "owid-ucdp-ged-2019",
    );
    assert.equal(ged.rows.length, 2 * 150);
    // Kyrgyzstan,2010,44,0.81 and Uzbekistan,2010,0,0
    assert.equal(figure(ged, "ucdp.ged.deaths", "KGZ", 2010).number, 44);
    assert.equal(figure(ged, "ucdp.ged.death-rate", "KGZ", 2010).number, 0.81);
    assert.equal(figure(ged, "ucdp.ged.deaths", "UZB", 2010).number, 0);
    const ucdp = take(realFile("events/owid_conflict_deaths_by_country_-_ucdp_2019.csv"), "owid-ucdp-2019");
    assert.equal(ucdp.rows.length, 24);
    assert.equal(figure(ucdp, "ucdp.violent-deaths", "TJK", 1992).number, 3859);
    const rand = take(
      realFile("events/owid_rand_database_of_worldwide_terrorism_incidents.csv"),
      "owid-rand-terrorism",
    );
    assert.equal(rand.rows.length, 3 * 31);
    // Uzbekistan,1999,4,128,16
    const uzbekistan = ["incidents", "injuries", "fatalities"].map(
      (of) => figure(rand, `rand.${of}`, "UZB", 1999).number,
    );
    assert.deepEqual(uzbekistan, [4, 128, 16]);
    for (const { refused } of [ged, ucdp, rand]) assert.deepEqual(refused, []);
  });
});

describe("indicators in files of others", { skip: absent }, () => {
  it("governance: two updates beside each other, the bounds with the rank and not with the estimate", () => {
    const late = take(realFile("indicators/wgi_2024update_central_asia.csv"), "wgi-2024");
    const early = take(realFile("indicators/wgi_2020update_central_asia.csv"), "wgi-2020");
    assert.deepEqual([late.rows.length, early.rows.length], [2 * 750, 2 * 630]);
    assert.deepEqual(
      [late.layout.producer.dataset, late.layout.vintage?.({ name: "", bytes: 0, head: "" })],
      ["wgi", "2024"],
    );
    // KAZcc2020: -0.3781428635120392, rank 40.95 between 28.57 and 49.05, of 10 sources
    assert.deepEqual(figure(late, "wgi.cc", "KAZ", 2020), {
      ...NONE,
      written: "-0.3781428635120392",
      number: -0.3781428635120392,
    });
    assert.deepEqual(figure(late, "wgi.cc.rank", "KAZ", 2020), {
      written: "40.9523811340332",
      number: 40.9523811340332,
      low: 28.571428298950195,
      high: 49.0476188659668,
    });
    // Tajikistan,TJK,2019,-1.82959342002869,0.985...,9,3.448...,0.133...,6.403...,VoiceandAccountability
    assert.equal(figure(early, "wgi.va", "TJK", 2019).number, -1.82959342002869);
    assert.equal(figure(early, "wgi.va.rank", "TJK", 2019).high, 6.40394067764282);
    assert.deepEqual([late.refused, early.refused], [[], []]);
  });

  it("rule of law: 53 columns, one state under two names", () => {
    const wjp = take(realFile("indicators/wjp_rule_of_law_2013_2020_central_asia.csv"), "wjp-rule-of-law");
    assert.deepEqual([wjp.rows.length, wjp.refused.length], [21 * 53, 0]);
    // 388,Kyrgyzstan,KGZ,...,0.47776675329968776,2019,0.47740686743123045,...
    assert.equal(figure(wjp, "wjp.overall", "KGZ", 2019).written, "0.47776675329968776");
    assert.equal(figure(wjp, "wjp.1", "KGZ", 2019).written, "0.47740686743123045");
    assert.deepEqual([...new Set(wjp.rows.map(({ party }) => party))].sort(), ["KAZ", "KGZ", "UZB"]);
    // Each name in the layout is a column of the file, the one that is written over three lines too.
    assert.equal(wjp.rows.filter(({ written }) => written === undefined).length, 0);
  });

  it("Freedom House: ratings and scores; what was not asked has no number", () => {
    const ratings = take(realFile("indicators/fh_central_asia.csv"), "freedom-house-ratings");
    assert.deepEqual([ratings.rows.length, ratings.refused.length], [3 * 170, 0]);
    // Uzbekistan,2005,7,7,NF,14,0
    assert.equal(figure(ratings, "fh.pr", "UZB", 2005).number, 7);
    assert.deepEqual(figure(ratings, "fh.status", "UZB", 2005), { ...NONE, written: "NF" });
    const scores = take(realFile("indicators/fh_full_central_asia.csv"), "freedom-house-scores");
    assert.deepEqual([scores.rows.length, scores.refused.length, scores.without.length], [65 * 39, 0, 0]);
    // Tajikistan, edition 2013 of the year 2012: total 24
    assert.equal(figure(scores, "fh.total", "TJK", 2012).number, 24);
    assert.equal(where(scores.rows, { party: "TJK", year: 2012 })[0]?.edition, "2013");
    // Kazakhstan,...,2025,2024: AddQ 0, AddA N/A
    assert.equal(figure(scores, "fh.AddQ", "KAZ", 2024).number, 0);
  });

  it("BTI: an empty score is a row without a value", () => {
    const bti = take(realFile("indicators/bti_central_asia.csv"), "bti");
    assert.deepEqual([bti.refused.length, bti.without.length], [0, 0]);
    assert.equal(bti.rows.length % 50, 0);
    // Kyrgyzstan,2016,Post-Soviet Eurasia,55,5.89642857142857,6.15,8,9,8,9,6,...
    assert.equal(figure(bti, "bti.S", "KGZ", 2016).written, "5.89642857142857");
    assert.equal(figure(bti, "bti.Q1.1", "KGZ", 2016).number, 9);
    // Approval of democracy of Kazakhstan in 2022 is empty.
    assert.deepEqual(figure(bti, "bti.Q5.3", "KAZ", 2022), NONE);
  });

  it("Polity: -88 is a transition, no score", () => {
    const polity = take(realFile("indicators/polity5_central_asia.csv"), "polity5");
    assert.deepEqual([polity.rows.length, polity.refused.length, polity.without.length], [6 * 140, 0, 0]);
    // Kyrgyzstan,2010: democ, autoc and polity -88, polity2 4
    assert.deepEqual(figure(polity, "polity.polity", "KGZ", 2010), { ...NONE, written: "-88" });
    assert.equal(figure(polity, "polity.polity2", "KGZ", 2010).number, 4);
    assert.equal(figure(polity, "polity.polity", "KGZ", 2011).number, 7);
  });

  it("V-Dem: bounds of the estimate, and the Emirate of Bukhara under its own name", () => {
    const vdem = take(realFile("indicators/vdem_simple_central_asia.csv"), "vdem");
    assert.deepEqual([vdem.rows.length, vdem.refused.length], [7 * 307, 0]);
    // Kyrgyzstan,KGZ,...,2010: 0.383 between 0.341 and 0.42
    assert.deepEqual(figure(vdem, "vdem.v2x_polyarchy", "KGZ", 2010), {
      written: "0.383",
      number: 0.383,
      low: 0.341,
      high: 0.42,
    });
    const years = where(vdem.rows, { party: "UZB", indicator: "vdem.v2x_polyarchy" }).map(({ year }) => Number(year));
    assert.equal(Math.min(...years), 1990);
    assert.deepEqual(figure(vdem, "vdem.v2x_polyarchy", "VDEM:Emirate of Bukhara", 1850), NONE);
  });

  it("capabilities and armed forces: what is empty is unknown, not zero", () => {
    const nmc = take(realFile("indicators/cow_nmc_central_asia.csv"), "cow-nmc");
    assert.deepEqual([nmc.rows.length, nmc.refused.length, nmc.without.length], [7 * 160, 0, 0]);
    // 702,1995,111000,8,...; 40 of 160 lines have no military expenditure.
    assert.equal(figure(nmc, "nmc.milex", "TJK", 1995).number, 111000);
    assert.equal(where(nmc.rows, { indicator: "nmc.milex", written: undefined }).length, 40);
    const path =
      "indicators/owid_armed_forces_personnel_as_a_share_of_the_total_population_owid_based_on_world_bank.csv";
    const forces = take(realFile(path), "owid-armed-forces-2017");
    assert.deepEqual([forces.rows.length, forces.refused.length], [3 * 285, 0]);
    // Tajikistan,2016,,8734951,
    assert.deepEqual(figure(forces, "armed-forces.personnel", "TJK", 2016), NONE);
    assert.equal(figure(forces, "armed-forces.population", "TJK", 2016).number, 8734951);
  });
});
