import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DOCUMENT_LAYOUTS, layoutsOfSource, TABLE_LAYOUTS } from "@kelisim/sources";

const all = [...DOCUMENT_LAYOUTS, ...TABLE_LAYOUTS];
const idsOf = (source: string) => layoutsOfSource(source, all).map(({ id }) => id);

describe("a source as a person names it", () => {
  it("is a layout, a data set or the beginning of either", () => {
    assert.deepEqual(idsOf("wgi-2024"), ["wgi-2024"]);
    assert.deepEqual(idsOf("WGI").toSorted(), ["wgi-2020", "wgi-2024"]);
    assert.deepEqual(idsOf("IATI"), ["iati-activities"]);
    assert.deepEqual(idsOf("oecd-crs").toSorted(), ["oecd-crs"]);
    assert.ok(idsOf("oecd").includes("oecd-crs-climate"));
  });

  it("is none of the middle of a name, and none that nobody has", () => {
    assert.deepEqual(idsOf("crs"), []);
    assert.deepEqual(idsOf("wg"), []);
    assert.deepEqual(idsOf(""), []);
  });
});
