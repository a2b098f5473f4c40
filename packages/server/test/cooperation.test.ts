import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { relationKind } from "@kelisim/analysis";
import type { Between, Cooperation, Country } from "@kelisim/api";
import { parseDated } from "@kelisim/model";
import { pairGroup } from "../src/desk/cooperation/pair-group.ts";
import { holdsOn } from "../src/desk/cooperation/spells.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia"] });
});
after(async () => {
  await node.close();
});

const ON = "2026-11-21";
const REGION = "/regions/central-asia";
const dated = (text: string) => parseDated(text) as never;
const day = (text: string) => parseDated(text) as number;

test("statuses as tables word them fall into kinds", () => {
  assert.equal(relationKind("member"), "member");
  assert.equal(relationKind("dialogue-partner"), "partner");
  assert.equal(relationKind("observer (guest)"), "observer");
  assert.equal(relationKind("non-member (guest at summits)"), "outside");
  assert.equal(relationKind("inactive"), "suspended");
  assert.equal(relationKind("signatory"), "signed");
  assert.equal(relationKind("correspondent"), "other");
});

test("a coarse or missing date leaves its days open", () => {
  assert.equal(holdsOn(dated("2001-06-15"), undefined, day("2001-06-15")), "yes");
  assert.equal(holdsOn(dated("2016-05"), undefined, day("2016-05-10")), "perhaps");
  assert.equal(holdsOn(dated("2001"), dated("2012"), day("2012-07-01")), "perhaps");
  assert.equal(holdsOn(undefined, undefined, day("2012-07-01")), "perhaps");
  assert.equal(holdsOn(undefined, dated("2012"), day("2013-01-01")), "no");
});

test("binding comes before form, and one row alone is no bond of the two", () => {
  const rest = { form: "treaty", parties: ["A", "B"], worldWide: false } as const;
  assert.equal(pairGroup({ ...rest, states: ["bound", "bound"] }), "alone");
  assert.equal(pairGroup({ ...rest, states: ["bound", "bound"], parties: ["A", "B", "C"] }), "regional");
  assert.equal(pairGroup({ ...rest, states: ["bound", "unverified"] }), "unverified");
  assert.equal(pairGroup({ ...rest, states: ["bound", "no row"] }), "one");
  assert.equal(pairGroup({ ...rest, states: ["signed", "no row"] }), undefined);
});

test("memberships on a day, both sources where they differ, and pairs left out named", async () => {
  const { status, body } = await node.get(`${REGION}/cooperation`, { on: ON });
  assert.equal(status, 200);
  const data = body as Cooperation;
  const of = (organisation: string, party: string) =>
    data.relations.find((each) => each.organisation === organisation && each.party === party)?.spells ?? [];
  // regions/central-asia/memberships.csv: SCO since 2001-06-15, or since 1996 as another list counts.
  assert.deepEqual(
    of("SCO", "KAZ").map(({ from, dispute }) => [from, dispute]),
    [
      ["1996", "SCO-SINCE"],
      ["2001-06-15", "SCO-SINCE"],
    ],
  );
  // The Shanghai Five ended when the SCO began.
  assert.ok(of("SH5", "KAZ").every(({ holds }) => holds === "no"));
  assert.equal(data.coverage.find(({ table }) => table === "memberships")?.coverage, "partial");
  const { network } = data;
  assert.ok(network.edges.every(({ organisations }) => organisations.length >= network.least));
  assert.ok(network.leftOut > 0);
  const earlier = (await node.get(`${REGION}/cooperation`, { on: "1998-12-31" })).body as Cooperation;
  assert.ok(
    earlier.relations
      .filter(({ organisation }) => organisation === "SCO")
      .every(({ spells }) => spells.every(({ holds, from }) => holds === "no" || from === "1996")),
  );
});

test("what binds two: a signature alone counts no duty, what is not verified says so", async () => {
  const { status, body } = await node.get(`${REGION}/between`, { a: "KAZ", b: "KGZ", on: ON });
  assert.equal(status, 200);
  const data = body as Between;
  const of = (id: string) => data.instruments.find((each) => each.id === id);
  assert.equal(of("BR-KAZKGZ")?.group, "alone");
  assert.equal(of("CWC")?.group, "worldwide");
  assert.equal(of("SH1996")?.sameSide, true);
  assert.equal(of("TF2022")?.group, "signed");
  assert.equal(of("TF2022")?.owed, undefined);
  assert.equal(of("MO1997")?.group, "unverified");
  assert.equal(of("VD2011")?.now.next, "2026-12-15");
  assert.deepEqual(of("BR-KAZKGZ")?.standings[0].spells.at(-1), {
    state: "bound",
    provisional: false,
    unverified: false,
    from: "2015-07-16",
  });
  for (const line of data.lines.there)
    assert.deepEqual([line.debtors.includes("KAZ"), line.creditors], [true, ["KGZ"]]);
  assert.ok(data.overlaps.every(({ clauses }) => clauses.length > 1));
  assert.equal(data.correspondence, 0);
  assert.ok(data.bodies.every(({ spells }) => spells.every((each) => each.length > 0)));
});

test("a pair needs two parties of the region", async () => {
  const same = await node.get(`${REGION}/between`, { a: "KAZ", b: "KAZ" });
  assert.equal(same.status, 400);
  assert.equal(same.body.errors[0].pointer, "/query/b");
  const unknown = await node.get(`${REGION}/between`, { a: "KAZ", b: "ZZZ" });
  assert.equal(unknown.body.errors[0].pointer, "/query/b");
  assert.equal((await node.get(`${REGION}/between`, { a: "KAZ" })).status, 400);
});

test("a country: everything with source and confidence, and what the tables cover", async () => {
  const { status, body } = await node.get(`${REGION}/countries/KAZ`, { on: ON, lang: "ru" });
  assert.equal(status, 200);
  const country = body as Country;
  assert.equal(country.party.name, "Казахстан");
  for (const list of [country.programmes, country.threats, country.indicators, country.claims, country.undertakings]) {
    assert.ok(list.length > 0);
    for (const row of list) assert.ok(row.source !== "" && row.confidence !== undefined);
  }
  // An absent figure is absent, never zero.
  const absent = country.indicators.find(({ id }) => id === "KAZ-EUFUNDS-2014-2020");
  assert.ok(absent !== undefined && !("value" in absent));
  assert.equal(country.covered, false);
  assert.equal((await node.get(`${REGION}/countries/ZZZ`)).status, 404);
});
