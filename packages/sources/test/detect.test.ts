import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detect, headerOf, type Layout, TABLE_LAYOUTS } from "../src/index.ts";
import { vintageInColumn, vintageInName } from "../src/layouts/vintage.ts";
import { absent, realFile } from "./real-files.ts";

const sample = (header: readonly string[], name = "file.csv", head = header.join(",")) => ({
  name,
  bytes: 1,
  head,
  header,
});

describe("detecting a layout", () => {
  for (const layout of TABLE_LAYOUTS) {
    it(`finds ${layout.id} by its own columns, whatever their case`, () => {
      const header = layout.header.map((name) => name.toUpperCase());
      const found = detect(sample(header, "file.csv", `${header.join(",")}\nDT.ODA.ODAT.CD`));
      assert.ok("layout" in found);
      assert.ok([found.layout, ...found.others].includes(layout), found.layout.id);
    });
  }

  it("says of a file that is read into two tables which the other is", () => {
    const atop = TABLE_LAYOUTS.find(({ id }) => id === "atop-member-obligations")!;
    const found = detect(sample(atop.header));
    assert.ok("layout" in found);
    assert.deepEqual(
      [found.layout.id, ...found.others.map(({ id }) => id)],
      ["atop-member-obligations", "atop-memberships"],
    );
  });

  it("names the nearest layout and the columns that the file lacks", () => {
    const found = detect(sample(["year", "recipient", "donor_code", "donor_name", "amount"]));
    assert.ok("problem" in found);
    assert.equal(
      found.problem,
      'the file is nearest to "D-Portal, flows by donor and recipient", but has no column "usd_million"',
    );
    assert.deepEqual(found.candidates[0]?.missing, ["usd_million"]);
    assert.ok(found.candidates.length <= 3);
  });

  it("proposes nothing for a file that is like none", () => {
    const found = detect(sample(["a", "b", "c"]));
    assert.deepEqual(found, { candidates: [], problem: "no layout known here has the columns of this file (a, b, c)" });
    const binary = detect({ name: "photo.jpg", bytes: 1, head: "" });
    assert.ok("problem" in binary);
  });

  it("does not take an extract for the whole, nor any table of the World Bank for aid", () => {
    const crs = TABLE_LAYOUTS.find(({ id }) => id === "oecd-crs")!;
    const partial = crs.header.filter((name) => name !== "usd_received");
    const found = detect(sample([...partial, "de_recipientcode"]));
    assert.ok("problem" in found && found.problem.includes('"usd_received"'));
    const gdp = detect(sample(["date", "iso_code", "indicator_code", "value"], "gdp.csv", "NY.GDP.MKTP.CD"));
    assert.ok("problem" in gdp);
  });

  it("asks documents for their own look at the sample first", () => {
    const document: Layout = {
      form: "document",
      id: "xml",
      version: 1,
      table: "flows",
      producer: { dataset: "xml", name: "XML", citation: "Nobody.", caveats: [] },
      accepts: ({ head }) => head.startsWith("<"),
      columns: [],
      read: async function* () {},
    };
    const found = detect({ name: "a.xml", bytes: 1, head: "<a/>" }, [...TABLE_LAYOUTS, document]);
    assert.ok("layout" in found);
    assert.equal(found.layout.id, "xml");
  });
});

describe("the first line", () => {
  it("gives the delimiter and the names, also in quotes and over two lines", () => {
    assert.deepEqual(headerOf("\ufeffa,b\n1,2\n"), { delimiter: ",", header: ["a", "b"] });
    assert.deepEqual(headerOf("a\tb, c\td"), { delimiter: "\t", header: ["a", "b, c", "d"] });
    assert.deepEqual(headerOf('"a"|"b ""c"""|"d\n|e"\r\n'), { delimiter: "|", header: ["a", 'b "c"', "d\n|e"] });
    assert.equal(headerOf("one column\n1\n"), undefined);
    assert.equal(headerOf(""), undefined);
  });
});

describe("a vintage in a file's name", () => {
  it("is a year with its month; a year alone is what the file is about", () => {
    const vintage = (name: string) => vintageInName({ name, bytes: 1, head: "" });
    assert.equal(vintage("oecdcrs_flowtype_202508.csv"), "2025-08");
    assert.equal(vintage("/data/2019/crs-2024-12-31.parquet"), "2024-12-31");
    assert.equal(vintage("CRS 2021 data.txt"), undefined);
    assert.equal(vintage("dportal_crs_donor_recipient_2012_2019.csv"), undefined);
    assert.equal(vintage("x_1992_2023.csv"), undefined);
  });

  it("may stand in a column: the last version or edition of the sample's whole lines", () => {
    const vintage = vintageInColumn("version");
    const sample = (head: string) => ({ name: "x_202301.csv", bytes: 1, head });
    assert.equal(vintage(sample("id,version\n1,gml-2.2.1\n2,gml-2.10.0\n")), "2.10.0");
    // Of the last line only a part is there.
    assert.equal(vintage(sample("id,version\n1,23.1\n2,24")), "23.1");
    assert.equal(vintage(sample("id,year\n1,2020\n")), "2023-01");
  });

  it("is found in real files", { skip: absent }, () => {
    const vintage = (path: string) => {
      const { sample } = realFile(path);
      const found = detect(sample);
      return "layout" in found ? found.layout.vintage?.(sample) : undefined;
    };
    assert.equal(vintage("organisations/atop5_1_alliance_members_central_asia.csv"), "5.1");
    assert.equal(vintage("organisations/un_mtdsg_2015_central_asia_actions.csv"), "2015-03");
    assert.equal(vintage("events/gml_mid_dirdisp_central_asia.csv"), "2.2.1");
    assert.equal(vintage("indicators/vdem_simple_central_asia.csv"), "2024");
    assert.equal(vintage("indicators/fh_full_central_asia.csv"), "2025");
    assert.equal(vintage("indicators/bti_central_asia.csv"), "2024");
    assert.equal(vintage("indicators/wjp_rule_of_law_2013_2020_central_asia.csv"), "2020");
    assert.equal(vintage("indicators/wgi_2020update_central_asia.csv"), "2020");
    assert.equal(vintage("organisations/cow_igo_v3_central_asia_spells.csv"), "3.0");
    assert.equal(vintage("oda/dportal_crs_donor_recipient_2012_2019.csv"), undefined);
  });
});
