import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { unverifiedStretches, withoutSigns, withWords } from "../src/state/unverified.ts";

const SIGN = "\u00a0?";
/** Stretches as one text, what is not verified in brackets. */
const drawn = (text: string, ending?: "whole" | "figure") =>
  unverifiedStretches(text, ending)
    .map((each) => (each.unverified ? `[${each.text}]` : each.text))
    .join("");

describe("texts of which a part is not verified", () => {
  it("mark the whole of a text that ends with the sign", () => {
    assert.equal(
      drawn(`diplomatic note; delegations as fallback${SIGN}`),
      "[diplomatic note; delegations as fallback]",
    );
  });

  it("mark the figure before a sign within, else the words back to the last comma", () => {
    assert.equal(drawn(`Vienna Document, 9-10${SIGN}. Clause VD2011-01`), "Vienna Document, [9-10]. Clause VD2011-01");
    assert.equal(
      drawn(`Almaty Agreement 1992, 20(2)(b)${SIGN}. Clause A`),
      "Almaty Agreement 1992, [20(2)(b)]. Clause A",
    );
    assert.equal(drawn(`${"45"} days${SIGN} before the end`), "[45 days] before the end");
    assert.equal(drawn(`by 15 Nov${SIGN}; result: 15 Nov`), "by [15 Nov]; result: 15 Nov");
    assert.equal(drawn(`signed, in force${SIGN}, bound`), "signed, [in force], bound");
  });

  it("mark a figure at the end alone, where that is said", () => {
    assert.equal(
      drawn(`live, in the zone, from 25,000\u00a0people${SIGN}`, "figure"),
      "live, in the zone, from [25,000\u00a0people]",
    );
    assert.equal(drawn(`1 or more, of 6${SIGN}`, "figure"), "1 or more, of [6]");
    assert.equal(drawn(`signed, in force${SIGN}`, "figure"), "signed, [in force]");
  });

  it("lose no word, and leave a text without the sign as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "12", ", ", " ", SIGN, "(b)", ": "), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const stretches = unverifiedStretches(text);
        assert.equal(stretches.map((each) => each.text).join(""), withoutSigns(text));
        if (!text.includes(SIGN)) assert.ok(stretches.every((each) => !each.unverified));
      }),
    );
  });

  it("say the word where they are plain text", () => {
    assert.equal(withWords(`by 15 Nov${SIGN}.`, "unverified"), "by 15 Nov (unverified).");
  });
});
