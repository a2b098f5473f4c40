import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TABLE_LAYOUTS } from "../src/index.ts";
import { absent, realFile } from "./real-files.ts";
import { pick, take, takeBy, where } from "./taken.ts";

describe("organisations and treaties in files of others", { skip: absent }, () => {
  it("Correlates of War: member years become the very spells of the other file", () => {
    const years = take(realFile("organisations/cow_igo_v3_central_asia_member_years.csv"), "cow-igo-member-years");
    const spells = take(realFile("organisations/cow_igo_v3_central_asia_spells.csv"), "cow-igo-spells");
    assert.deepEqual([years.refused.length, spells.refused.length], [0, 0]);
    const columns = ["organisation", "organisation_name", "party", "status", "from", "to", "precision", "covered_to"];
    const told = (rows: typeof spells.rows) => rows.map((row) => JSON.stringify(pick(row, ...columns))).sort();
    assert.equal(spells.rows.length, 276);
    assert.deepEqual(told(years.rows), told(spells.rows));
    // CSTO,...,UZB,full,2002,2011: until the first day of 2012. KAZ to 2014, the last year covered: no end known.
    assert.deepEqual(
      where(spells.rows, { organisation: "CSTO" }).map((row) => [row.party, row.status, row.from, row.to]),
      [
        ["KAZ", "member", "2002-01-01", undefined],
        ["KGZ", "member", "2002-01-01", undefined],
        ["TJK", "member", "2002-01-01", undefined],
        ["UZB", "member", "2002-01-01", "2012-01-01"],
      ],
    );
  });

  it("ATOP members: a row for each kind of obligation, with the phases of who left and came back", () => {
    const file = realFile("organisations/atop5_1_alliance_members_central_asia.csv");
    const { rows, refused, ignored } = take(file, "atop-member-obligations");
    // Ones in the columns: defense 51, neutral 18, nonagg 267, consul 126; offense none.
    assert.deepEqual([rows.length, refused.length, ignored], [51 + 18 + 267 + 126, 0, {}]);
    // 4220, Uzbekistan: 15 May 1992 to 20 April 1999, and 17 August 2006 to 28 June 2012.
    assert.deepEqual(
      where(rows, { treaty: "4220", party: "UZB", kind: "defence" }).map((row) => pick(row, "from", "to", "precision")),
      [
        { from: "1992-05-15", to: "1999-04-20", precision: "day" },
        { from: "2006-08-17", to: "2012-06-28", precision: "day" },
      ],
    );
    // Czechoslovakia is no state of today.
    assert.ok(rows.some(({ party }) => party === "COW:315"));
  });

  it("ATOP members as memberships: Uzbekistan leaves in 2012, where Correlates of War has it leave after 2011", () => {
    const layout = TABLE_LAYOUTS.find(({ id }) => id === "atop-memberships")!;
    const { rows, refused } = takeBy(layout, realFile("organisations/atop5_1_alliance_members_central_asia.csv"));
    assert.deepEqual([rows.length, refused.length], [300, 0]);
    assert.deepEqual(
      where(rows, { organisation: "4220", party: "UZB" }).map(({ from, to }) => [from, to]),
      [
        ["1992-05-15", "1999-04-20"],
        ["2006-08-17", "2012-06-28"],
      ],
    );
  });

  it("ATOP alliances: one act for each member in its 59 columns", () => {
    const { rows, refused } = take(realFile("organisations/atop5_1_alliances_central_asia.csv"), "atop-alliances");
    // 254 cells of mem1 to mem59 are filled in 86 lines.
    assert.deepEqual([rows.length, refused.length, new Set(rows.map(({ treaty }) => treaty)).size], [254, 0, 86]);
    // 4022,,,1991,2,18,...,703,705
    assert.deepEqual(
      where(rows, { treaty: "4022" }).map(({ party, date }) => [party, date]),
      [
        ["KGZ", "1991-02-18"],
        ["KAZ", "1991-02-18"],
      ],
    );
  });

  it("ATOP dyads: years that follow each other are one spell", () => {
    const { rows, refused } = take(
      realFile("organisations/atop_central_asia_directed_dyads.csv"),
      "atop-directed-dyads",
    );
    assert.equal(refused.length, 0);
    // 702,703 from 1992 to 2018, the last year covered: defence, non-aggression and consultation, no end known.
    assert.deepEqual(
      where(rows, { party: "TJK", toward: "KGZ" }).map(({ kind, from, to }) => [kind, from, to]),
      [
        ["defence", "1992-01-01", undefined],
        ["non-aggression", "1992-01-01", undefined],
        ["consultation", "1992-01-01", undefined],
      ],
    );
  });

  it("UN treaties: the letter behind the date is the act", () => {
    const { rows, refused, ignored } = take(
      realFile("organisations/un_mtdsg_2015_central_asia_actions.csv"),
      "un-mtdsg",
    );
    assert.deepEqual([refused.length, ignored], [0, { "says where the act is registered, not an act": 25 }]);
    // Values by their letter: a 272, A 22, P 9 (2 participations, 7 consents); none 71 under "Signature" and 88 elsewhere, of
    // which 5 are days of registration, 5 of admission, 13 applications, 3 + 1 participations: 61 ratifications.
    const counted = [...Map.groupBy(rows, ({ act }) => String(act))].map(([act, of]) => [act, of.length] as const);
    assert.deepEqual(Object.fromEntries(counted), {
      "admission by resolution of the General Assembly": 5,
      accession: 272,
      ratification: 61,
      signature: 71,
      participation: 5,
      acceptance: 22,
      "definitive signature or participation": 1,
      "consent to be bound": 7,
      application: 13,
    });
    // Chemical Weapons Convention, Uzbekistan: signed 24 Nov 1995; "23 Jul 1996" under "Ratification, Accession(a), ...".
    assert.deepEqual(
      where(rows, { treaty: "26-3", party: "UZB" }).map((row) => pick(row, "act", "date", "precision", "written")),
      [
        { act: "signature", date: "1995-11-24", precision: "day", written: "24 Nov 1995" },
        { act: "ratification", date: "1996-07-23", precision: "day", written: "23 Jul 1996" },
      ],
    );
    // Terrorist bombings, Tajikistan: "29 Jul 2002 a".
    assert.deepEqual(pick(where(rows, { treaty: "18-9", party: "TJK" })[0], "act", "date"), {
      act: "accession",
      date: "2002-07-29",
    });
  });

  it("DESTA: members of one cell, only of agreements that were concluded", () => {
    const { rows, refused, ignored } = take(realFile("organisations/desta_trade_agreements_central_asia.csv"), "desta");
    // 48 base treaties with 170 members; 115 members of those with a year of entry into force.
    assert.deepEqual([rows.length, refused.length], [170 + 115, 0]);
    assert.deepEqual(ignored, {
      "lists all members, not the one that acceded or left": 10,
      "negotiated, not concluded": 2,
    });
    // 1040, Eurasian Economic Union, 2014, in force 2015: 112 398 643.
    assert.deepEqual(
      where(rows, { treaty: "1040" }).map(({ party, act, date }) => `${party} ${act} ${date}`),
      [
        "BLR conclusion 2014-01-01",
        "KAZ conclusion 2014-01-01",
        "RUS conclusion 2014-01-01",
        "BLR entry into force 2015-01-01",
        "KAZ entry into force 2015-01-01",
        "RUS entry into force 2015-01-01",
      ],
    );
  });

  it("PA-X: the states of the conflict, over cells with many lines", () => {
    const { rows, refused } = take(realFile("organisations/pax_agreements_central_asia.csv"), "pa-x");
    // 21 Tajik agreements, one of five states and one of three.
    assert.deepEqual([rows.length, refused.length], [21 + 5 + 3, 0]);
    assert.deepEqual(
      where(rows, { treaty: "531" }).map(({ party, date }) => [party, date]),
      ["CHN", "KAZ", "KGZ", "RUS", "TJK"].map((party) => [party, "1996-04-26"]),
    );
  });

  it("TFDD: a document and country once, years that a spreadsheet made into days as years", () => {
    const { rows, refused } = take(realFile("organisations/tfdd_freshwater_treaties_central_asia.csv"), "tfdd");
    // 100 lines are 87 pairs of document and country.
    assert.deepEqual([rows.length, refused.length], [87, 0]);
    // Day 1996 of a spreadsheet (1899-12-30 + 1996 days) is 18.06.1905; its lines name Kazakhstan and Russia.
    assert.deepEqual(
      where(rows, { written: "18.06.1905" }).map((row) => pick(row, "party", "date", "precision")),
      [
        { party: "KAZ", date: "1996-01-01", precision: "year" },
        { party: "RUS", date: "1996-01-01", precision: "year" },
      ],
    );
    assert.deepEqual(pick(where(rows, { treaty: "614", party: "CHN" })[0], "date", "precision"), {
      date: "2001-09-12",
      precision: "day",
    });
    assert.equal(where(rows, { party: "TFDD:GNL" }).length, 1);
  });
});
