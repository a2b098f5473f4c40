import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { briefFigure } from "../src/state/money/brief-figure.ts";
import { originalLanguage } from "../src/state/money/original.ts";
import { areCodes, codesAlone, typedRules, writtenRules } from "../src/state/money/purpose-rules.ts";
import { limitOf, moneyTab, tiesView } from "../src/state/money/question.ts";
import { rowsOf } from "../src/state/money/rows-of.ts";

const question = {
  dataset: "oecd-crs",
  measure: "disbursement",
  currency: "USD",
  price: "current",
  recipient: "KAZ,TJK",
  lang: "en",
};

describe("the rows behind a figure", () => {
  it("are asked by its keys: a purpose by its whole code, a year by both ends, what is not said as that", () => {
    assert.deepEqual(rowsOf(question, { year: 2019, purpose: "152", recipient: "TJK" }), {
      ...question,
      recipient: "TJK",
      code: "152",
      from: "2019",
      to: "2019",
    });
    assert.deepEqual(rowsOf(question, { donor: null, purpose: null }), {
      ...question,
      donor: undefined,
      code: undefined,
      absent: "donor,purpose",
    });
  });
});

describe("a figure for a brief", () => {
  const figure = (keys: Record<string, string | number | null>, more: Record<string, string | undefined> = {}) =>
    briefFigure({ calculation: "money.series", question: { ...question, ...more }, keys, years: [2012, 2019, 2021] });

  it("asks for just this one", () => {
    assert.equal(
      figure({ year: 2019, recipient: "TJK" }),
      "{{money.series dataset=oecd-crs measure=disbursement currency=USD price_year=current year=2019 recipient=TJK}}",
    );
    // A stretch of years of which the screen names one end.
    assert.match(figure({ donor: "JPN" }, { from: "2019" })!, /year=2019\.\.2021 recipient=KAZ,TJK donor=JPN/);
    assert.match(figure({ recipient: "Central Asia" }, { measure: "net disbursement" })!, /measure="net disbursement"/);
  });

  it("is written as docs/brief.md has it: names and values, those with spaces in quotes", () => {
    const text = figure({ year: 2019, recipient: "TJK" }, { measure: "net disbursement" })!;
    assert.match(text, /^\{\{[\w.-]+(\s\w+=("[^"]*"|[^\s"=]+))+\}\}$/);
    assert.equal(figure({ recipient: 'a "quoted" name' }), undefined);
  });

  it("is none where a brief cannot ask for it", () => {
    assert.equal(figure({ donor: null }), undefined);
    assert.equal(figure({ recipient: "Central Asia, regional" }), undefined);
    assert.equal(figure({ year: 2019 }, { holdings: "a" }), undefined);
  });

  it("of a share names the set of purposes", () => {
    const asked = { calculation: "money.share", question, keys: { year: 2019 }, years: [2019] } as const;
    assert.match(briefFigure({ ...asked, purpose: "152" })!, /^\{\{money\.share .* purpose=152\}\}$/);
  });
});

describe("a purpose set of the reader's own", () => {
  it("is written into the address as it is typed, and read from it", () => {
    const typed = [
      { codes: "15210", words: "" },
      { codes: " 15110 ,99810", words: "border; customs" },
      { codes: "", words: "lost" },
    ];
    const written = writtenRules(typed);
    assert.equal(written, "15210;15110,99810:border,customs");
    assert.deepEqual(typedRules(written), [
      { codes: "15210", words: "" },
      { codes: "15110, 99810", words: "border, customs" },
    ]);
    assert.equal(writtenRules([{ codes: "", words: "" }]), undefined);
    assert.deepEqual(typedRules(undefined), [{ codes: "", words: "" }]);
  });

  it("takes beginnings of codes only, and tells where codes decide alone", () => {
    assert.deepEqual(
      [areCodes("152, 15110"), areCodes(""), areCodes("border"), areCodes("152100")],
      [true, true, false, false],
    );
    assert.equal(
      codesAlone([
        { codes: ["152"], words: [] },
        { codes: ["15110"], words: [] },
      ]),
      "152,15110",
    );
    assert.equal(codesAlone([{ codes: ["152"], words: ["border"] }]), undefined);
  });
});

describe("the address", () => {
  it("falls back to what most people ask where it says nothing that is known", () => {
    assert.deepEqual([moneyTab("ties"), moneyTab("nothing"), moneyTab(undefined)], ["ties", "flows", "flows"]);
    assert.deepEqual([tiesView("network"), tiesView("x")], ["network", "bands"]);
    assert.deepEqual([limitOf({ limit: "0.05" }), limitOf({ limit: "7" }), limitOf({})], ["0.05", "0.02", "0.02"]);
  });
});

describe("the language of a producer's own words", () => {
  it("is told where the page is in another one", () => {
    assert.equal(originalLanguage("OECD, Creditor Reporting System", "ru"), "en");
    assert.equal(originalLanguage("ОЭСР, Creditor Reporting System", "ru"), undefined);
    assert.equal(originalLanguage("OECD", "en"), undefined);
    assert.equal(originalLanguage("12 345", "ru"), undefined);
  });
});
