import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readAddress, refusedOf, writeAddress } from "../src/state/address.ts";
import { carried, GROUPINGS, readStandpoint, type Standpoint, writeStandpoint } from "../src/state/standpoint.ts";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const word = fc.string({ minLength: 1, maxLength: 30 });
const standpoints: fc.Arbitrary<Standpoint> = fc.record(
  {
    region: word,
    as: word,
    on: fc.oneof(
      day.map((text) => text.slice(0, 10)),
      day,
    ),
    known: day,
    by: fc.constantFrom(...GROUPINGS),
    owes: fc.boolean(),
    days: fc.integer({ min: 1, max: 3653 }),
    line: word,
  },
  { requiredKeys: ["by", "owes", "days"], noNullPrototype: true },
);

describe("a standpoint in an address", () => {
  it("is read back as it was written, through the text of the address", () => {
    fc.assert(
      fc.property(standpoints, (standpoint) => {
        const address = writeAddress(writeStandpoint(standpoint));
        assert.deepEqual(readStandpoint(readAddress(address)), standpoint);
      }),
      { numRuns: 500 },
    );
  });

  it("is empty where everything is as by default", () => {
    assert.equal(writeAddress(writeStandpoint(readStandpoint({}))), "");
  });

  it("leaves what cannot be read at its default", () => {
    const read = readStandpoint({ on: "12/11", known: "yesterday", days: "-3", by: "colour", owes: "x" });
    assert.deepEqual(read, { by: "day", owes: true, days: 90 });
  });

  it("keeps ids that look like numbers as text", () => {
    assert.equal(readAddress("?as=0012&line=1e5").as, "0012");
  });

  it("takes region, party and both dates along, and no filter of a screen", () => {
    const address = { as: "KAZ", on: "2026-11-21", by: "partner", line: "x", region: "four-rivers" };
    assert.deepEqual(carried(address), { region: "four-rivers", as: "KAZ", on: "2026-11-21" });
  });
});

it("what a problem points at in the address is named once; what it points at elsewhere is not", () => {
  const pointers = ["/query/w", "/query/powers", "/query/w", "/body/text", "/query"];
  assert.deepEqual(refusedOf(pointers.map((pointer) => ({ pointer }))), ["w", "powers"]);
});
