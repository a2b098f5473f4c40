import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { evaluate, moneySeries, type Selection } from "@kelisim/analysis";
import type { ObservationRow } from "@kelisim/model";
import { countedOnce, STANDS_BELOW, type TableLayout } from "@kelisim/sources";
import fc from "fast-check";
import { inLibrary, sound } from "./library-for-tests.ts";

/** Invented money of activities that contain others. */
const projects: TableLayout = {
  form: "table",
  id: "projects",
  version: 1,
  table: "flows",
  producer: { dataset: "projects", name: "Projects", citation: "Nobody", caveats: [] },
  header: ["activity", "parent", "measure", "currency", "amount"],
  makes: [
    {
      when: [],
      cells: {
        activity: { from: "activity", as: "text" },
        parent: { from: "parent", as: "text" },
        measure: { from: "measure", as: "text" },
        currency: { from: "currency", as: "text" },
        amount: { from: "amount", as: "amount", times: 1 },
        recipient: { from: "recipient", as: "text" },
      },
    },
  ],
};

type Money = Readonly<Record<"activity" | "parent" | "measure" | "currency" | "recipient", string>> & {
  readonly amount: number;
};

const COLUMNS = ["activity", "parent", "measure", "currency", "amount", "recipient"] as const;
const csv = (rows: readonly Money[]) =>
  `${[COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => row[column]).join(","))].join("\n")}\n`;

const row = (activity: string, parent: string, amount: number, more: Partial<Money> = {}): Money => ({
  activity,
  parent,
  measure: "disbursement",
  currency: "EUR",
  recipient: "KGZ",
  ...more,
  amount,
});

/** Takes each list of rows in as a file, and gives the library with the ids of the holdings. */
const withFiles = (
  files: readonly (readonly Money[])[],
  work: (holdings: Parameters<Parameters<typeof inLibrary>[0]>[0], ids: readonly string[]) => Promise<void>,
) =>
  inLibrary(
    async (holdings, folder) => {
      const ids: string[] = [];
      for (const [at, rows] of files.entries()) {
        const path = join(folder, `projects-${at}.csv`);
        await writeFile(path, csv(rows));
        ids.push(sound(await holdings.take(path, "command line", { vintage: String(2020 + at) })).holding.id);
      }
      await work(holdings, ids);
    },
    { layouts: [projects] },
  );

const total = (ids: readonly string[], by: readonly string[] = []): Selection => ({
  table: "flows",
  holdings: [...ids],
  where: [],
  by: [...by],
  sum: "amount",
});

describe("money of activities that contain others", () => {
  it("is counted once, at the lowest that give it, and what is not counted is told", () =>
    withFiles(
      [[row("P", "", 100), row("P", "", 7, { measure: "budget" }), row("A", "P", 60), row("B", "P", 40)]],
      async (holdings, ids) => {
        const answer = await holdings.answer(total(ids, ["activity"]));
        assert.ok("cells" in answer);
        assert.deepEqual(
          answer.cells.map(({ by, sum }) => [by.activity, by.measure, sum]),
          [
            ["A", "disbursement", "60"],
            ["B", "disbursement", "40"],
            ["P", "budget", "7"],
          ],
        );
        const { exclusions, inputs } = moneySeries(answer.cells, ["activity"], answer.inputs);
        assert.deepEqual(exclusions, [{ reason: STANDS_BELOW, rows: 1, amount: { sum: "100", currency: "EUR" } }]);
        assert.equal(inputs[0]!.rows, 3);
        const behind = await holdings.rows(total(ids), undefined, { from: 0, rows: 10 });
        assert.ok("rows" in behind);
        assert.deepEqual(
          behind.rows.map(({ row: { activity, measure } }) => `${activity} ${measure}`),
          ["P budget", "A disbursement", "B disbursement"],
        );
      },
    ));

  it("is counted once where parent and children stand in files of their own", () =>
    withFiles([[row("P", "", 100)], [row("A", "P", 60)]], async (holdings, ids) => {
      const both = await holdings.answer(total(ids));
      const alone = await holdings.answer(total(ids.slice(0, 1)));
      assert.ok("cells" in both && "cells" in alone);
      assert.deepEqual([both.cells[0]!.sum, alone.cells[0]!.sum], ["60", "100"]);
    }));

  it("is what the plain rule gives, in any tree and in circles", async () => {
    const name = fc.constantFrom("A", "B", "C", "D", "E");
    const money = fc
      .tuple(name, fc.oneof(name, fc.constant("")), fc.integer({ min: -5, max: 50 }), fc.constantFrom("EUR", "USD"))
      .chain(([activity, parent, amount, currency]) =>
        fc
          .record({
            measure: fc.constantFrom("commitment", "disbursement"),
            recipient: fc.constantFrom("KGZ", "TJK"),
          })
          .map((more) => row(activity, parent, amount, { ...more, currency })),
      );
    const property = fc.asyncProperty(fc.array(money, { minLength: 1, maxLength: 14 }), (rows) =>
      withFiles([rows], async (holdings, ids) => {
        const given = rows.map(
          ({ parent, ...own }, at): ObservationRow => ({
            ...own,
            ...(parent === "" ? {} : { parent }),
            amount: String(own.amount),
            row: at + 1,
          }),
        );
        const whole = total(ids, ["recipient"]);
        const answer = await holdings.answer(whole);
        assert.ok("cells" in answer);
        const { rows: counted, leftOut } = countedOnce(given);
        assert.deepEqual(answer.cells, evaluate(whole, counted));
        const told = (answer.inputs[0]!.leftOut ?? []).map(({ rows: count, amount }) => `${count} ${amount?.sum}`);
        assert.deepEqual(
          told.toSorted(),
          leftOut.map(({ rows: count, amount }) => `${count} ${amount.sum}`).toSorted(),
        );
      }),
    );
    await fc.assert(property, { numRuns: 30, seed: 11 });
  });
});
