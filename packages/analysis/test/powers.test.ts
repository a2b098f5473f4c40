import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type Dated, isRefusal, type ObservationRow, parseDated } from "@kelisim/model";
import { Big } from "big.js";
import fc from "fast-check";
import {
  ENGAGEMENT_KINDS,
  type Engagement,
  engagementCounts,
  engagementShares,
  engagementsOfObligations,
  engagementsOfProgrammes,
  engagementsOfTrainings,
} from "../src/index.ts";
import { centralAsia, fileText, WITH_FILES } from "./real-data.ts";

const date = (text: string): Dated => {
  const read = parseDated(text);
  if (isRefusal(read)) throw new Error(text);
  return read;
};
const engagement = (power: string, kind: Engagement["kind"], from?: string, to?: string): Engagement => ({
  id: `${power}-${kind}-${from}`,
  power,
  state: "TJK",
  kind,
  source: "[S1]",
  ...(from === undefined ? {} : { from: date(from) }),
  ...(to === undefined ? {} : { to: date(to) }),
});
const ASKED = { powers: ["RUS", "USA"], states: ["TJK"], years: [2010, 2011] };

describe("outside powers", () => {
  it("are counted side by side; silence is no zero", () => {
    const rows = [
      engagement("RUS", "base", "2004", "2042"),
      engagement("USA", "training", "2010-03-01"),
      engagement("USA", "training", "2011"),
      engagement("USA", "aid"),
      engagement("CHN", "aid", "2010"),
    ];
    const { value, exclusions } = engagementCounts(rows, ASKED, []);
    assert.deepEqual(
      value.map(({ power, year, kind, count, perhaps }) => [power, year, kind, count, perhaps]),
      [
        ["RUS", 2010, "base", 1, 0],
        ["RUS", 2011, "base", 1, 0],
        // A training without an end is certain in the year of its beginning, and may go on.
        ["USA", 2010, "training", 1, 0],
        ["USA", 2011, "training", 1, 1],
      ],
    );
    assert.deepEqual(exclusions, [
      { reason: "no beginning known", rows: 1 },
      { reason: "power or state not asked for", rows: 1 },
    ]);
  });

  it("are compared by one kind at a time", () => {
    const rows = [
      engagement("RUS", "training", "2010", "2010"),
      engagement("USA", "training", "2010", "2010"),
      engagement("USA", "training", "2010-05", "2010"),
    ];
    const { value } = engagementShares(
      [...rows, engagement("RUS", "base", "2004", "2042")],
      { ...ASKED, years: [2010] },
      [],
    );
    // Training: 1 of 3 and 2 of 3. Base: 1 of 1.
    assert.deepEqual(
      value.map(({ power, kind, share }) => [power, kind, share]),
      [
        ["RUS", "base", "1"],
        ["RUS", "training", "0.333333"],
        ["USA", "training", "0.666667"],
      ],
    );
  });

  it("shares of a kind, state and year sum to 1", () => {
    const any = fc.tuple(
      fc.constantFrom("RUS", "USA"),
      fc.constantFrom(...ENGAGEMENT_KINDS),
      fc.integer({ min: 2008, max: 2011 }),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (given) => {
        const rows = given.map(([power, kind, year]) => engagement(power, kind, String(year), "2011"));
        const { value } = engagementShares(rows, ASKED, []);
        for (const one of value) {
          const same = value.filter(({ kind, year }) => kind === one.kind && year === one.year);
          const sum = same.reduce((total, { share }) => total.plus(share), new Big(0));
          assert.ok(sum.minus(1).abs().lte("0.000002"));
        }
      }),
    );
  });

  it("reads treaties from the side of the power, to the last day on which they hold", () => {
    const row = {
      row: 7,
      treaty: "4220",
      party: "RUS",
      toward: "UZB",
      kind: "defence",
      from: "2006-08-17",
      to: "2012-06-28",
      precision: "day",
    };
    const [one, ...others] = engagementsOfObligations([row, { ...row, party: "UZB", toward: "RUS" }], "atop", ["RUS"]);
    assert.deepEqual([one!.state, one!.kind, one!.to, others.length], ["UZB", "treaty", civilDay(2012, 6, 27), 0]);
  });

  it("US trainings in Kyrgyzstan, as the reports print them", WITH_FILES, () => {
    const [header = "", ...lines] = fileText("security_assistance/us_fmtrpt_central_asia.tsv").trimEnd().split("\n");
    const names = header.split("\t");
    const rows = lines.map((line, at): ObservationRow => {
      const cells = line.split("\t");
      const of = (name: string) => cells[names.indexOf(name)] || null;
      return { row: at + 1, party: of("iso3"), provider: "USA", from: of("start_date_iso"), to: of("end_date_iso") };
    });
    const trainings = engagementsOfTrainings(rows, "fmtrpt");
    const asked = { powers: ["USA"], states: ["KGZ"], years: [2012] };
    const { value, exclusions } = engagementCounts(trainings, asked, []);
    // Counted by another program: begun by the end of 2012 and ended in it or later.
    assert.deepEqual([value[0]!.count, value[0]!.perhaps], [123, 0]);
    assert.deepEqual(exclusions[0], { reason: "no beginning known", rows: 70 });
  });

  it("of the region's programmes: kinds by declared coding, what is uncoded counted", () => {
    const kinds = { "RU-TJK-201": "base", "RU-KANT": "base", "IND-TJK-AIR": "training" } as const;
    const { engagements, uncoded } = engagementsOfProgrammes(centralAsia().programmes, kinds, ["RUS", "IND"]);
    assert.deepEqual(engagements.map(({ id, power, state }) => `${id} ${power} ${state}`).sort(), [
      "IND-TJK-AIR IND TJK",
      "RU-KANT RUS KGZ",
      "RU-TJK-201 RUS TJK",
    ]);
    assert.ok(uncoded.includes("RU-KGZ-ARMS"));
  });
});
