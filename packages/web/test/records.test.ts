import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { KindForm } from "@kelisim/api";
import fc from "fast-check";
import { isDated, registerFilters } from "../src/state/records/filters.ts";
import { begunBy, recordOf, valuesOf } from "../src/state/records/form-values.ts";
import { audienceOf, readMarking, TLP_LABELS, writeMarking } from "../src/state/records/marking.ts";
import { clockOf, momentOf } from "../src/state/records/moment.ts";
import { errorsByField } from "../src/state/records/places-of-errors.ts";
import { readerName } from "../src/state/records/readers.ts";

const field = (name: string, type: string, more: object = {}) =>
  ({ name, label: name, type, required: false, actor: false, choices: [], ...more }) as never;

const form = {
  name: "Exercise",
  version: 1,
  form: "event",
  title: "Exercise",
  speaks: false,
  fields: [
    field("host", "party"),
    field("live", "yes/no"),
    field("place", "place"),
    field("personnel", "count"),
    field("volume", "amount"),
    field("cost", "money"),
    field("with", "parties"),
    field("start", "date"),
    field("at", "instant"),
    field("quarter", "period"),
    field("answers", "record"),
  ],
  instruments: [],
  channels: [],
  places: [],
} satisfies KindForm;

const ZONE = "Asia/Tashkent";

describe("the form of a record", () => {
  it("begins with who speaks, as sender and as whoever the kind says did it", () => {
    const fields = [field("host", "party", { actor: true }), field("guest", "party")];
    assert.deepEqual(begunBy("KAZ", { fields }), { from: "KAZ", content: { host: "KAZ" } });
    assert.deepEqual(valuesOf(form, begunBy("KAZ", form), ZONE).from, "KAZ");
  });

  it("keeps the corners of an area while its point stays, and lets go of them with it", () => {
    const corners = [
      { lat: 44, lon: 79 },
      { lat: 45, lon: 80 },
    ];
    const values = valuesOf(form, { content: { place: { lat: 44.2, lon: 79.6, corners } } }, ZONE);
    const written = (place: object) =>
      (
        recordOf(form, { ...values, content: { place: { ...values.content.place!, ...place } } }, ZONE)
          .content as Record<string, { corners?: unknown }>
      ).place?.corners;
    assert.deepEqual(written({}), corners);
    assert.equal(written({ lat: "44.3" }), undefined);
  });

  it("names readers: a party, a body beside its party, what is not known by its id", () => {
    const name = (id: string) =>
      readerName(
        id,
        [{ id: "KAZ", name: "Kazakhstan" }],
        [{ id: "KAZ/customs", name: "Customs" }],
        (party, body) => `${party}: ${body}`,
      );
    assert.deepEqual(["KAZ", "KAZ/customs", "UZB/border"].map(name), [
      "Kazakhstan",
      "Kazakhstan: Customs",
      "UZB: border",
    ]);
  });

  const record = {
    kind: "Exercise",
    id: "E1",
    corrects: "E0",
    from: "KAZ",
    to: ["CHN", "RUS"],
    under: ["SH1996"],
    channel: "note verbale",
    marking: "TLP:AMBER CHN, RUS/border",
    occurred: "2026-11-21T04:00:00Z",
    content: {
      host: "KAZ",
      live: false,
      place: { lat: 44.2, lon: 79.6, accuracyKm: 2 },
      personnel: 9500,
      volume: "12345678901234567890.10",
      cost: { amount: "1200.10", currency: "USD" },
      with: ["CHN"],
      start: "2026-12",
      at: "2026-11-21T04:30:00Z",
      quarter: "2026-Q3",
      answers: "N1",
    },
  };

  it("writes a record back as it was read", () => {
    assert.deepEqual(recordOf(form, valuesOf(form, record, ZONE), ZONE, record), record);
  });

  it("leaves out what is empty, and writes what is no number as it is typed", () => {
    const values = valuesOf(form, {}, ZONE);
    assert.deepEqual(recordOf(form, values, ZONE), { kind: "Exercise", marking: "TLP:AMBER" });
    const typed = {
      ...values,
      content: {
        personnel: { text: "9 500" },
        volume: { text: "1,5" },
        live: { text: "no" },
        place: { text: "", lat: "x", lon: "7" },
      },
    };
    assert.deepEqual(recordOf(form, typed, ZONE).content, {
      live: false,
      place: { lat: "x", lon: 7 },
      personnel: 9500,
      volume: "1,5",
    });
  });

  it("places what the node says beside its field", () => {
    const shown = new Set(["occurred", "content.place"]);
    const found = errorsByField(
      [
        { pointer: "/record/content/place/lat", detail: "a" },
        { pointer: "/record/occurred", detail: "b" },
        { pointer: "/body/record/content/gone", detail: "c" },
      ],
      (name) => shown.has(name),
    );
    assert.deepEqual([...found.keys()].sort(), ["", "content.place", "occurred"]);
  });
});

describe("moments", () => {
  it("are read on the clock of a zone", () => {
    assert.equal(momentOf("2026-11-21T09:00", ZONE), "2026-11-21T04:00:00Z");
    assert.equal(clockOf("2026-11-21T04:00:00Z", ZONE), "2026-11-21T09:00");
    assert.equal(momentOf("21.11.2026", ZONE), undefined);
  });

  it("come back as they were, in any zone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("UTC", ZONE, "Europe/Vienna", "America/New_York", "Asia/Kathmandu"),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        (zone, seconds) => {
          const moment = new Date(Math.floor(seconds / 60) * 60_000).toISOString().replace(".000Z", "Z");
          const clock = clockOf(moment, zone);
          // In the hour that a zone has twice, the clock alone does not say which.
          assert.equal(clockOf(momentOf(clock, zone)!, zone), clock);
        },
      ),
    );
  });
});

describe("markings", () => {
  it("are read as they are written", () => {
    for (const label of TLP_LABELS) {
      const marking = { label, releaseTo: label === "TLP:RED" ? ["KAZ", "UZB/customs"] : [] };
      assert.deepEqual(readMarking(writeMarking(marking)), marking);
    }
    assert.deepEqual(readMarking(undefined), { label: "TLP:AMBER", releaseTo: [] });
  });

  it("say who may read", () => {
    assert.deepEqual(audienceOf(readMarking("TLP:AMBER UZB/customs"), ["CHN"]), {
      everyone: false,
      ownParty: true,
      parties: ["CHN"],
      bodies: ["UZB/customs"],
    });
    assert.equal(audienceOf(readMarking("TLP:RED"), []).ownParty, false);
    assert.equal(audienceOf(readMarking("TLP:GREEN"), []).everyone, true);
    assert.equal(audienceOf(readMarking("TLP:AMBER"), ["*"]).everyone, true);
  });
});

describe("filters of the register", () => {
  it("ask only what can be asked", () => {
    assert.deepEqual(registerFilters({ q: "reed", since: "2026-1", until: "2026", as: "KAZ", form: "" }), {
      q: "reed",
      until: "2026",
    });
    assert.ok(isDated("2026-11-21") && !isDated("2026-13") && !isDated("21"));
  });
});
