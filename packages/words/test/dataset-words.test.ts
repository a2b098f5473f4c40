import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { caveatWords, datasetWords, mappingWords, problemWords } from "../src/index.ts";
import { MAPPINGS } from "../src/problems/russian-mappings.ts";

const plain = (text: string) => text.replaceAll(/«[^»]*»/g, "");

describe("words of data sets", () => {
  it("name a data set in Russian, and leave what has no words as it is written", () => {
    assert.equal(datasetWords("ru", "iati-activities", "IATI activities"), "IATI, мероприятия");
    assert.equal(datasetWords("en", "iati-activities", "IATI activities"), "IATI activities");
    assert.equal(datasetWords("ru", "another", "Another"), "Another");
    assert.equal(caveatWords("ru", "All donors and purposes together."), "Все доноры и цели вместе.");
    assert.equal(caveatWords("ru", "What nobody translated."), "What nobody translated.");
  });
});

describe("what was done to a column", () => {
  it("is told in Russian part by part", () => {
    assert.equal(mappingWords("en", "a count"), "a count");
    assert.equal(
      mappingWords("ru", 'a date like yyyy; a coarser one is its first day; the first day after it; "2018": not given'),
      "дата вида yyyy; более грубая: её первый день; первый день после неё; «2018»: не указано",
    );
    assert.equal(mappingWords("ru", '"1" is "member", "2" is "observer"'), "«1»: «member», «2»: «observer»");
    assert.equal(mappingWords("ru", "a year; of two years the first"), "год; из двух первый");
    assert.equal(
      mappingWords("ru", "by donors of the OECD DAC; what is not in the list is kept as CRS:code"),
      "по списку доноров КСР ОЭСР; чего нет в списке, остаётся как CRS:код",
    );
  });

  it("has Russian words for every sentence that is listed", () => {
    for (const [english, russian] of MAPPINGS) {
      assert.match(russian, /[а-яё]/i, english);
      const example = english.replaceAll("{}", "1");
      assert.match(plain(problemWords("ru", example)), /[а-яё]/i, english);
    }
  });
});
