import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Interval, thresholdGapsOf } from "../src/index.ts";
import { world } from "./region.ts";

const notify = (id: string, where: string) => `
duty ${id} "Notify" article "1"
  when Exercise e where ${where}
  e.host must send Notification n to every other party where n.exercise = e
  no later than 10 days before e.start
`;
const range = ({ least, above, greatest, below }: Interval): string =>
  `${above ? "(" : "["}${least?.toFixed() ?? ""}..${greatest?.toFixed() ?? ""}${below ? ")" : "]"}`;
const gaps = (one: string, two: string) =>
  thresholdGapsOf(world(notify("ONE-1", one), notify("TWO-1", two))).map((gap) => ({
    by: gap.attribute,
    first: gap.onlyFirst.map(range),
    second: gap.onlySecond.map(range),
    both: gap.both && range(gap.both),
    exact: !gap.othersDecide,
  }));

describe("thresholds", () => {
  it("shows for which numbers only one of two agreements asks", () => {
    assert.deepEqual(gaps("e.personnel >= 9000", "e.personnel >= 25_000"), [
      { by: "personnel", first: ["[9000..24999]"], second: [], both: "[25000..]", exact: true },
    ]);
    assert.deepEqual(gaps("e.personnel > 9000", "e.personnel >= 9001"), []);
    assert.deepEqual(gaps("e.personnel < 10", "e.personnel > 20"), [
      { by: "personnel", first: ["[..9]"], second: ["[21..]"], both: undefined, exact: true },
    ]);
    assert.deepEqual(gaps("e.volume > 0.5 km", "e.volume >= 2 km"), [
      { by: "volume", first: ["(0.5..2)"], second: [], both: "[2..]", exact: true },
    ]);
  });

  it("says where other figures decide too, and keeps different figures apart", () => {
    assert.deepEqual(gaps("e.personnel >= 9000 or e.tanks >= 250", "e.personnel >= 25_000"), [
      { by: "personnel", first: ["[9000..24999]"], second: [], both: "[25000..]", exact: false },
    ]);
    assert.deepEqual(gaps("e.personnel >= 9000", "e.tanks >= 250"), []);
  });

  it("compares only what can arise together, by one party", () => {
    assert.deepEqual(gaps("e.live and e.personnel >= 9000", "not e.live and e.personnel >= 25_000"), []);
    assert.deepEqual(gaps("e.host = ALT and e.personnel >= 9000", "e.host = BER and e.personnel >= 25_000"), []);
  });
});
