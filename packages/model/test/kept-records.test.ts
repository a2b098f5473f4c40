import assert from "node:assert/strict";
import { describe, it } from "node:test";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { createRecordReader, formatInstant, type KeptRecord, parseInstant, type WrittenRecord } from "../src/index.ts";
import { exercise, invitation, KINDS, PARTIES, release } from "./fixtures.ts";

const KNOWN = parseInstant("2026-11-20T00:00:00Z") as number;
const reader = () => createRecordReader(KINDS, { parties: PARTIES, instruments: ["RA"], now: KNOWN + 1000 });

function keptOf({ content, known: _, ...header }: Record<string, unknown>, known: number): KeptRecord {
  return { header: canonicalize(header)!, known, body: canonicalize(content ?? {})! };
}

/** Reads records both ways. */
function both(records: readonly Record<string, unknown>[], known = KNOWN) {
  const kept = reader().kept(records.map((record) => keptOf(record, known)));
  const apart = records.map((record) =>
    reader().written({ ...JSON.parse(canonicalize(record)!), known: formatInstant(known) } as WrittenRecord),
  );
  return { kept, apart: apart.map(({ problems, ...rest }) => ({ ...rest, problems: problems.map(withoutLine) })) };
}

const withoutLine = <T extends { readonly line?: number }>({ line: _, ...rest }: T) => rest;

function assertSame(records: readonly Record<string, unknown>[], known?: number): void {
  const { kept, apart } = both(records, known);
  assert.deepEqual(
    kept.map(({ problems, ...rest }) => ({ ...rest, problems: problems.map(withoutLine) })),
    apart,
  );
}

const moment = fc.constantFrom(
  "2026-11-01T09:00:00Z",
  "2026-11-01T14:00:00.250+05:00",
  "2026-11-01T09:00:00.001Z",
  "2026-02-30T09:00:00Z",
  "2026-11-01",
  7,
);
const text = fc.constantFrom("a", '"id":"', 'x","occurred":"y', "\\", "\u007f", "", "ы", "a\nb");
const change = fc.record(
  {
    id: fc.oneof(text, fc.constantFrom("id-1", 5)),
    kind: fc.constantFrom("withdrawal", "status", "Excercise"),
    version: fc.constantFrom(1, 2, "2"),
    from: fc.constantFrom("ORE", "XXX", ""),
    body: text,
    to: fc.constantFrom([], ["ORE"], ["*"], ["XXX"], "ORE", [{ id: "x" }]),
    under: fc.constantFrom(["RA"], ["OTHER"], []),
    channel: text,
    marking: text,
    occurred: moment,
    received: moment,
    recorded: moment,
    corrects: text,
    withdraws: text,
    stray: fc.constantFrom({ id: "x" }, '"recorded":"'),
    content: fc.constantFrom({}, { stray: 1 }, { constructor: 1 }, { personnel: -1 }),
  },
  { requiredKeys: [] },
);

describe("records out of a store", () => {
  it("are read as if each came by itself: sound ones", () => {
    const records = [exercise, invitation, release].flatMap((record) => [
      record,
      { ...record, id: "second", occurred: "2026-11-01T08:00:00Z" },
      { ...record, id: "third", received: "2026-11-19T10:00:00Z" },
      { ...record, id: "fourth", received: "2026-01-19T10:00:00Z" },
      { ...record, id: "fifth", corrects: record.id },
    ]);
    assertSame(records as unknown as Record<string, unknown>[]);
    assert.ok(both(records as never).kept.filter(({ record }) => record !== undefined).length >= 12);
  });

  it("and those that no reader would take, with the same problems", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(exercise, invitation, release), change), { minLength: 1, maxLength: 6 }),
        (pairs) => assertSame(pairs.map(([record, changed]) => ({ ...record, ...changed }))),
      ),
      { numRuns: 400 },
    );
  });

  it("and what claims to be known in the future", () => {
    assertSame([exercise as never, { ...exercise, id: "second" } as never], KNOWN + 60_000);
  });

  it("count as lines", () => {
    const counted = reader();
    counted.kept([keptOf(exercise as never, KNOWN), keptOf({ ...exercise, kind: "Excercise" } as never, KNOWN)]);
    assert.deepEqual(counted.counts(), { lines: 2, taken: 1, refused: 1, empty: 0, repeated: 0 });
  });
});
