import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Fact, type Instant, parseInstant, type StatusFact } from "@kelisim/model";
import { worldOf } from "../src/desk/cooperation/world.ts";
import type { View } from "../src/desk/views.ts";

const at = (text: string) => parseInstant(text) as Instant;
const JANUARY = at("2020-01-01T00:00:00Z");
const JUNE = at("2020-06-01T00:00:00Z");
const LATER = at("2026-01-01T00:00:00Z");

const bound = (party: string, known: Instant): StatusFact => ({
  kind: "status",
  id: `status ${party}`,
  known,
  instrument: "X",
  party,
  act: "ratification",
  effectDate: 0,
  source: "[S1]",
  confidence: "high",
});

/** A view of an invented region with one agreement, as far as a world is made of it. */
function viewOf(...facts: readonly Fact[]) {
  const program = { instruments: [{ id: "X", timeZone: "UTC", clauses: [] }], vocabulary: [] };
  return { desk: { region: { parties: [] }, program, geography: undefined }, facts: [...facts] } as unknown as View & {
    readonly facts: Fact[];
  };
}

const parties = (view: View, knownAt: Instant, asOf = LATER) =>
  worldOf(view, { asOf, knownAt }).book.status.parties("X");

describe("the world of a view", () => {
  it("is worked out once for all days and moments that know the same", () => {
    const view = viewOf(bound("A", JANUARY));
    const first = worldOf(view, { asOf: LATER, knownAt: JUNE });
    const other = worldOf(view, { asOf: JANUARY, knownAt: LATER });
    assert.equal(other.book, first.book);
    assert.deepEqual([first.on, other.on], [LATER, JANUARY]);
  });

  it("holds a fact as soon as it came in", () => {
    const view = viewOf(bound("A", JANUARY));
    assert.deepEqual(parties(view, LATER), ["A"]);
    view.facts.push(bound("B", JUNE));
    assert.deepEqual(parties(view, LATER), ["A", "B"]);
  });

  it("does not hold what became known later, whatever was asked before", () => {
    const view = viewOf(bound("A", JANUARY), bound("B", JUNE));
    assert.deepEqual(parties(view, LATER), ["A", "B"]);
    assert.deepEqual(parties(view, JANUARY), ["A"]);
    assert.deepEqual(parties(view, JANUARY - 1), []);
    assert.deepEqual(parties(view, JUNE), ["A", "B"]);
  });

  it("is of its own view", () => {
    assert.deepEqual(parties(viewOf(bound("A", JANUARY)), LATER), ["A"]);
    assert.deepEqual(parties(viewOf(bound("B", JANUARY)), LATER), ["B"]);
  });
});
