import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const AREA = "/regions/central-asia";

describe("the situation of a region", () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({
      regions: ["central-asia", "four-rivers"],
      now: () => Date.parse("2026-12-01T06:00:00Z"),
    });
  });
  after(() => node.close());

  it("tells what the timeline tells, the newest first, with both dates and the source", async () => {
    const { status, body } = await node.get(`${AREA}/situation`, { limit: 5 });
    assert.equal(status, 200);
    assert.equal(body.happenings.length, 5);
    assert.equal(body.happenings[0].id, "TL-2025-11-16");
    assert.equal(body.happenings[0].recorded, "2026-11-22");
    assert.match(body.happenings[0].source, /\[S335\]/);
    assert.equal(body.marks.length, body.total);
    assert.equal(body.unplaced, body.marks.filter((mark: { lat?: number }) => mark.lat === undefined).length);
    assert.ok(body.unplaced > 0 && body.unplaced < body.total);
    assert.ok(body.tables.every((table: { partial: boolean }) => table.partial));
  });

  it("pages through everything once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await node.get(`${AREA}/situation`, { limit: 50, after });
      seen.push(...body.happenings.map((each: { id: string }) => each.id));
      after = body.next;
    } while (after !== undefined);
    const { body } = await node.get(`${AREA}/situation`, { limit: 1 });
    assert.equal(seen.length, body.total);
    assert.equal(new Set(seen).size, seen.length);
  });

  it("filters by threat, party, kind, place, zone and time, and leaves the other choices of each", async () => {
    const { body } = await node.get(`${AREA}/situation`, { threat: "T12", party: "KGZ", kind: "clash", from: "2021" });
    assert.deepEqual(
      body.happenings.map((each: { id: string }) => each.id),
      ["TL-2022-09-14", "TL-2021-04-28"],
    );
    assert.ok(body.facets.kinds.some((each: { id: string }) => each.id === "border treaty"));
    const place = await node.get(`${AREA}/situation`, { place: "Sokh" });
    assert.deepEqual(
      place.body.happenings.map((each: { id: string }) => each.id),
      ["TL-2020-05-31"],
    );
    const zone = await node.get(`${AREA}/situation`, { zone: "shanghai-1996-zone" });
    assert.ok(zone.body.happenings.every((each: { place?: object }) => each.place !== undefined));
    assert.ok(zone.body.total > 0 && zone.body.total < 60);
  });

  it("takes what lies ahead of as-of, and what was written down after known-at, away and counts it", async () => {
    const then = await node.get(`${AREA}/situation`, { on: "2000-01-01", limit: 1 });
    // Of "1999" only the last day is certain.
    assert.equal(then.body.happenings[0].id, "TL-1999");
    assert.ok(then.body.ahead > 100);
    const before = await node.get(`${AREA}/situation`, { known: "2026-11-01" });
    assert.equal(before.body.total, 0);
    assert.ok(before.body.learnedLater > 100);
  });

  it("gives the status of every border as of the day, with the acts behind it; without a row it is unknown", async () => {
    const sections = async (on?: string) => {
      const { body } = await node.get(`${AREA}/borders`, { on });
      return (id: string) => body.sections.filter((each: { border: string }) => each.border === id);
    };
    const now = await sections();
    assert.equal(now("KGZ-TJK")[0].status, "agreed");
    assert.ok(now("KGZ-TJK")[0].acts.some((act: { id: string }) => act.id === "BT2025-KT"));
    assert.equal(now("KGZ-TJK")[0].since, "2025-03-31");
    assert.equal(now("TKM-UZB")[0].status, "unknown");
    assert.deepEqual(now("TKM-UZB")[0].acts, []);
    const before = await sections("2020-01-01");
    assert.equal(before("KGZ-TJK")[0].status, "unknown");
    assert.equal(before("KGZ-UZB")[0].status, "described");
    assert.match(before("KGZ-UZB")[0].part, /85 %/);
  });

  it("draws both lines of a disputed section and names whose they are", async () => {
    const { body } = await node.get("/regions/four-rivers/borders");
    const disputed = body.sections.filter((each: { status: string }) => each.status === "disputed");
    assert.deepEqual(
      disputed.map((each: { view: { id: string } }) => each.view.id),
      ["ORE", "TAL"],
    );
    assert.ok(disputed.every((each: { line: unknown[] }) => each.line.length === 3));
  });

  it("holds records of events as they stand, with the place they name", async () => {
    const { body } = await node.get("/regions/four-rivers/situation", { on: "2026-11-30", lang: "ru" });
    const exercise = body.happenings.find((each: { id: string }) => each.id === "plan-reed-bank");
    assert.equal(exercise.date, "2026-11-28");
    assert.deepEqual(exercise.place, { lat: -46.6, lon: -123.7 });
    assert.equal(exercise.from, "record");
  });

  it("shows a record that the body may see as it stands, and nothing of another body's", async () => {
    const incident = (id: string, lat: number, more: object = {}) => ({
      id,
      kind: "BorderIncident",
      version: 1,
      from: "KGZ",
      occurred: "2026-11-20T08:00:00Z",
      recorded: "2026-11-20T09:00:00Z",
      content: { reportedBy: "KGZ", between: ["KGZ", "TJK"], what: "water", place: { lat, lon: 70.58, accuracyKm: 3 } },
      ...more,
    });
    const { store } = node.context;
    const as = (party: string, body: string) => store.as({ region: "central-asia", party, body }).records;
    const [membership] = (await node.get("/session")).body.memberships.filter(
      (each: { region: string }) => each.region === "central-asia",
    );
    const kept = await as(membership.party, membership.id).append([
      incident("incident-1", 39.8),
      incident("incident-2", 39.7, { corrects: "incident-1" }),
    ]);
    assert.equal(kept.taken.length, 2, JSON.stringify(kept.refused));
    const other = await as("TJK", "other").append([incident("incident-3", 39.6, { from: "TJK" })]);
    assert.equal(other.taken.length, 1, JSON.stringify(other.refused));
    const { body } = await node.get(`${AREA}/situation`, { kind: "BorderIncident", lang: "ru" });
    assert.deepEqual(
      body.happenings.map((each: { id: string }) => each.id),
      ["incident-2"],
    );
    const [seen] = body.happenings;
    assert.deepEqual(seen.place, { lat: 39.7, lon: 70.58, accuracyKm: 3 });
    assert.deepEqual(seen.threats, ["T12"]);
    assert.match(seen.title, /: /);
  });

  it("names the parameter that cannot be used", async () => {
    for (const [query, pointer] of [
      [{ threat: "T99" }, "/query/threat"],
      [{ zone: "nowhere" }, "/query/zone"],
      [{ from: "2024-02-30" }, "/query/from"],
      [{ from: "2025", to: "2024" }, "/query/to"],
      [{ after: "x" }, "/query/after"],
    ] as const) {
      const { status, body } = await node.get(`${AREA}/situation`, query);
      assert.equal(status, 400);
      assert.equal(body.errors[0].pointer, pointer);
    }
  });

  it("gives a base map with the lands, the lines between them, and where it comes from; kept by its tag", async () => {
    const { body, headers } = await node.get(`${AREA}/basemap`, { lang: "ru" });
    const kyrgyzstan = body.lands.find((land: { party?: string }) => land.party === "KGZ");
    assert.equal(kyrgyzstan.name, "Кыргызстан");
    assert.ok(kyrgyzstan.focus);
    assert.ok(body.lands.some((land: { party?: string }) => land.party === "RUS"));
    assert.ok(body.borders.some((border: { id: string }) => border.id === "KGZ-TJK"));
    assert.match(body.source, /Natural Earth/);
    assert.match(body.disclaimer, /не суждение/);
    assert.ok(headers.etag);
    const [west, south, east, north] = body.home;
    assert.ok(west < 50 && south < 37 && east > 85 && north > 54);
  });

  it("names capitals first, then cities and towns, in the reader's language; an invented region has its own", async () => {
    const towns = async (region: string, lang: string): Promise<{ name: string; kind: string; at: number[] }[]> =>
      (await node.get(`/regions/${region}/basemap`, { lang })).body.towns;
    const english = await towns("central-asia", "en");
    const capitals = english.filter(({ kind }) => kind === "capital");
    assert.deepEqual(english.slice(0, capitals.length), capitals);
    for (const name of ["Astana", "Bishkek", "Dushanbe", "Ashgabat", "Tashkent"])
      assert.ok(
        capitals.some((each) => each.name === name),
        name,
      );
    const russian = await towns("central-asia", "ru");
    assert.equal(russian.length, english.length);
    for (const { name } of russian) assert.match(name, /[а-яё]/i);
    assert.deepEqual(
      (await towns("four-rivers", "ru")).map(({ name, at }) => [name, at]),
      [["Нижний брод", [-124, -48]]],
    );
  });

  it("tells events and places in the reader's language; the place is asked for by its one name", async () => {
    const { body } = await node.get(`${AREA}/situation`, { lang: "ru", limit: 500 });
    for (const { title, kindName } of body.happenings) assert.match(`${title} ${kindName}`, /[а-яё]{3}/i);
    const tashkent = body.facets.places.find(({ id }: { id: string }) => id === "Tashkent");
    assert.equal(tashkent.name, "Ташкент");
    const there = await node.get(`${AREA}/situation`, { lang: "ru", place: "Tashkent" });
    assert.equal(there.body.total, tashkent.count);
    for (const { placeName } of there.body.happenings) assert.equal(placeName, "Ташкент");
  });

  it("gives each zone as a shape with its edge, its rule and how far the map may be off", async () => {
    const { body } = await node.get(`${AREA}/places`);
    const zone = body.zones.find((each: { id: string }) => each.id === "shanghai-1996-zone");
    assert.equal(zone.accuracyKm, 18);
    assert.ok(zone.polygons.length > 100 && zone.edge.length > 0);
    assert.ok(zone.instruments.some((each: { id: string }) => each.id === "SH1996"));
    const rivers = await node.get("/regions/four-rivers/places");
    assert.equal(rivers.body.zones[0].accuracyKm, 2);
  });
});
