import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readPrintedTotals } from "@kelisim/sources";

const messages = (text: string) => {
  const read = readPrintedTotals(text, "trainings");
  assert.ok("problems" in read, JSON.stringify(read));
  return read.problems.map(({ line, code, message }) => `${line} ${code} ${message}`);
};

describe("totals that a report prints", () => {
  it("are read by the columns of the table, several in a line, with how far they are rounded", () => {
    const read = readPrintedTotals(
      '\uFEFFParty;Fiscal Year;Quantity;Amount\nKGZ;2011-2012;151;"1,085,015"\n\nTJK;;;3.50\n',
      "trainings",
    );
    assert.deepEqual("totals" in read && read.totals, [
      {
        line: 2,
        what: "KGZ, 2011-2012",
        where: { party: "KGZ", fiscal_year: "2011-2012" },
        sum: "quantity",
        printed: "151",
        unit: "1",
      },
      {
        line: 2,
        what: "KGZ, 2011-2012",
        where: { party: "KGZ", fiscal_year: "2011-2012" },
        sum: "amount",
        printed: "1085015",
        unit: "1",
      },
      { line: 4, what: "TJK", where: { party: "TJK" }, sum: "amount", printed: "3.5", unit: "0.01" },
    ]);
  });

  it("that cannot be read are told with their line", () => {
    assert.deepEqual(messages("party,colour,amount\nKGZ,red,1\n"), [
      '1 totals/unknown-column trainings has no column "colour"',
    ]);
    assert.deepEqual(messages("party,year\nKGZ,2011\n"), ["1 totals/no-total no column holds a total"]);
    assert.deepEqual(messages("party,amount\nKGZ,ten\nTJK\n"), [
      '2 totals/cell amount: "ten" is not an amount',
      "3 totals/cells 1 cells, and the header has 2",
    ]);
    assert.match(messages("nothing")[0]!, /^1 totals\/no-table/);
  });
});
