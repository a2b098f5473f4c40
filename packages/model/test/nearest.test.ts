import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nearest, propose } from "../src/index.ts";

describe("the nearest name", () => {
  it("is the one meant", () => {
    assert.equal(nearest("Excercise", ["Exercise", "Exchange"]), "Exercise");
    assert.equal(nearest("kaz", ["KAZ", "KGZ"]), "KAZ");
    assert.equal(nearest("personel", ["personnel", "host"]), "personnel");
  });

  it("is none where nothing is near", () => {
    assert.equal(nearest("aircraft", ["tanks", "host"]), undefined);
    assert.equal(nearest("x", []), undefined);
  });

  it("becomes a proposal, or the list where that is short", () => {
    assert.match(propose("KAX", ["KAZ"]) ?? "", /KAZ/);
    assert.match(propose("aircraft", ["tanks", "host"]) ?? "", /tanks, host/);
    assert.equal(
      propose(
        "aircraft",
        Array.from({ length: 50 }, (_, index) => `name${index}`),
      ),
      undefined,
    );
  });
});
