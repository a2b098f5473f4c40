import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Big } from "big.js";
import fc from "fast-check";
import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  cellsOfProgrammes,
  concentration,
  delivery,
  fragmentation,
  growth,
  isInSet,
  MissingColumn,
  moneySeries,
  pricePairs,
  purposeShares,
} from "../src/index.ts";
import { flow } from "./real-data.ts";

describe("money", () => {
  it("makes series by any keys and keeps currencies apart", () => {
    const euro = {
      ...flow({ year: 2013, donor: "A" }, "5"),
      by: { ...flow({ year: 2013, donor: "A" }, "5").by, currency: "EUR" },
    };
    const cells = [flow({ year: 2013, donor: "A" }, "1.10"), flow({ year: 2013, donor: "B" }, "2"), euro];
    const { value, exclusions } = moneySeries([...cells, flow({ year: 2014, donor: "A" }, undefined)], ["year"], []);
    assert.deepEqual(
      value.map(({ keys, basis, sum }) => [keys.year, basis.currency, sum]),
      [
        [2013, "USD", "3.1"],
        [2013, "EUR", "5"],
        [2014, "USD", undefined],
      ],
    );
    assert.deepEqual(exclusions, [{ reason: "no amount or no currency given", rows: 1 }]);
    assert.throws(() => moneySeries(cells, ["recipient"], []), MissingColumn);
  });

  it("takes an amount without a currency for no amount", () => {
    const cell = {
      by: { year: 2013, measure: "cost", currency: null, price_year: null },
      sum: "9",
      rows: 2,
      without: 0,
    };
    const { value, exclusions } = moneySeries([cell], ["year"], []);
    assert.deepEqual([value[0]!.sum, exclusions[0]!.rows], [undefined, 2]);
  });

  it("decides what belongs to a set, and says where nobody can", () => {
    const border = (purpose: string | null, title: string | null) => isInSet(BORDER_MANAGEMENT, purpose, title);
    assert.equal(border("15140", "BOMCA 8, KYRGYZSTAN"), "in");
    assert.equal(border("99810", "Support to Borders"), "in");
    assert.equal(border("15210", "Police reform"), "out");
    assert.equal(border("15210", null), "undecided");
    // 152 is coarser than 15210: with a title of borders it may be either; a title without the word cannot be in.
    assert.equal(border("152", "Border posts"), "undecided");
    assert.equal(border("152", "Police reform"), "out");
    assert.equal(border("31110", "Border posts"), "out");
    const peace = (purpose: string | null) => isInSet(CONFLICT_PEACE_SECURITY, purpose, null);
    assert.deepEqual(["152", "15261", "15160", "Agriculture", null].map(peace), [
      "in",
      "in",
      "out",
      "undecided",
      "undecided",
    ]);
  });

  it("gives a share with what is undecided beside it, each basis by itself", () => {
    const cells = [
      flow({ year: 2013, purpose: "15210" }, "30"),
      flow({ year: 2013, purpose: "11220" }, "50"),
      flow({ year: 2013, purpose: null }, "20"),
      flow({ year: 2013, purpose: "15220" }, "5", "commitment"),
      flow({ year: 2014, purpose: "15210" }, undefined),
    ];
    const { value, exclusions } = purposeShares(cells, CONFLICT_PEACE_SECURITY, ["year"], []);
    // Disbursements: at least 30 / (30 + 50 + 20) = 0.3, at most (30 + 20) / 100. Commitments: 5 / 5. 2014: unknown.
    assert.deepEqual(
      value.map((one) => [one.keys.year, one.basis.measure, one.part, one.whole, one.share, one.between]),
      [
        [2013, "disbursement", "30", "100", undefined, ["0.3", "0.5"]],
        [2013, "commitment", "5", "5", "1", ["1", "1"]],
      ],
    );
    assert.ok(exclusions.some(({ reason, rows }) => reason.includes("share unknown") && rows === 1));
  });

  it("gives no share of a whole that corrections bring to zero or below", () => {
    const cells = [
      flow({ year: 2013, purpose: "15210" }, "-3"),
      flow({ year: 2013, purpose: "11220" }, "1"),
      flow({ year: 2014, purpose: "15210" }, "-1"),
      flow({ year: 2014, purpose: "11220" }, "5"),
    ];
    const { value } = purposeShares(cells, CONFLICT_PEACE_SECURITY, ["year"], []);
    // 2013: -3 of -2 is no share, although it divides. 2014: -1 / 4.
    assert.deepEqual(
      value.map(({ keys, part, whole, share, between }) => [keys.year, part, whole, share, between]),
      [
        [2013, "-3", "-2", undefined, undefined],
        [2014, "-1", "4", "-0.25", ["-0.25", "-0.25"]],
      ],
    );
  });

  it("sets commitments against disbursements, by year and from the first", () => {
    const cells = [
      flow({ year: 2012 }, "100", "commitment"),
      flow({ year: 2012 }, "20"),
      flow({ year: 2013 }, "60"),
      flow({ year: 2013 }, "50", "commitment"),
      flow({ year: 2014 }, "60"),
      flow({ year: 2014 }, "7", "budget"),
    ];
    const { value, exclusions } = delivery(cells, ["year"], []);
    // 20/100; 60/50 and (20+60)/(100+50) = 80/150 = 0.533333; in 2014 no commitment is known, so nothing follows.
    assert.deepEqual(
      value.map(({ keys, commitment, ratio, cumulative }) => [keys.year, commitment, ratio, cumulative?.ratio]),
      [
        [2012, "100", "0.2", "0.2"],
        [2013, "50", "1.2", "0.533333"],
        [2014, undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(exclusions, [{ reason: "neither commitment nor disbursement", rows: 1 }]);
  });

  it("sets current beside constant prices without converting anything", () => {
    const constant = flow({ year: 2013 }, "125");
    const cells = [
      flow({ year: 2013 }, "100"),
      { ...constant, by: { ...constant.by, price_year: 2021 } },
      flow({ year: 2014 }, "9"),
      flow({ year: 2015 }, "-9"),
      { ...flow({ year: 2015 }, "8"), by: { ...flow({ year: 2015 }, "8").by, price_year: 2021 } },
    ];
    // Prices below zero there are none. 100 x 100 / 125 = 80.
    assert.deepEqual(
      pricePairs(cells, ["year"], []).value.map((one) => [
        one.keys.year,
        one.current,
        one.constant,
        one.priceYear,
        one.deflator,
      ]),
      [
        [2013, "100", "125", 2021, "80"],
        [2014, "9", undefined, 2021, undefined],
        [2015, "-9", "8", 2021, undefined],
      ],
    );
  });

  it("measures how far money comes from few donors", () => {
    const cells = [
      flow({ donor: "A" }, "50"),
      flow({ donor: "B" }, "30"),
      flow({ donor: "C" }, "20"),
      flow({ donor: "D" }, "-4"),
      flow({ donor: null }, "6"),
    ];
    const { value, exclusions } = concentration(cells, [], []);
    // 0.5² + 0.3² + 0.2² = 0.25 + 0.09 + 0.04 = 0.38; 1 / 0.38 = 2.631579. D and the unnamed are in no share.
    assert.deepEqual([value[0]!.index, value[0]!.effective, value[0]!.whole], ["0.38", "2.631579", "100"]);
    assert.deepEqual(
      exclusions.map(({ reason, amount }) => [reason, amount?.sum]),
      [
        ["sum of the donor is not above zero", "-4"],
        ["no donor given", "6"],
      ],
    );
    const [few] = fragmentation(cells, [], "0.3", []).value;
    assert.deepEqual([few!.donors, few!.below.map(({ donor }) => donor), few!.shareBelow], [3, ["C"], "0.2"]);
  });

  it("holds the laws of shares and of the index", () => {
    const sums = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(sums, (given) => {
        const cells = given.map((sum, at) => flow({ donor: `D${at}` }, String(sum)));
        const [one] = concentration(cells, [], []).value;
        const total = one!.donors.reduce((sum, { share }) => sum.plus(share), new Big(0));
        const slack = new Big("0.0000005").times(given.length);
        assert.ok(total.minus(1).abs().lte(slack), `shares sum to ${total}`);
        const index = new Big(one!.index);
        assert.ok(index.lte(1) && index.plus("0.000001").gte(new Big(1).div(given.length)));
        assert.deepEqual(concentration([...cells].reverse(), [], []).value, [one]);
      }),
    );
  });

  it("measures growth only from the year before", () => {
    const cells = [
      flow({ year: 2016 }, "0"),
      flow({ year: 2012 }, "80"),
      flow({ year: 2013 }, "100"),
      flow({ year: 2015 }, "50"),
      flow({ year: 2017 }, "5"),
    ];
    assert.deepEqual(
      growth(cells, ["year"], []).value.map(({ year, change, why }) => [year, change ?? why]),
      [
        [2012, "first year"],
        [2013, "0.25"],
        [2015, "year before not there"],
        [2016, "-1"],
        [2017, "year before not above zero"],
      ],
    );
  });

  it("makes cells of programmes without repeating a budget for each country", () => {
    const programme = {
      id: "P",
      name: "P",
      donors: ["EU", "DEU"],
      countries: ["UZB", "KAZ"],
      start: { precision: "year", text: "2010", first: 0, last: 1 } as const,
      budget: { amount: new Big("9.50"), currency: "EUR" },
      backing: {},
      source: "[S1]",
      confidence: "high",
    } as const;
    const [cell] = cellsOfProgrammes([programme]);
    assert.deepEqual(
      [cell!.by.donor, cell!.by.recipient, cell!.by.year, cell!.sum],
      ["DEU;EU", "KAZ;UZB", 2010, "9.5"],
    );
  });
});
