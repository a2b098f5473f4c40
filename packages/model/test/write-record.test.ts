import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Big } from "big.js";
import fc from "fast-check";
import {
  type Attribute,
  type AttributeType,
  contentHash,
  type KelisimRecord,
  type Kind,
  parseDated,
  readRecords,
  type Value,
  writeRecord,
} from "../src/index.ts";
import { strangeCharacter } from "../src/read-value.ts";
import { exercise, KINDS } from "./fixtures.ts";

const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
const ids = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,12}$/);
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, point]) => new Big(digits.toString()).div(new Big(10).pow(point)).round(12));
const dates = fc.constantFrom("2013", "2024-02", "2024-02-29", "1999-12-31").map((text) => parseDated(text) as Value);
const places = fc.record(
  {
    lat: fc.double({ min: -90, max: 90, noNaN: true }).filter((value) => !Object.is(value, -0)),
    lon: fc.double({ min: -180, max: 180, noNaN: true }).filter((value) => !Object.is(value, -0)),
    accuracyKm: fc.integer({ min: 0, max: 100 }),
  },
  { requiredKeys: ["lat", "lon"], noNullPrototype: true },
);
const texts = fc.string({ unit: "grapheme" }).filter((text) => strangeCharacter(text) === undefined);

/** A type of attribute together with values of it. */
const typed: fc.Arbitrary<{ type: AttributeType; values: fc.Arbitrary<Value> }> = fc.constantFrom(
  { type: { type: "count" } as const, values: fc.nat() },
  { type: { type: "amount", unit: "km" } as const, values: decimals },
  {
    type: { type: "money" } as const,
    values: fc.record({ amount: decimals, currency: fc.constantFrom("USD", "KZT") }, { noNullPrototype: true }),
  },
  { type: { type: "text" } as const, values: texts },
  { type: { type: "yes/no" } as const, values: fc.boolean() },
  { type: { type: "party" } as const, values: ids },
  { type: { type: "parties" } as const, values: fc.array(ids, { maxLength: 3 }) },
  { type: { type: "date" } as const, values: dates },
  { type: { type: "instant" } as const, values: instants },
  { type: { type: "place" } as const, values: places },
  { type: { type: "period" } as const, values: fc.constantFrom("2026", "2026-Q3", "2026-H1", "2026-07") },
  { type: { type: "choice", of: ["a", "b"] } as const, values: fc.constantFrom("a", "b") },
  { type: { type: "record", of: "Other" } as const, values: ids },
);

const cases: fc.Arbitrary<{ kind: Kind; record: KelisimRecord }> = fc
  .tuple(
    fc.array(typed, { maxLength: 6 }),
    fc.constantFrom<Kind["form"]>("notice", "event"),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([types, form, version]) => {
    const attributes: Attribute[] = types.map(({ type }, index) => ({
      name: `a${index}`,
      type,
      required: index === 0,
    }));
    const kind: Kind = { name: "Made", form, version, title: "Made up", attributes };
    const values = fc.tuple(
      ...types.map(({ values: value }, index) => (index === 0 ? value : fc.option(value, { nil: undefined }))),
    );
    const head = fc.record(
      {
        id: ids,
        from: ids,
        to: fc.uniqueArray(ids, { minLength: 1, maxLength: 3 }),
        occurred: instants,
        recorded: instants,
        known: instants,
        body: ids,
        under: fc.array(ids, { maxLength: 2 }),
        channel: ids,
        marking: fc.constant("TLP:AMBER"),
        received: instants,
      },
      { requiredKeys: ["id", "from", "to", "occurred", "recorded", "known"], noNullPrototype: true },
    );
    return fc.tuple(head, values).map(([header, given]) => {
      const content = Object.fromEntries(
        given.flatMap((value, index) => (value === undefined ? [] : [[`a${index}`, value]])),
      );
      return { kind, record: { kind: "Made", version, ...header, content } as KelisimRecord };
    });
  });

describe("writing records", () => {
  it("is read back to the same record", () => {
    fc.assert(
      fc.property(cases, ({ kind, record }) => {
        const line = JSON.stringify(writeRecord(record, [kind]));
        const { records, problems } = readRecords([line], [kind]);
        assert.deepEqual(
          problems.filter((problem) => problem.severity === "error"),
          [],
          line,
        );
        assert.deepEqual(records[0], record);
      }),
    );
  });

  it("writes what was read, without what the reader filled in", () => {
    const { records } = readRecords([JSON.stringify(exercise)], KINDS);
    assert.deepEqual(writeRecord(records[0]!, KINDS), exercise);
  });

  it("hashes content by its canonical form, whatever the order of keys", () => {
    const turned = { content: Object.fromEntries(Object.entries(exercise.content).reverse()) };
    assert.equal(contentHash(turned), contentHash(exercise));
    assert.notEqual(contentHash({ content: { ...exercise.content, live: false } }), contentHash(exercise));
    // SHA-256 of "{}", as any other program computes it.
    assert.equal(contentHash({}), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
});
