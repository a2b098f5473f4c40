import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  codeFrequencies,
  countsByYear,
  figuresSideBySide,
  type InterviewCodes,
  interviewAgreement,
  type PurposeSet,
  takenMoney,
} from "../src/index.ts";
import { csvRows, flow, fromMillions, WITH_FILES } from "./real-data.ts";

const figure = (value: string | undefined, unit?: string) => ({
  indicator: "i",
  party: "KAZ",
  period: "2018",
  of: "h",
  vintage: "1",
  ...(value === undefined ? {} : { value }),
  ...(unit === undefined ? {} : { unit }),
});
const stateOf = (...figures: readonly ReturnType<typeof figure>[]) =>
  figuresSideBySide(figures, {}, []).value[0]!.state;

describe("figures side by side", () => {
  it("agree as printed where rounding alone parts them, and differ where it does not", () => {
    assert.equal(stateOf(figure("0.51"), figure("0.51389833786966155")), "agree as printed");
    assert.equal(stateOf(figure("0.52"), figure("0.51389833786966155")), "differ");
    assert.equal(stateOf(figure("0.5"), figure("0.50")), "agree");
    // Half away from zero, on either side.
    assert.equal(stateOf(figure("-0.13"), figure("-0.125")), "agree as printed");
    assert.equal(stateOf(figure("NF"), figure("PF")), "differ");
  });

  it("compares units only where both give one", () => {
    assert.equal(stateOf(figure("1", "EUR"), figure("1")), "agree");
    assert.equal(stateOf(figure("1", "EUR"), figure("1", "USD")), "differ");
  });
});

describe("counts of what happened", () => {
  it("stand for each state by itself; what has no date or another state is named", () => {
    const made = countsByYear(
      [
        { parties: ["KGZ", "TJK"], year: 2021, rows: 1 },
        { parties: ["KGZ", "KGZ"], year: 2021, rows: 2 },
        { parties: ["AFG"], year: 2021, rows: 4 },
        { parties: ["TJK"], rows: 3 },
      ],
      ["KGZ", "TJK"],
      [],
    );
    assert.deepEqual(made.value, [
      { party: "KGZ", year: 2021, rows: 3 },
      { party: "TJK", year: 2021, rows: 1 },
    ]);
    assert.deepEqual(
      made.exclusions.map(({ reason, rows }) => [reason, rows]),
      [
        ["no date given", 3],
        ["names none of the states asked", 4],
      ],
    );
  });
});

const interview = (
  label: string,
  sector: string,
  codes: readonly Readonly<Record<string, string | null>>[],
): InterviewCodes => ({
  label,
  sector,
  country: "KGZ",
  segments: codes.map((own, at) => ({ unit: String(at + 1), codes: own })),
});

describe("coded interviews", () => {
  it("count a code once a segment and once an interview, whoever gave it", () => {
    const made = codeFrequencies(
      [
        interview("1", "police", [{ A: "x", B: "x" }, { A: "x" }, {}]),
        interview("2", "academia", [{ A: "y", B: null }]),
      ],
      [],
    );
    assert.deepEqual(
      made.value.map(({ code, segments, interviews, bySector }) => [code, segments, interviews, bySector]),
      [
        ["x", 2, 1, { police: 1 }],
        ["y", 1, 1, { academia: 1 }],
      ],
    );
    assert.deepEqual(made.exclusions, [{ reason: "segment that nobody coded", rows: 1 }]);
  });

  it("agree on coded text only: segments that nobody coded change no figure of agreement", () => {
    const code = fc.constantFrom("x", "y", null);
    fc.assert(
      fc.property(fc.array(fc.record({ A: code, B: code }), { maxLength: 12 }), fc.nat(20), (codes, silent) => {
        const bare = interviewAgreement([interview("1", "s", codes)], []).value;
        const more = interviewAgreement(
          [
            interview("1", "s", codes),
            interview(
              "2",
              "s",
              Array.from({ length: silent }, () => ({ A: null, B: null })),
            ),
          ],
          [],
        ).value;
        if (codes.length === 0) return;
        assert.deepEqual([more.agreement, more.kappa, more.alpha], [bare.agreement, bare.kappa, bare.alpha]);
        assert.equal(more.codedByNobody, bare.codedByNobody + silent);
        const unequal = codes.filter(({ A, B }) => A !== null && B !== null && A !== B).length;
        assert.equal(bare.differences.length, unequal);
      }),
    );
  });
});

const DRUGS: PurposeSet = { id: "T05", name: "T05", rules: [{ codes: ["16063", "43050"], words: [] }] };
const BORDERS: PurposeSet = { id: "T09", name: "T09", rules: [{ codes: ["15110", "15210"], words: ["border"] }] };

describe("money taken in against a threat", () => {
  it("is the sum of the declared purposes; what is coarser, or lacks its title, is undecided and apart", () => {
    const cells = [
      flow({ recipient: "TJK", donor: "JPN", purpose: "16063", title: null }, "5"),
      flow({ recipient: "TJK", donor: "JPN", purpose: "160", title: null }, "3"),
      flow({ recipient: "TJK", donor: "EU", purpose: "15110", title: "Border posts" }, "7"),
      flow({ recipient: "TJK", donor: "EU", purpose: "15210", title: null }, "2"),
      flow({ recipient: "AFG", donor: "EU", purpose: "16063", title: null }, "100"),
      flow({ recipient: "KAZ", donor: "EU", purpose: "16063", title: null }, undefined),
    ];
    const drugs = takenMoney(cells, DRUGS, ["TJK", "KAZ", "UZB"], []).value;
    assert.deepEqual(
      drugs.map(({ recipient, sum, rows, undecided, donors }) => [recipient, sum, rows, undecided, donors]),
      [
        ["TJK", "5", 1, { sum: "3", rows: 1 }, ["JPN"]],
        ["KAZ", undefined, 1, { rows: 0 }, ["EU"]],
      ],
      "no entry for Uzbekistan: the file has no row, which is not zero",
    );
    const [borders] = takenMoney(cells, BORDERS, ["TJK"], []).value;
    assert.deepEqual([borders!.sum, borders!.undecided], ["7", { sum: "2", rows: 1 }]);
  });

  it("of the published file: narcotics control in Tajikistan in 2014", WITH_FILES, () => {
    // By hand: the file has one row of 2014 for TJK under 16063, 0.05691272 million, and none under 43050.
    const rows = csvRows("oda/dportal_crs_recipient_sector_2012_2019.csv").filter(({ year }) => year === "2014");
    const cells = rows.map((row) =>
      flow({ recipient: row.recipient!, purpose: row.sector_or_purpose_code! }, fromMillions(row.usd_million!)),
    );
    const [made] = takenMoney(cells, DRUGS, ["TJK"], []).value;
    assert.deepEqual([made!.sum, made!.rows], ["56912.72", 1]);
  });
});
