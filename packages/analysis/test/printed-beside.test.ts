import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { printedBeside } from "@kelisim/analysis";

const cell = (sum: string | undefined, currency = "USD", rows = 2, without = 0) => ({
  by: { measure: "disbursement", currency, price_year: null },
  ...(sum === undefined ? {} : { sum }),
  rows,
  without,
});

describe("a printed total beside the rows below it", () => {
  it("agrees within half a unit of its last digit", () => {
    const of = (printed: string, unit: string, sum: string) => printedBeside({ printed, unit }, [cell(sum)]).state;
    assert.deepEqual(
      [of("10", "1", "10.5"), of("10", "1", "10.51"), of("1.2", "0.1", "1.15"), of("1.2", "0.1", "1.1499")],
      ["agrees", "differs", "agrees", "differs"],
    );
  });

  it("tells the difference, and the rows that give no value", () => {
    // Rows without an amount have no currency: they are a group of their own.
    assert.deepEqual(printedBeside({ printed: "8", unit: "1" }, [cell("10"), { ...cell(undefined), without: 2 }]), {
      summed: "10",
      difference: "-2",
      rows: 4,
      without: 2,
      state: "differs",
    });
  });

  it("is compared with nothing where nothing is below it, or where kinds of money differ", () => {
    assert.deepEqual(printedBeside({ printed: "0", unit: "1" }, []), {
      rows: 0,
      without: 0,
      state: "nothing below it",
    });
    const several = printedBeside({ printed: "8", unit: "1" }, [cell("5"), cell("3", "EUR")]);
    assert.deepEqual([several.state, several.kinds], ["several sums", ["disbursement USD", "disbursement EUR"]]);
  });
});
