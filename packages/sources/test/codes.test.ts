import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codeOf, foldName } from "../src/index.ts";

describe("codes", () => {
  it("of states lead to ISO 3166-1 alpha-3, by number, letters or name", () => {
    assert.equal(codeOf("cow", "COW", "702"), "TJK");
    assert.equal(codeOf("gw", "GW", "704"), "UZB");
    assert.equal(codeOf("iso number", "ISO", "51"), "ARM");
    assert.equal(codeOf("iso number", "ISO", "051"), "ARM");
    assert.equal(codeOf("iso2", "ISO", "kg"), "KGZ");
    for (const name of ["Kyrgyz Republic", "Kyrgyzstan", "KYRGYZ REPUBLIC", "Kyrgz Republic"]) {
      assert.equal(codeOf("country names", "N", name), "KGZ", name);
    }
    assert.equal(codeOf("country names", "N", "Uzbekhstan"), "UZB");
    assert.equal(codeOf("country names", "N", "Türkiye"), "TUR");
    assert.equal(codeOf("country names", "N", "Kazakhstan, Republic Of"), "KAZ");
  });

  it("of the two lists of states are never mixed: 970 is Nauru to one and Kiribati to the other", () => {
    assert.equal(codeOf("cow", "COW", "970"), "NRU");
    assert.equal(codeOf("gw", "GW", "970"), "KIR");
    assert.equal(codeOf("cow", "COW", "255"), "DEU");
    assert.equal(codeOf("gw", "GW", "255"), "GW:255");
    assert.equal(codeOf("gw", "GW", "260"), "DEU");
  });

  it("of the OECD are donors by number or any of their names, and regions under the producer's name", () => {
    for (const text of ["918", "EU Institutions"]) assert.equal(codeOf("crs donors", "CRS", text), "EU");
    for (const text of ["915", "AsDB", "Asian Development Bank [AsDB]"])
      assert.equal(codeOf("crs donors", "CRS", text), "ADB");
    assert.equal(codeOf("crs donors", "CRS", "55"), "TUR");
    assert.equal(codeOf("crs donors", "CRS", "Kuwait [KFAED]"), "KWT");
    assert.equal(codeOf("crs recipients", "CRS", "617"), "UZB");
    for (const text of ["619", "CENTRAL_ASIA_REGIONAL", "Central Asia, regional"]) {
      assert.equal(codeOf("crs recipients", "CRS", text), "Central Asia, regional");
    }
  });

  it("that no list holds are kept", () => {
    assert.equal(codeOf("cow", "COW", "315"), "COW:315");
    assert.equal(codeOf("crs donors", "CRS", "4711"), "CRS:4711");
    assert.equal(codeOf("iso3", "TFDD", "GNL"), "TFDD:GNL");
  });

  it("are compared without accents, case and leading zeros", () => {
    assert.equal(foldName("Côte d'Ivoire"), "cote d ivoire");
    assert.equal(foldName("H&M Foundation"), "h and m foundation");
    assert.equal(foldName("007"), "7");
    assert.equal(foldName("0"), "0");
  });
});
