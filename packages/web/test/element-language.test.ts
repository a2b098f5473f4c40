import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { Fragment } from "react";
import { localeNames } from "../build/locale-names.ts";
import { writeDated } from "../src/state/dated.ts";
import { writeDay, writeList, writeMoment, writeMonth, writeNumber } from "../src/state/format.ts";
import { nameLocale } from "../src/state/locale-names.ts";
import { typedDay } from "../src/state/typed-day.ts";
import { answersIn, askedIn, firstBehind, firstLanguage, showAnswersIn } from "../src/texts/answers.ts";
import { type MakeElement, withLanguage } from "../src/texts/element-language.ts";
import { remember, rememberTexts, saidOf } from "../src/texts/said.ts";

const make: MakeElement = (type, props) => ({ type, props });
const KK = { tag: "kk", standing: "translated" } as const;
const EN = { tag: "en", standing: "behind" } as const;

describe("the language of a text in an element", () => {
  beforeEach(() => {
    rememberTexts(true);
    remember("Бүгін", KK);
    remember("Export", EN);
    remember("Кіру кілті", { tag: "kk", standing: "doubtful" });
  });
  afterEach(() => rememberTexts(false));

  it("is the element's where the text stands alone", () => {
    assert.deepEqual(withLanguage("b", { children: "Бүгін" }, make), { lang: "kk", children: "Бүгін" });
    assert.deepEqual(withLanguage("option", { children: "Export" }, make), { lang: "en", children: "Export" });
    assert.deepEqual(withLanguage("b", { lang: "ru", children: "Бүгін" }, make), { lang: "ru", children: "Бүгін" });
  });

  it("is that of an element of its own beside others, within a component, and where it bears a mark", () => {
    const translated = { type: "bdi", props: { lang: "kk", children: "Бүгін" } };
    const behind = { type: "bdi", props: { lang: "en", "data-standing": "behind", children: "Export" } };
    assert.deepEqual(withLanguage("p", { children: ["Бүгін", " ", "Annual exchange"] }, make).children, [
      translated,
      " ",
      "Annual exchange",
    ]);
    assert.deepEqual(withLanguage("button", { children: "Export" }, make), { children: behind });
    assert.deepEqual(withLanguage(Fragment, { children: "Бүгін" }, make), { children: translated });
    assert.deepEqual(
      withLanguage(() => null, { children: "Бүгін" }, make),
      { children: translated },
    );
    assert.deepEqual(withLanguage("p", { children: "Кіру кілті" }, make), {
      children: { type: "bdi", props: { lang: "kk", "data-standing": "doubtful", children: "Кіру кілті" } },
    });
    assert.deepEqual(withLanguage("text", { children: ["Export", 2] }, make).children, [
      { type: "tspan", props: behind.props },
      2,
    ]);
  });

  it("is that of the label where an element is read by it", () => {
    assert.deepEqual(withLanguage("button", { "aria-label": "Export" }, make), { "aria-label": "Export", lang: "en" });
    const section = { "aria-label": "Export", children: "Annual exchange" };
    assert.equal(withLanguage("section", section, make), section);
  });

  it("is left to the body where no catalogue gave the text, and everywhere in a language that is complete", () => {
    const answer = { children: "Annual exchange of military information" };
    assert.equal(withLanguage("p", answer, make), answer);
    rememberTexts(false);
    const plain = { children: "Бүгін" };
    assert.equal(withLanguage("p", plain, make), plain);
    assert.equal(remember("x", KK), "x");
    assert.equal(saidOf("x"), undefined);
  });
});

describe("the language of the node's answers", () => {
  afterEach(() => showAnswersIn("en", "en"));

  it("is that of the page, or the one behind a draft", () => {
    showAnswersIn("ru", "en");
    assert.deepEqual([answersIn(), askedIn("ru")], ["ru", "ru"]);
    showAnswersIn("kk", "ru");
    assert.deepEqual([answersIn(), askedIn("kk"), askedIn("en")], ["ru", "ru", "en"]);
  });

  it("is at first what the browser's reader prefers", () => {
    assert.equal(firstLanguage(["fr-FR", "uz-Cyrl", "en"]), "uz");
    assert.equal(firstLanguage(["de"]), "en");
    assert.equal(firstBehind(["kk-KZ", "ru", "en"]), "ru");
    assert.equal(firstBehind(["kk-KZ"]), "en");
  });
});

describe("dates and numbers of a language that browsers do not have", () => {
  for (const locale of ["kk-KZ", "uz-Latn-UZ", "tg-TJ"]) nameLocale(locale, localeNames(locale));
  const spaced = (text: string) => text.replaceAll("\u00A0", "_");

  it("are written with the names of its months and days", () => {
    const style = { weekday: "long", month: "long" } as const;
    assert.equal(spaced(writeDay("2026-12-15", "kk-KZ", style)), "сейсенбі, 15_желтоқсан_2026");
    assert.equal(spaced(writeDay("2026-12-15", "uz-Latn-UZ")), "15_dek_2026");
    assert.equal(spaced(writeMonth("2026-12-15", "tg-TJ", true)), "Декабр_2026");
    assert.equal(spaced(writeDated("2024-02", "uz-Latn-UZ", { month: "long" })), "Fevral_2024");
    assert.equal(spaced(writeMoment("2026-12-15T04:00:00Z", "kk-KZ", "Asia/Tashkent")), "15_жел._2026, 09:00");
    assert.equal(typedDay("15 желтоқсан 2026", "kk-KZ"), "2026-12-15");
    assert.equal(typedDay("15 dekabr 2026", "uz-Latn-UZ"), "2026-12-15");
  });

  it("are grouped as its readers do, with its words for large numbers", () => {
    assert.equal(spaced(writeNumber(1234567.5, "tg-TJ")), "1_234_567,5");
    assert.equal(spaced(writeNumber(1234567, "uz-Latn-UZ", { notation: "compact" })), "1,2_mln");
    const long = { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 } as const;
    assert.equal(spaced(writeNumber("1234567", "kk-KZ", long)), "1,23_миллион");
    assert.equal(spaced(writeNumber(2_500_000_000, "tg-TJ", long)), "2,5_миллиард");
    assert.equal(writeNumber(12, "kk-KZ", { notation: "compact" }), "12");
    assert.equal(writeList(["a", "b", "c"], "uz-Latn-UZ"), "a, b va c");
    assert.equal(writeList(["a"], "kk-KZ"), "a");
  });
});
