import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ObservationRow } from "@kelisim/model";
import { Big } from "big.js";
import fc from "fast-check";
import { checkSelection, evaluate, groupingOf, type Selection, SelectionRefused } from "../src/index.ts";

const row = (at: number, cells: Partial<ObservationRow>): ObservationRow => ({
  row: at,
  year: 2013,
  measure: "disbursement",
  currency: "USD",
  price_year: null,
  recipient: "KAZ",
  purpose: "15210",
  amount: "10",
  ...cells,
});
const ROWS: readonly ObservationRow[] = [
  row(1, { amount: "0.1" }),
  row(2, { amount: "0.2", purpose: "152" }),
  row(3, { amount: "-0.05", purpose: "11220" }),
  row(4, { amount: null }),
  row(5, { amount: "7", price_year: 2021 }),
  row(6, { amount: "3", measure: "commitment", recipient: null }),
  row(7, { amount: "4", currency: "EUR", year: 2014 }),
];
const asked = (more: Partial<Selection>): Selection => ({
  table: "flows",
  holdings: ["H"],
  where: [],
  by: [],
  sum: "amount",
  ...more,
});
const kept = (where: Selection["where"]) =>
  evaluate(asked({ where, by: ["row"], sum: "recipient_share" }), ROWS).map(({ by }) => by.row);

describe("a selection answered the plain way", () => {
  it("never mixes measures, currencies and price years, and adds exactly", () => {
    assert.deepEqual(groupingOf(asked({ by: ["recipient", "currency"] })), [
      "recipient",
      "currency",
      "measure",
      "price_year",
    ]);
    const cells = evaluate(asked({}), ROWS);
    // 0.1 + 0.2 - 0.05 = 0.25 exactly; row 4 has no amount; 2021 prices stand apart from prices of the year; absent comes last.
    assert.deepEqual(cells, [
      { by: { measure: "commitment", currency: "USD", price_year: null }, sum: "3", rows: 1, without: 0 },
      { by: { measure: "disbursement", currency: "EUR", price_year: null }, sum: "4", rows: 1, without: 0 },
      { by: { measure: "disbursement", currency: "USD", price_year: 2021 }, sum: "7", rows: 1, without: 0 },
      { by: { measure: "disbursement", currency: "USD", price_year: null }, sum: "0.25", rows: 4, without: 1 },
    ]);
  });

  it("says unknown, not zero, where no row of a group has an amount, and has no group without rows", () => {
    const [cell, ...others] = evaluate(asked({ where: [{ column: "row", in: [4] }] }), ROWS);
    assert.deepEqual([cell!.sum, cell!.rows, cell!.without, others.length], [undefined, 1, 1, 0]);
    assert.deepEqual(evaluate(asked({ where: [{ column: "year", in: [1999] }] }), ROWS), []);
  });

  it("tests columns; an absent cell passes only `absent`", () => {
    assert.deepEqual(kept([{ column: "purpose", startsWith: ["152"] }]), [1, 2, 4, 5, 6, 7]);
    assert.deepEqual(kept([{ column: "recipient", notIn: ["UZB"] }]), [1, 2, 3, 4, 5, 7]);
    assert.deepEqual(kept([{ column: "recipient", absent: true }]), [6]);
    assert.deepEqual(kept([{ column: "recipient", absent: false }]), [1, 2, 3, 4, 5, 7]);
    assert.deepEqual(kept([{ column: "year", from: 2014 }]), [7]);
    assert.deepEqual(kept([{ column: "year", from: 2013, to: 2013 }]), [1, 2, 3, 4, 5, 6]);
    // Amounts by value: 0.10 is 0.1, and 3 lies between 0.2 and 4 although "3" < "4" < "0.2" is no order of numbers.
    assert.deepEqual(kept([{ column: "amount", in: ["0.10"] }]), [1]);
    assert.deepEqual(kept([{ column: "amount", from: "0.2", to: "4.000" }]), [2, 6, 7]);
  });

  it("only counts where nothing is summed", () => {
    assert.deepEqual(evaluate(asked({ by: ["year"], sum: undefined } as Partial<Selection>), ROWS), [
      { by: { year: 2013 }, rows: 6, without: 0 },
      { by: { year: 2014 }, rows: 1, without: 0 },
    ]);
  });

  it("names the place of everything that is wrong", () => {
    const wrong = {
      ...asked({ by: ["yeer", "recipient", "recipient", "amount"], sum: "title" }),
      where: [
        { column: "purpos", in: ["152"] },
        { column: "year", in: [2013, "2014"] },
        { column: "year", startsWith: ["20"] },
        { column: "amount", from: "much" },
        { column: "year" },
      ],
    };
    assert.deepEqual(
      checkSelection(wrong).map(({ at, code, mend }) => [at, code.slice("selection/".length), mend]),
      [
        ["where[0].column", "unknown-column", 'did you mean "purpose"?'],
        ["where[1].in[1]", "wrong-type", undefined],
        ["where[2].startsWith", "wrong-type", undefined],
        ["where[3].from", "wrong-type", undefined],
        ["where[4]", "empty-test", "give from, to or both"],
        ["by[0]", "unknown-column", 'did you mean "year"?'],
        ["by[2]", "column-twice", undefined],
        ["by[3]", "not-grouped", undefined],
        ["sum", "not-summed", undefined],
      ],
    );
    const nowhere = { ...asked({}), table: "flow" } as unknown as Selection;
    assert.equal(checkSelection(nowhere)[0]!.mend, 'did you mean "flows"?');
    assert.throws(() => evaluate(wrong, ROWS), SelectionRefused);
  });

  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => new Big(n).div(100).toFixed());
  const anyRow = fc.record({
    year: fc.integer({ min: 2010, max: 2013 }),
    recipient: fc.option(fc.constantFrom("KAZ", "KGZ"), { nil: null }),
    currency: fc.constantFrom("USD", "EUR"),
    amount: fc.option(cents, { nil: null }),
  });
  const anyRows = fc.array(anyRow, { maxLength: 30 }).map((rows) => rows.map((cells, at) => row(at + 1, cells)));

  it("is the same in any order of rows, and finer groups add up to coarser ones", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const coarse = evaluate(asked({}), rows);
        assert.deepEqual(evaluate(asked({}), [...rows].reverse()), coarse);
        const fine = evaluate(asked({ by: ["year", "recipient"] }), rows);
        for (const cell of coarse) {
          const parts = fine.filter(({ by }) => by.currency === cell.by.currency);
          const sum = parts.reduce((total, part) => total.plus(part.sum ?? 0), new Big(0));
          assert.equal(sum.toFixed(), cell.sum ?? "0");
          assert.equal(
            parts.reduce((total, part) => total + part.rows, 0),
            cell.rows,
          );
          assert.equal(
            parts.reduce((total, part) => total + part.without, 0),
            cell.without,
          );
        }
      }),
    );
  });
});
