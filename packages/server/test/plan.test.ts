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

  it("of an area is judged by its corner nearest to the line", async () => {
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

  it("shows nothing as above a limit whose figure is not verified", async () => {
    const answer = await plan({
      ...exercise("2027-01-05", "2027-01-10"),
      content: { ...exercise("2027-01-05", "2027-01-10").content, sector: "western" },
    });
    const size = answer.limits.find(({ line }) => line.clause === "SH1996-03c");
    assert.equal(size?.line.state, "unverified");
    assert.equal(size?.state, "unverified");
    assert.match(size?.counts ?? "", /above\s4,000\speople\s\?/);
    for (const { line } of answer.limits) assert.notEqual(line.state, "exceeded");
  });

  it("says what clauses ask for that do not apply", async () => {
    const { notArising } = await plan(exercise("2027-01-05", "2027-01-10"));
    const eastern = notArising.find(({ clause }) => clause === "SH1996-03b");
    assert.match(eastern?.asks ?? "", /sector eastern, above\s40,000\speople\s\?/);
  });

  it("in the year 9999 is a slip of the finger, said at once and not worked out", async () => {
    const begun = performance.now();
    const answer = await plan(exercise("9999-01-05", "2027-01-10"), "?as=KAZ&on=2026-11-21&lang=ru");
    assert.ok(performance.now() - begun < 2000);
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
