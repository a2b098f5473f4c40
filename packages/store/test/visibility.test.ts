import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isRefusal, type WrittenRecord } from "@kelisim/model";
import fc from "fast-check";
import { mayRead, parseMarking, type ReadRule, TLP_LABELS, type Viewer } from "../src/index.ts";
import { collect } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, owner } from "./support/servers.ts";

const PARTIES = ["ARA", "BEL", "CYR", "DOR"];
const BODIES = ["customs", "border", "health"];
const REGIONS = ["four-rivers", "two-seas"];
const viewers: fc.Arbitrary<Viewer> = fc.record({
  region: fc.constantFrom(...REGIONS, "four-rivers", "four-rivers"),
  party: fc.constantFrom(...PARTIES),
  body: fc.constantFrom(...BODIES),
});
const entries = fc.oneof(
  fc.constantFrom(...PARTIES),
  fc.tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...BODIES)).map(([party, body]) => `${party}/${body}`),
);
const markings = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...TLP_LABELS),
  fc
    .tuple(
      fc.constantFrom("TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
      fc.uniqueArray(entries, { minLength: 1, maxLength: 3 }),
    )
    .map(([label, list]) => `${label} ${list.join(", ")}`),
);
const kept = fc.record({
  owner: viewers,
  marking: markings,
  to: fc.oneof(
    fc.constant<string[]>([]),
    fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 2 }),
    fc.constant<string[]>(["*"]),
  ),
  kind: fc.constantFrom("Exercise", "Patrol"),
  word: fc.constantFrom("reed", "stone", "sand"),
});
const asked = fc.record({
  viewer: viewers,
  kind: fc.option(fc.constantFrom("Exercise", "Patrol"), { nil: undefined }),
  to: fc.option(fc.constantFrom(...PARTIES, "*"), { nil: undefined }),
  text: fc.option(fc.constantFrom("reed", "stone", "sand"), { nil: undefined }),
  order: fc.constantFrom("newest" as const, "oldest" as const, "occurred" as const),
});

interface Kept {
  readonly written: WrittenRecord;
  readonly rule: ReadRule;
  readonly word: string;
}

overServers("who reads what", (server) => {
  let open: OpenStore;
  const all: Kept[] = [];
  before(async () => {
    open = await openTestStore(server);
    const drawn = fc.sample(kept, { numRuns: 1_500, seed: 20_261_122 });
    for (const [index, { owner: own, marking, to, kind, word }] of drawn.entries()) {
      const parsed = parseMarking(marking);
      assert.ok(!isRefusal(parsed));
      const written: WrittenRecord = {
        id: `r-${index}`,
        kind,
        from: own.party,
        ...(to.length === 0 ? {} : { to }),
        ...(marking === undefined ? {} : { marking }),
        occurred: new Date(Date.UTC(2026, 0, 1) + (index % 97) * 3_600_000).toISOString(),
        recorded: "2026-10-06T09:20:00Z",
        content: { word },
      };
      const report = await open.store.as(own).records.append([written]);
      if (to.includes("*") && (parsed.label === "TLP:RED" || parsed.label === "TLP:AMBER+STRICT")) {
        assert.equal(report.refused.length, 1);
        continue;
      }
      assert.equal(report.taken.length, 1, JSON.stringify(report));
      const rule = {
        region: own.region,
        ownerParty: own.party,
        ownerBody: own.body,
        label: parsed.label,
        releaseTo: parsed.releaseTo,
        to,
      };
      all.push({ written, rule, word });
    }
  });
  after(() => open.close());

  it("pages, counts, searches and single reads give exactly what the rule allows", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(), async ({ viewer, kind, to, text, order }, pick) => {
        const { records } = open.store.as(viewer);
        const query = {
          ...(kind === undefined ? {} : { kinds: [kind] }),
          ...(to === undefined ? {} : { to }),
          ...(text === undefined ? {} : { text }),
        };
        const visible = all.filter(({ rule }) => mayRead(rule, viewer));
        const due = visible.filter(
          ({ written, word }) =>
            (kind === undefined || written.kind === kind) &&
            (to === undefined || (written.to ?? []).includes(to)) &&
            (text === undefined || word === text),
        );
        const page = await records.page({ ...query, order, limit: 1_000 });
        const ids = page.records.map(({ record }) => record.id);
        assert.deepEqual(
          ids.length < 1_000 ? [...ids].sort() : ids.length,
          ids.length < 1_000 ? due.map(({ written }) => written.id).sort() : 1_000,
        );
        assert.equal(await records.count(query), due.length);
        const one = all[pick % all.length]!;
        const read = await records.get(one.written.id);
        assert.equal(read !== undefined, mayRead(one.rule, viewer));
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it("streams give exactly what the rule allows, from any place on", async () => {
    await fc.assert(
      fc.asyncProperty(
        viewers,
        fc.nat({ max: 1_500 }),
        fc.integer({ min: 1, max: 700 }),
        async (viewer, afterSeq, batch) => {
          const { records } = open.store.as(viewer);
          const seen = await collect(records.stream({ afterSeq, batch }));
          const rest = await collect(records.stream());
          const due = all.filter(({ rule }) => mayRead(rule, viewer)).map(({ written }) => written.id);
          assert.deepEqual(rest.map(({ record }) => record.id).sort(), due.sort());
          assert.deepEqual(
            seen.map(({ seq }) => seq),
            rest.map(({ seq }) => seq).filter((seq) => seq > afterSeq),
          );
          assert.equal(await records.lastSeq(), rest.at(-1)?.seq ?? 0);
          for (const { record } of rest) assert.ok(record.content?.word !== undefined);
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  it("a body that may read a handful among very many finds them without walking the table, and every new one", async () => {
    const own = await openTestStore(server);
    const many: Viewer = { region: "four-rivers", party: "ARA", body: "customs" };
    const handful: Viewer = { region: "four-rivers", party: "BEL", body: "border" };
    const write = (id: string, marking: string, to: readonly string[] = []) => ({
      id,
      kind: "Patrol",
      from: "ARA",
      ...(to.length === 0 ? {} : { to }),
      marking,
      occurred: "2026-10-06T09:00:00Z",
      recorded: "2026-10-06T09:20:00Z",
    });
    const { records } = own.store.as(many);
    await records.append(Array.from({ length: 5_000 }, (_, index) => write(`m-${index}`, "TLP:RED")));
    await records.append([write("one", "TLP:RED", ["BEL"]), write("other", "TLP:RED", ["CYR"])]);
    const seen = own.store.as(handful).records;
    const ids = async () => (await seen.page({ order: "oldest" })).records.map(({ record }) => record.id);
    assert.deepEqual(await ids(), ["one"]);
    await records.append([write("two", "TLP:RED BEL/border"), write("hidden", "TLP:RED BEL/customs")]);
    assert.deepEqual(await ids(), ["one", "two"]);
    assert.equal(await seen.count({}), 2);
    assert.equal(await records.count({}), 5_004);
    // Once it sees many it is as everybody.
    await records.append(Array.from({ length: 2_500 }, (_, index) => write(`open-${index}`, "TLP:GREEN")));
    assert.equal(await seen.count({}), 2_502);
    assert.equal((await seen.page({ limit: 10 })).records[0]!.record.id, "open-2499");
    await own.close();
  });

  it("a body that wants an id that is held elsewhere learns nothing of the other record", async () => {
    const hidden = all.find(
      ({ rule }) => rule.label === "TLP:RED" && rule.releaseTo.length === 0 && rule.to.length === 0,
    )!;
    const stranger = {
      region: hidden.rule.region,
      party: PARTIES.find((party) => party !== hidden.rule.ownerParty)!,
      body: "customs",
    };
    const same = await open.store.as(stranger).records.append([hidden.written]);
    const other = await open.store.as(stranger).records.append([{ ...hidden.written, content: {} }]);
    assert.equal(same.repeated.length + same.taken.length, 0);
    assert.deepEqual(same.refused, other.refused);
    assert.match(same.refused[0]!.problem.message, /cannot be used here/);
  });

  it("drafts and marks are the own body's alone", async () => {
    const [mine, theirs] = [
      open.store.as({ region: "four-rivers", party: "ARA", body: "customs" }),
      open.store.as({ region: "four-rivers", party: "ARA", body: "border" }),
    ];
    const saved = await mine.drafts.save({ kind: "Exercise", title: "plan", record: { id: "d" } }, "anna");
    assert.ok(saved.kind === "saved");
    await mine.seen.mark("anna", "today", 7);
    assert.equal((await theirs.drafts.list()).length, 0);
    assert.equal(await theirs.drafts.get(saved.draft.id), undefined);
    assert.equal((await theirs.drafts.save({ ...saved.draft, title: "x" }, "boris")).kind, "absent");
    assert.equal((await theirs.drafts.remove(saved.draft.id)).kind, "absent");
    assert.equal(await theirs.seen.get("anna", "today"), undefined);
    assert.equal((await mine.seen.get("anna", "today"))?.seq, 7);
  });

  it("without a viewer nothing is visible, and the role can neither write for others nor see system tables", async () => {
    await owner(open.url, async (client) => {
      const { rows } = await client.query("select current_database() as name");
      await client.query(`set role kelisim_${rows[0].name}_desk`);
      assert.equal((await client.query("select * from kelisim.record")).rowCount, 0);
      assert.equal((await client.query("select * from kelisim.draft")).rowCount, 0);
      await client.query("select set_config('kelisim.region', '', false), set_config('kelisim.party', '', false)");
      assert.equal((await client.query("select * from kelisim.record")).rowCount, 0);
      for (const table of ["audit", "member", "erasure", "pack", "calendar_token"]) {
        await assert.rejects(client.query(`select * from kelisim.${table}`), /permission denied/);
      }
      await assert.rejects(client.query("update kelisim.record set kind = 'x'"), /permission denied/);
      const copy = `insert into kelisim.record (id, region, kind, to_parties, owner_party, owner_body, label, release_to,
        occurred, recorded, known, header) values ('forged', 'four-rivers', 'x', '{}', 'ARA', 'customs', 'TLP:RED', '{}', now(), now(), now(), '{}')`;
      await assert.rejects(client.query(copy), /row-level security/);
    });
  });
});
