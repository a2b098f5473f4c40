import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SelectedCell } from "@kelisim/analysis";
import { asPercent } from "../src/calculations/exact.ts";
import { type AskFlows, answerCall, recordedText } from "../src/index.ts";
import { REGION, TODAY } from "./brief-for-tests.ts";

const inputs = [{ of: "h1", name: "Wells of Nowhere", vintage: "2025-08", rows: 3 }];
const cell = (purpose: string | null, sum: string | undefined, measure = "commitment"): SelectedCell => ({
  by: { purpose, measure, currency: "USD", price_year: null },
  ...(sum === undefined ? {} : { sum }),
  rows: 1,
  without: sum === undefined ? 1 : 0,
});

/** Asks invented cells, and keeps what was asked. */
function asking(cells: readonly SelectedCell[]): { readonly flows: AskFlows; readonly asked: Parameters<AskFlows>[] } {
  const asked: Parameters<AskFlows>[] = [];
  return {
    asked,
    flows: async (...question) => {
      asked.push(question);
      return { cells, inputs };
    },
  };
}

const ask = async (calculation: string, given: Record<string, string>, cells: readonly SelectedCell[]) => {
  const { flows, asked } = asking(cells);
  return {
    answer: await answerCall({ calculation, arguments: given }, { region: REGION, today: TODAY, flows }),
    asked,
  };
};

describe("money in a brief", () => {
  it("is the share of a purpose, in per cent, with method, inputs and exclusions", async () => {
    // By hand: 3 / (3 + 7957 + 0) = 0.000377 (six places) = 0.0377 %. The row without an amount is left out.
    const cells = [cell("15210", "3"), cell("11110", "7957"), cell("15220", undefined)];
    const { answer, asked } = await ask("money.share", { purpose: "152", year: "2019", recipient: "KAZ" }, cells);
    assert.ok(answer.kind === "figure");
    assert.equal(recordedText(answer.figure.value), "0.0377 %");
    assert.deepEqual(answer.figure.exclusions, [{ reason: "no amount or no currency given", rows: 1 }]);
    assert.deepEqual(answer.figure.inputs, inputs);
    assert.deepEqual(asked, [
      [
        {
          where: [
            { column: "recipient", in: ["KAZ"] },
            { column: "year", in: [2019] },
          ],
          by: ["purpose"],
          sum: "amount",
        },
        undefined,
      ],
    ]);
  });

  it("is unknown where something is undecided or nothing is given", async () => {
    for (const cells of [[cell("152", "3"), cell("11110", "7")], [cell("15210", undefined)], []]) {
      const { answer } = await ask("money.share", { purpose: "15210" }, cells);
      assert.ok(answer.kind === "figure");
      assert.equal(recordedText(answer.figure.value), "unknown");
    }
  });

  it("never mixes sums", async () => {
    const { answer } = await ask("money.series", {}, [cell(null, "3"), cell(null, "4", "disbursement")]);
    assert.ok(answer.kind === "refused");
    assert.match(answer.message, /^2 sums that are never mixed.*commitment in USD; disbursement in USD/);
  });

  it("is an exact sum", async () => {
    const { answer, asked } = await ask("money.series", { purpose: "152", price_year: "current" }, [
      cell(null, "3.10"),
    ]);
    assert.ok(answer.kind === "figure");
    assert.equal(recordedText(answer.figure.value), "3.1 USD");
    assert.deepEqual(asked[0]![0].where, [
      { column: "price_year", absent: true },
      { column: "purpose", startsWith: ["152"] },
    ]);
  });

  it("refuses what is no question", async () => {
    const said = async (given: Record<string, string>) => (await ask("money.share", given, [])).answer;
    assert.match(JSON.stringify(await said({})), /takes a purpose/);
    assert.match(JSON.stringify(await said({ purpose: "152", year: "soon" })), /\\"soon\\" is no year/);
  });

  it("moves the point of a ratio without arithmetic", () => {
    const cases: [string, string][] = [
      ["0.000377", "0.0377"],
      ["1", "100"],
      ["0.5", "50"],
      ["-0.1234", "-12.34"],
      ["0", "0"],
      ["0.100000", "10"],
    ];
    for (const [ratio, percent] of cases) assert.equal(asPercent(ratio), percent);
  });
});
