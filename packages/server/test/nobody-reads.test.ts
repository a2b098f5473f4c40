import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal, type WrittenRecord } from "@kelisim/model";
import { mayRead, parseMarking } from "@kelisim/store";
import fc from "fast-check";
import { followLink, startTestNode, type TestNode } from "./node-for-tests.ts";

// Many bodies, records of every marking, and every address of the interface that can be read: nowhere does a body find the
// id or the words of a record that is neither its own nor released to it.

const REGION = "four-rivers";
const BODIES = ["AVE/desk", "AVE/customs", "ORE/border-service", "ORE/health", "SEL/ministry", "TAL/ministry"];
const MARKINGS = [
  undefined,
  "TLP:CLEAR",
  "TLP:GREEN",
  "TLP:AMBER",
  "TLP:AMBER ORE",
  "TLP:AMBER+STRICT",
  "TLP:AMBER+STRICT AVE/customs",
  "TLP:RED",
  "TLP:RED SEL, AVE/desk",
];

interface Kept {
  readonly record: WrittenRecord;
  readonly owner: string;
  readonly secret: string;
}

let node: TestNode;
const cookies = new Map<string, string>();
const kept: Kept[] = [];

const partsOf = (path: string) => {
  const [party, body] = path.split("/");
  return { region: REGION, party: party!, body: body! };
};

/** Whether a body may read a record, by the rule restated as a plain function. */
function readable({ record, owner }: Kept, body: string): boolean {
  const marking = parseMarking(record.marking);
  if (isRefusal(marking)) throw new Error(marking.refusal);
  const { party, body: ownerBody } = partsOf(owner);
  return mayRead({ region: REGION, ownerParty: party, ownerBody, ...marking, to: record.to ?? [] }, partsOf(body));
}

before(async () => {
  node = await startTestNode({ regions: [REGION], us: ["AVE"] });
  const { system } = node.context.store;
  const login = await node.app.login();
  for (const path of BODIES) {
    const { party, body } = partsOf(path);
    if (path !== "AVE/desk")
      await system.bodies.save({ region: REGION, party, id: body, name: `${path} office`, kind: "office" });
    const person = await login.addPerson({ name: path });
    if (person === "taken") throw new Error("a person was there before");
    await system.bodies.saveMember({ person: person.id, region: REGION, party, body, roles: ["reader", "drafter"] });
    cookies.set(path, await followLink(node, (await login.linkFor(person.id))!));
  }
  // Fixed seed: the same records each time, of every marking, owner and addressee.
  const owners = fc.sample(fc.constantFrom(...BODIES), { numRuns: 240, seed: 7 });
  const marks = fc.sample(fc.constantFrom(...MARKINGS), { numRuns: 240, seed: 8 });
  const tos = fc.sample(fc.constantFrom(["AVE"], ["ORE"], ["SEL"], ["TAL"], ["ORE", "SEL"]), { numRuns: 240, seed: 9 });
  const batches = new Map<string, WrittenRecord[]>();
  for (const [i, owner] of owners.entries()) {
    const { party } = partsOf(owner);
    const to = tos[i]!.filter((each) => each !== party);
    if (to.length === 0) continue;
    const secret = `secretword${String(i).padStart(4, "0")}q`;
    const marking = marks[i];
    const record: WrittenRecord = {
      id: `hidden-${i.toString(36)}-y`,
      kind: "ClarificationRequest",
      from: party,
      to,
      under: ["RIVER"],
      channel: "border representatives",
      ...(marking === undefined ? {} : { marking }),
      occurred: "2026-11-18T09:00:00Z",
      recorded: "2026-11-18T09:00:00Z",
      content: { about: secret },
    };
    kept.push({ record, owner, secret });
    batches.set(owner, [...(batches.get(owner) ?? []), record]);
  }
  for (const [owner, records] of batches) {
    const { refused } = await node.context.store.as(partsOf(owner)).records.append(records);
    assert.deepEqual(refused, []);
  }
  await node.context.views.grow();
});
after(() => node?.close());

/** Every address that is read by GET, with its parameters filled in as a curious person would. */
function addresses(document: { paths: Record<string, Record<string, unknown>> }, record: Kept): readonly string[] {
  return Object.entries(document.paths)
    .filter(([path, methods]) => "get" in methods && !path.includes("/events") && !path.includes("/feeds/"))
    .map(([path]) =>
      path
        .replace("{region}", REGION)
        .replace("{instrument}", "RIVER")
        .replaceAll(/\{[^}]+\}/g, encodeURIComponent(record.record.id)),
    );
}

const QUERIES = [
  {},
  { as: "AVE", q: "secretword", text: "secretword", limit: "200" },
  {
    as: "ORE",
    kind: "ClarificationRequest",
    party: "ORE",
    line: "RIVER-02~AVE~ORE~~~",
    a: "AVE",
    b: "ORE",
    days: "365",
    back: "365",
  },
];

describe("nobody reads what is neither theirs nor released to them", () => {
  it("has records that some may read and others may not", () => {
    assert.ok(kept.length > 150);
    for (const body of BODIES) {
      const may = kept.filter((each) => readable(each, body)).length;
      assert.ok(may > 20 && may < kept.length - 20, `${body} reads ${may} of ${kept.length}`);
    }
  });

  it("in the register, record by record and by count", async () => {
    for (const body of BODIES) {
      const { records } = node.context.store.as(partsOf(body));
      const expected = kept.filter((each) => readable(each, body)).map(({ record }) => record.id);
      const found: string[] = [];
      for await (const { record } of records.stream()) found.push(record.id);
      assert.deepEqual(found.sort(), expected.sort(), body);
      assert.equal(await records.count({}), expected.length);
      assert.equal(await records.count({ text: "secretword" }), expected.length);
    }
  });

  it("in the ledger of the engine", async () => {
    const desk = node.context.desks.get(REGION)!;
    for (const body of BODIES) {
      const view = await node.context.views.of(desk, partsOf(body));
      const now = Date.now();
      const outcome = view.ledger.outcome({
        asOf: now,
        knownAt: now,
        from: Date.parse("2026-10-01T00:00:00Z"),
        until: Date.parse("2027-03-01T00:00:00Z"),
      });
      const subjects = new Set(outcome.lines.map((line) => line.subject));
      for (const each of kept)
        if (!readable(each, body)) assert.ok(!subjects.has(each.record.id), `${body} has a duty of ${each.record.id}`);
    }
  });

  it("at any address of the interface", async () => {
    const { body: document } = await node.get("/openapi.json");
    let asked = 0;
    for (const body of BODIES) {
      const own = node.as(cookies.get(body)!);
      const hidden = kept.filter((each) => !readable(each, body));
      const probe = hidden[0]!;
      for (const address of addresses(document, probe)) {
        for (const query of QUERIES) {
          const answer = await own.get(address, query);
          asked += 1;
          // What was asked for is said back in no answer: not the id of the path either.
          for (const { record, secret } of hidden) {
            assert.ok(!answer.text.includes(secret), `${body} reads ${secret} at ${address}`);
            if (record.id !== probe.record.id)
              assert.ok(!answer.text.includes(`"${record.id}"`), `${body} reads ${record.id} at ${address}`);
          }
        }
      }
    }
    assert.ok(asked > 200, `${asked} asked`);
  });

  it("by the words of an answer that it is not there", async () => {
    const own = node.as(cookies.get("TAL/ministry")!);
    const hidden = kept.find((each) => !readable(each, "TAL/ministry"))!;
    const there = await own.get(`/regions/${REGION}/records/${hidden.record.id}`);
    const nowhere = await own.get(`/regions/${REGION}/records/hidden-never-was`);
    assert.equal(there.status, 404);
    assert.equal(nowhere.status, 404);
    const plain = (text: string, id: string) => text.replaceAll(id, "ID").replace(/"reference":"[^"]*"/, "");
    assert.equal(plain(there.text, hidden.record.id), plain(nowhere.text, "hidden-never-was"));
  });
});
