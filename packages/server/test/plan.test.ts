import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { PlanAnswer, PlanKinds } from "@kelisim/api";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], now: () => Date.parse("2026-11-21T09:00:00Z") });
});
after(() => node?.close());

const exercise = (start: string, end: string) => ({
  kind: "Exercise",
  content: { host: "KAZ", live: true, land: true, personnel: 36_000, start, end },
  points: [{ lat: 44.2, lon: 79.86 }],
});

async function plan(body: object, query = "?as=KAZ&on=2026-11-21"): Promise<PlanAnswer> {
  const answer = await node.post(`/regions/central-asia/plan${query}`, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

const ZONE = "shanghai-1996-zone";

async function placed(points: readonly { readonly lat: number; readonly lon: number }[]) {
  const { places } = await plan({ ...exercise("2027-01-05", "2027-01-10"), points });
  return places[0]!;
}

const locationIn = ({ zones }: PlanAnswer["places"][number], id: string) =>
  zones.find(({ zone }) => zone === id)?.location;

const duties = (answer: PlanAnswer) =>
  answer.groups.flatMap(({ arising }) => arising.map(({ line }) => [line.day, line.state] as const)).sort();

describe("a plan", () => {
  it("of 36,000 people in live exercise near the border, 45 days ahead: four duties, none passed", async () => {
    const answer = await plan(exercise("2027-01-05", "2027-01-10"));
    assert.deepEqual(answer.problems, []);
    assert.deepEqual(
      duties(answer).map(([day]) => day),
      ["2026-11-24", "2026-11-24", "2026-12-06", "2026-12-26"],
    );
    assert.equal(answer.passed, 0);
    assert.ok(answer.places[0]!.zones.some(({ location }) => location === "inside"));
    assert.ok(answer.together.length > 0);
    assert.ok(answer.notArising.length > 0);
  });

  it("20 days ahead: three lead times had passed, and from 2 January on all are kept", async () => {
    const answer = await plan(exercise("2026-12-11", "2026-12-16"));
    assert.deepEqual(duties(answer), [
      ["2026-10-30", "lead time already passed"],
      ["2026-10-30", "lead time already passed"],
      ["2026-11-11", "lead time already passed"],
      ["2026-12-01", "open"],
    ]);
    assert.equal(answer.passed, 3);
    assert.equal(answer.earliest?.day, "2027-01-02");
    assert.equal(answer.earliest?.shiftDays, 22);
  });

  it("of an area is measured from its corner nearest to the line", async () => {
    const near = await plan({
      ...exercise("2027-01-05", "2027-01-10"),
      points: [
        { lat: 47, lon: 70 },
        { lat: 47.2, lon: 70.4 },
        { lat: 44.2, lon: 79.86 },
      ],
    });
    assert.equal(near.places[0]!.lat, 44.2);
    assert.equal(duties(near).length, 4);
  });

  it("of an area whose corners are far and whose side crosses the border zone is judged on that side", async () => {
    const across = await plan({
      ...exercise("2027-01-05", "2027-01-10"),
      points: [
        { lat: 44.2, lon: 77 },
        { lat: 44.2, lon: 84 },
        { lat: 44.9, lon: 84 },
        { lat: 44.9, lon: 77 },
      ],
    });
    for (const { zone, location } of across.places[0]!.zones) assert.equal(location, "inside", zone);
    assert.equal(duties(across).length, 4);
  });

  it("of an area that reaches over the zone's edge with one corner is inside, with its point there", async () => {
    const place = await placed([
      { lat: 44.2, lon: 76 },
      { lat: 44.2, lon: 79.6 },
      { lat: 45.2, lon: 76 },
    ]);
    assert.equal(locationIn(place, ZONE), "inside");
  });

  it("of an area that holds a whole border is inside, and on the line", async () => {
    const place = await placed([
      { lat: 36, lon: 66 },
      { lat: 36, lon: 92 },
      { lat: 52, lon: 92 },
      { lat: 52, lon: 66 },
    ]);
    assert.equal(locationIn(place, ZONE), "inside");
    assert.equal(place.zones.find(({ zone }) => zone === ZONE)?.kmFromLine, 0);
  });

  it("of an area is outside only where all of it is, beyond the map's error", async () => {
    const reaching = async (lon: number) => {
      const place = await placed([
        { lat: 44.2, lon: 75 },
        { lat: 44.2, lon },
        { lat: 44.21, lon },
        { lat: 44.21, lon: 75 },
      ]);
      const { location, kmFromLine } = place.zones.find(({ zone }) => zone === ZONE)!;
      return { location, km: kmFromLine! };
    };
    const seen = new Set<string>();
    for (let lon = 78.6; lon <= 79.6; lon += 0.1) {
      const { location, km } = await reaching(lon);
      seen.add(location);
      // Kilometres are rounded, and measured to half of one.
      if (Math.abs(km - 88) <= 1 || Math.abs(km - 112) <= 1) continue;
      // 100 km on either side of the line, which may be 12 km off.
      assert.equal(location, km <= 88 ? "inside" : km < 112 ? "within map error" : "outside", `${lon}: ${km} km`);
    }
    assert.deepEqual([...seen], ["outside", "within map error", "inside"]);
  });

  it("says of an area beside the border which point of its sides is nearest, not only which corner", async () => {
    const corners = [
      { lat: 43.4, lon: 79.4 },
      { lat: 45.4, lon: 79.4 },
      { lat: 44.4, lon: 76.5 },
    ];
    const answer = await plan({ ...exercise("2027-01-05", "2027-01-10"), points: corners });
    const alone = await Promise.all(
      corners.map((point) => plan({ ...exercise("2027-01-05", "2027-01-10"), points: [point] })),
    );
    const km = ({ places }: PlanAnswer) => Math.min(...places[0]!.zones.map((zone) => zone.kmFromLine ?? 1e9));
    assert.ok(km(answer) < Math.min(...alone.map(km)), `${km(answer)} of ${alone.map(km).join()}`);
  });

  it("groups by addressee and main channel, and says where the channel is not verified", async () => {
    const { groups, channels, creditors } = await plan(exercise("2027-01-05", "2027-01-10"));
    assert.deepEqual(
      groups.map(({ whom, channel, channelUnverified, arising }) => [whom, channel, channelUnverified, arising.length]),
      [
        ["56 participants", "OSCE Communications Network", true, 2],
        ["China", "diplomatic channel, written", true, 2],
      ],
    );
    assert.equal(channels, 2);
    assert.equal(creditors, 57);
  });

  it("offers a notice for every duty, filled in, and as few as one way carries", async () => {
    const { groups, notices } = await plan(exercise("2027-01-05", "2027-01-10"));
    for (const { arising } of groups)
      for (const { notice, number, line } of arising) {
        assert.deepEqual(notice?.numbers, [number]);
        assert.equal(notice?.channel, line.channel);
        assert.ok(notice.to.length > 0 && !notice.to.includes("KAZ"));
      }
    assert.deepEqual(
      notices.map(({ kind, numbers, to, under }) => [kind, numbers, to.length, under]),
      [
        ["ExerciseNotification", [1], 56, ["VD2011"]],
        ["ObserverInvitation", [2], 56, ["VD2011"]],
        ["ObserverInvitation", [3], 1, ["SH1996"]],
        ["ExerciseNotification", [4], 1, ["SH1996"]],
      ],
    );
    for (const { content, refers } of notices)
      assert.deepEqual([Object.keys(content), refers], [["exercise"], ["exercise"]]);
  });

  it("gives drafts in which nothing needs another value", async () => {
    const { notices, standpoint, places } = await plan({
      ...exercise("2027-01-05", "2027-01-10"),
      points: [
        { lat: 44.2, lon: 79.86 },
        { lat: 44.3, lon: 79.9 },
        { lat: 44.3, lon: 79.8 },
      ],
    });
    const save = async (record: object) => {
      const { status, text, body } = await node.post("/regions/central-asia/drafts", { record });
      assert.equal(status, 201, text);
      assert.deepEqual(body.errors, []);
      return body.record.id as string;
    };
    const { lat, lon } = places[0]!;
    const { kind, content } = exercise("2027-01-05", "2027-01-10");
    const corners = [
      { lat: 44.2, lon: 79.86 },
      { lat: 44.3, lon: 79.9 },
      { lat: 44.3, lon: 79.8 },
    ];
    const id = await save({
      kind,
      from: "KAZ",
      occurred: standpoint.knownAt,
      content: { ...content, place: { lat, lon, corners } },
    });
    for (const { kind, from, to, under, channel, occurred, content, refers } of notices) {
      const about = Object.fromEntries(refers.map((name) => [name, id]));
      await save({ kind, from, to, under, channel, occurred, content: { ...content, ...about } });
    }
  });

  it("shows nothing as above a limit whose figure is not verified", async () => {
    const answer = await plan({
      ...exercise("2027-01-05", "2027-01-10"),
      content: { ...exercise("2027-01-05", "2027-01-10").content, sector: "western" },
    });
    const size = answer.limits.find(({ line }) => line.clause === "SH1996-03c");
    assert.equal(size?.line.state, "number unverified");
    assert.equal(size?.state, "number unverified");
    assert.match(size?.counts ?? "", /above\s4,000\speople\s\?/);
    for (const { line } of answer.limits) assert.notEqual(line.state, "exceeded");
  });

  it("says what clauses ask for that do not apply", async () => {
    const { notArising } = await plan(exercise("2027-01-05", "2027-01-10"));
    const eastern = notArising.find(({ clause }) => clause === "SH1996-03b");
    assert.match(eastern?.asks ?? "", /sector eastern, above\s40,000\speople\s\?/);
  });

  it("in the year 9999 is a slip of the finger, said at once and not worked out", async () => {
    const answer = await plan(exercise("9999-01-05", "2027-01-10"), "?as=KAZ&on=2026-11-21&lang=ru");
    assert.deepEqual(
      answer.problems.map(({ attribute }) => attribute),
      ["start"],
    );
    assert.match(answer.problems[0]!.message, /лет позже/);
    assert.deepEqual(answer.groups, []);
  });

  it("leaves nothing behind", async () => {
    const before = await node.get("/regions/central-asia/today", { as: "KAZ", on: "2026-11-21" });
    await plan(exercise("2026-12-11", "2026-12-16"));
    const later = await node.get("/regions/central-asia/today", { as: "KAZ", on: "2026-11-21" });
    assert.deepEqual(later.body.owes, before.body.owes);
  });

  it("says which value is wrong, by its attribute", async () => {
    const answer = await plan({ kind: "Exercise", content: { host: "KAZ", personnel: "many", start: "soon" } });
    assert.deepEqual(answer.problems.map(({ attribute }) => attribute).sort(), ["personnel", "start"]);
    assert.deepEqual(answer.groups, []);
    assert.equal((await node.post("/regions/central-asia/plan", { kind: "Nothing", content: {} })).status, 400);
    assert.equal((await node.post("/regions/central-asia/plan", { content: {} })).status, 400);
  });

  it("is worded in Russian", async () => {
    const answer = await plan(exercise("2026-12-11", "2026-12-16"), "?as=KAZ&on=2026-11-21&lang=ru");
    for (const { arising } of answer.groups) for (const each of arising) assert.match(each.line.act, /[а-яё]{3}/i);
    assert.match(answer.earliest!.words, /янв/);
  });
});

describe("what can be planned", () => {
  it("comes from the vocabulary: exercises first, with the fields that decide something", async () => {
    const { kinds }: PlanKinds = (await node.get("/regions/central-asia/plan/kinds")).body;
    assert.equal(kinds[0]!.kind, "Exercise");
    assert.equal(kinds[0]!.start, "start");
    assert.ok(kinds[0]!.place !== undefined);
    const personnel = kinds[0]!.fields.find(({ name }) => name === "personnel");
    assert.equal(personnel?.decides, true);
    assert.ok(kinds.length > 20);
    for (const kind of kinds)
      for (const field of kind.fields) assert.ok(field.label.length > 0, `${kind.kind} ${field.name}`);
  });
});
