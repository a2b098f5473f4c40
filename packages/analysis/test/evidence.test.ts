import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Claim, civilDay, type Dated, isRefusal, parseDated, type Source } from "@kelisim/model";
import fc from "fast-check";
import {
  claimSupport,
  coderAgreement,
  figuresOfIndicators,
  figuresOfRows,
  figuresSideBySide,
  type RecommendationDecision,
  recommendationStates,
  recommendationsAmong,
  weightOf,
} from "../src/index.ts";
import { centralAsia, csvRows, WITH_FILES } from "./real-data.ts";

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  claim: id,
  contradicts: [],
  source: "Paper [S1]",
  confidence: "high",
  ...more,
});
const SOURCES: readonly Source[] = [
  { id: "S1", title: "Paper", kind: "policy paper" },
  { id: "S2", title: "Copy of the paper", kind: "press" },
  { id: "S3", title: "Page", kind: "article", note: "parts are machine-written according to itself" },
  { id: "GK", title: "General knowledge, not verified here", kind: "general knowledge" },
];
const date = (text: string): Dated => {
  const read = parseDated(text);
  if (isRefusal(read)) throw new Error(text);
  return read;
};

describe("what stands behind a statement", () => {
  const support = (claims: readonly Claim[], families = {}) =>
    claimSupport(claims, SOURCES, families, []).value.map(({ claim: id, independent, state }) => [
      id,
      independent,
      state,
    ]);

  it("counts independent sources; a machine's text and general knowledge are none", () => {
    assert.deepEqual(SOURCES.map(weightOf), ["counts", "counts", "machine-written", "general knowledge"]);
    assert.equal(weightOf(undefined), "not in the table of sources");
    assert.deepEqual(support([claim("A", { source: "Paper [S1]; Copy of the paper [S2]" })]), [["A", 2, "supported"]]);
    assert.deepEqual(support([claim("A", { source: "Paper [S1]; Copy of the paper [S2]" })], { S2: "S1" }), [
      ["A", 1, "supported"],
    ]);
    assert.deepEqual(support([claim("A", { source: "Page [S3]; General knowledge [GK]" })]), [
      ["A", 0, "nothing that counts"],
    ]);
  });

  it("adds up sources of claims that say the same", () => {
    const same = { subject: "EU", predicate: "leads in", object: "cyber security" };
    const claims = [claim("A", same), claim("B", { ...same, object: "Cyber Security", source: "[S2]" }), claim("C")];
    assert.deepEqual(
      support(claims).map(([, independent]) => independent),
      [2, 2, 1],
    );
  });

  it("sees a contradiction from either side, and one that nothing supports contradicts nothing", () => {
    const claims = [
      claim("A"),
      claim("B", { contradicts: ["A"], source: "[S2]" }),
      claim("C", { contradicts: ["A"], source: "[S3]" }),
    ];
    assert.deepEqual(support(claims), [
      ["A", 1, "contradicted"],
      ["B", 1, "contradicted"],
      ["C", 0, "nothing that counts"],
    ]);
    assert.deepEqual(support([claims[0]!, claims[2]!])[0], ["A", 1, "supported"]);
  });

  it("of the region: statements of the machine-written page support nothing alone", () => {
    const { claims, sources } = centralAsia();
    const { value } = claimSupport(claims, sources, {}, []);
    const of = (id: string) => value.find(({ claim: one }) => one === id)!;
    // C087 (CCATT) stands in S004 alone; C079 ("the SCO was formed in 2001") in S004 and S207, of which one counts.
    assert.equal(of("C087").state, "nothing that counts");
    assert.deepEqual([of("C079").state, of("C079").independent], ["supported", 1]);
    assert.ok(of("C001").independent >= 1);
    assert.deepEqual(
      of("C073")
        .contradictedBy.map(({ claim: id }) => id)
        .sort(),
      ["C001", "C075"],
    );
  });
});

describe("figures of several vintages", () => {
  it("stand beside each other", () => {
    const rows = (written: string | null, year = 2013) => [{ row: 1, indicator: "VA", party: "KAZ", year, written }];
    const figures = [
      ...figuresOfRows(rows("-1.10"), { of: "H2", vintage: "2024" }),
      ...figuresOfRows(rows("-1.1"), { of: "H1", vintage: "2020" }),
      ...figuresOfRows(rows("-1.2"), { of: "H0", vintage: "2018" }),
      ...figuresOfRows(rows(null, 2014), { of: "H1", vintage: "2020" }),
    ];
    const side = (given: typeof figures) => figuresSideBySide(given, {}, []).value;
    assert.deepEqual(
      side(figures).map(({ period, state, figures: all }) => [period, state, all.map(({ vintage }) => vintage).join()]),
      [
        ["2013", "differ", "2018,2020,2024"],
        ["2014", "no value", "2020"],
      ],
    );
    assert.equal(side(figures.slice(0, 2))[0]!.state, "agree");
  });

  it("World Governance Indicators: the updates of 2020 and 2024 differ for Kazakhstan 2018", WITH_FILES, () => {
    const rows = (
      path: string,
      indicator: string,
      party: string,
      value: string,
      isWanted: (cells: Readonly<Record<string, string>>) => boolean,
    ) =>
      csvRows(path)
        .filter(isWanted)
        .map((cells, at) => ({
          row: at + 1,
          indicator: cells[indicator]!,
          party: cells[party]!,
          year: Number(cells.year ?? cells.Year),
          written: cells[value]!,
        }));
    const later = rows(
      "indicators/wgi_2024update_central_asia.csv",
      "indicator",
      "code",
      "estimate",
      ({ indicator }) => indicator === "cc",
    );
    const earlier = rows(
      "indicators/wgi_2020update_central_asia.csv",
      "Indicator",
      "Code",
      "Estimate",
      ({ Indicator }) => Indicator === "ControlofCorruption",
    );
    assert.ok(earlier.length > 0 && later.length > 0);
    const figures = [
      ...figuresOfRows(later, { of: "b", vintage: "2024" }),
      ...figuresOfRows(earlier, { of: "a", vintage: "2020" }),
    ];
    const one = figuresSideBySide(figures, { ControlofCorruption: "cc" }, []).value.find(
      ({ party, period }) => party === "KAZ" && period === "2018",
    )!;
    assert.deepEqual([one.state, one.figures.map(({ vintage }) => vintage)], ["differ", ["2020", "2024"]]);
  });

  it("a dash of the region's table is no value", () => {
    const figures = figuresOfIndicators(centralAsia().indicators, "2019-02");
    const { value, exclusions } = figuresSideBySide(figures, {}, []);
    const dash = value.find(
      ({ party, period, indicator }) => party === "KAZ" && period === "2014-2020" && indicator.startsWith("EU funds"),
    )!;
    assert.equal(dash.state, "no value");
    assert.ok(exclusions[0]!.rows >= 1);
  });
});

describe("agreement of coders", () => {
  const coding = (coder: string, codes: readonly (string | null)[]) => ({
    coder,
    codes: Object.fromEntries(codes.map((code, at) => [`u${at}`, code])),
  });
  const units = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`);

  it("kappa as by hand: 20 of 50 yes by both, 15 no by both, 5 and 10 apart", () => {
    const pairs = [...Array(20).fill("yy"), ...Array(5).fill("yn"), ...Array(10).fill("ny"), ...Array(15).fill("nn")];
    const [a, b] = [0, 1].map((at) =>
      coding(
        `C${at}`,
        pairs.map((pair) => pair[at]),
      ),
    );
    const { value } = coderAgreement(units(50), [a!, b!], []);
    // Observed 35 / 50 = 0.7; expected 0.5 x 0.6 + 0.5 x 0.4 = 0.5; (0.7 - 0.5) / 0.5 = 0.4.
    assert.ok(Math.abs(value.kappa! - 0.4) < 1e-12);
    assert.equal(value.agreement, 0.7);
    // Alpha: 55 yes and 45 no of 100 codes, 30 unequal of them; 1 - 99 x 30 / (100 x 99 - 55 x 54 - 45 x 44) = 1 - 2970 / 4950.
    assert.ok(Math.abs(value.alpha! - (1 - 2970 / 4950)) < 1e-12);
  });

  it("alpha with gaps, as Krippendorff works it out (four observers, twelve units): 0.743", () => {
    const rows = ["1,2,3,3,2,1,4,1,2,,,", "1,2,3,3,2,2,4,1,2,5,,3", ",3,3,3,2,3,4,2,2,5,1,", "1,2,3,3,2,4,4,1,2,5,1,"];
    const codings = rows.map((row, at) =>
      coding(
        `C${at}`,
        row.split(",").map((code) => code || null),
      ),
    );
    const { value } = coderAgreement(units(12), codings, []);
    assert.equal(value.alpha!.toFixed(3), "0.743");
    // The twelfth unit was coded by one observer only.
    assert.deepEqual([value.compared, value.codedByOne, value.kappa], [11, 1, undefined]);
  });

  it("text that nobody coded is no agreement", () => {
    const few = coderAgreement(
      units(4),
      [coding("A", ["x", "y", "x", null]), coding("B", ["x", "x", null, null])],
      [],
    ).value;
    const many = coderAgreement(units(4000), [coding("A", ["x", "y", "x"]), coding("B", ["x", "x"])], []).value;
    assert.deepEqual([few.agreement, few.agreementOfAllCoded, few.codedByOne, few.codedByNobody], [0.5, 1 / 3, 1, 1]);
    const { units: _, codedByNobody: __, ...figures } = many;
    const { units: ___, codedByNobody: ____, ...same } = few;
    assert.deepEqual(figures, same);
    assert.equal(coderAgreement(units(3), [coding("A", []), coding("B", [])], []).value.agreement, undefined);
    assert.equal(coderAgreement(units(1), [coding("A", ["x"]), coding("B", ["x"])], []).value.kappa, undefined);
  });

  it("full agreement over at least two codes is 1 by each measure, and no measure is above 1", () => {
    const codes = fc.array(fc.constantFrom("x", "y", "z"), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const full = coderAgreement(units(a.length), [coding("A", a), coding("B", a)], []).value;
        assert.equal(full.agreement, 1);
        if (new Set(a).size > 1) assert.ok(Math.abs(full.kappa! - 1) < 1e-12 && Math.abs(full.alpha! - 1) < 1e-12);
        const { kappa, alpha } = coderAgreement(units(20), [coding("A", a), coding("B", b)], []).value;
        assert.ok((kappa ?? 0) <= 1 + 1e-12 && (alpha ?? 0) <= 1 + 1e-12);
      }),
    );
  });
});

describe("recommendations", () => {
  const recommended = claim("R", { assessment: "recommendation" });
  const decision = (state: RecommendationDecision["state"], on: string): RecommendationDecision => ({
    claim: "R",
    state,
    date: date(on),
    source: "[S1]",
  });
  const state = (...decisions: readonly RecommendationDecision[]) =>
    recommendationStates([recommended, claim("C")], decisions, civilDay(2020, 6, 1), []).value.map((one) => one.state);

  it("stand as the newest decision has it", () => {
    assert.deepEqual(state(), ["nothing known"]);
    assert.deepEqual(state(decision("open", "2018-01-01"), decision("done", "2019-05-01")), ["done"]);
    assert.deepEqual(state(decision("open", "2018-01-01"), decision("done", "2021-05-01")), ["open"]);
    assert.deepEqual(state(decision("rejected", "2019-05-01"), decision("done", "2019-05-01")), ["sources disagree"]);
    // "2019" may be before or after May 2019.
    assert.deepEqual(state(decision("rejected", "2019"), decision("done", "2019-05-01")), ["sources disagree"]);
    // "2020" is not over on the day asked.
    assert.deepEqual(state(decision("open", "2018"), decision("done", "2020")), ["open"]);
  });

  it("of the region are those that the table calls so", () => {
    const ids = recommendationsAmong(centralAsia().claims).map(({ id }) => id);
    assert.ok(ids.includes("C007") && ids.includes("C072") && !ids.includes("C001"));
  });
});
