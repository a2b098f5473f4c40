import assert from "node:assert/strict";
import { appendFileSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { ExportDamaged, FolderNotEmpty } from "../src/index.ts";
import { BORDER, CUSTOMS, collect, exercise, OREAN } from "./support/sample.ts";
import { type OpenStore, openTestStore, overServers, tempFolder } from "./support/servers.ts";

overServers("export and import", (server) => {
  let from: OpenStore;
  let folder: string;
  before(async () => {
    from = await openTestStore(server);
    folder = join(tempFolder("export"), "sel");
    for (const { party, body, region } of [BORDER, CUSTOMS, OREAN]) {
      await from.store.system.bodies.save({ region, party, id: body, name: `${party} ${body}`, kind: "service" });
    }
    for (let index = 0; index < 30; index += 1) {
      const viewer = index % 2 === 0 ? BORDER : CUSTOMS;
      await from.store
        .as(viewer)
        .records.append([exercise(`e-${index}`, { marking: index % 3 === 0 ? "TLP:RED" : "TLP:AMBER ORE" })]);
    }
    await from.store.as(OREAN).records.append([exercise("not-theirs", { from: "ORE", marking: "TLP:GREEN" })]);
    await from.store.as(BORDER).records.append([exercise("fix", { corrects: "e-0", content: { personnel: 10 } })]);
    await from.store.system.erase("e-3", "asked for", "anna");
    await from.store
      .as(CUSTOMS)
      .drafts.save({ kind: "Patrol", title: "later", record: { id: "x", content: { a: 1 } } }, "boris");
    await from.store.system.exportParty({ region: "four-rivers", party: "SEL", folder });
  });
  after(() => from.close());

  it("writes all that the party owns and nothing else, with the sums of its files", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    const lines = manifest.files
      .filter(({ holds }: { holds: string }) => holds === "records")
      .reduce((sum: number, file: { lines: number }) => sum + file.lines, 0);
    assert.equal(lines, 31);
    const all = ["records/border-service.jsonl", "records/customs.jsonl"]
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("");
    assert.doesNotMatch(all, /not-theirs/);
    assert.match(all, /"id":"e-3"(?!.*"content")/);
  });

  it("refuses a folder that holds something", async () => {
    await assert.rejects(
      from.store.system.exportParty({ region: "four-rivers", party: "SEL", folder }),
      FolderNotEmpty,
    );
  });

  it("gives an empty node the same records, bodies, drafts and erasures, with the same known", async () => {
    const to = await openTestStore(server);
    const report = await to.store.system.importParty(folder, "anna");
    assert.deepEqual(report.problems, []);
    assert.deepEqual(
      { taken: report.taken, erased: report.erased, drafts: report.drafts },
      { taken: 31, erased: ["e-3"], drafts: 1 },
    );
    for (const viewer of [BORDER, CUSTOMS]) {
      const own = async (open: OpenStore) =>
        (await open.store.as(viewer).records.page({ own: true, limit: 1_000, order: "oldest" })).records.map(
          ({ seq: _seq, ...rest }) => rest,
        );
      assert.deepEqual(await own(to), await own(from));
    }
    const [draft] = await to.store.as(CUSTOMS).drafts.list();
    assert.deepEqual(draft, (await from.store.as(CUSTOMS).drafts.list())[0]);
    assert.equal((await to.store.system.erasures()).length, 1);
    assert.equal((await to.store.system.bodies.list()).length, 2);
    const again = await to.store.system.importParty(folder, "anna");
    assert.deepEqual(
      { taken: again.taken, repeated: again.repeated, drafts: again.drafts },
      { taken: 0, repeated: 31, drafts: 0 },
    );
    await to.close();
  });

  it("leaves the body out of what was erased after the export, and says so", async () => {
    const to = await openTestStore(server);
    await to.store.system.importParty(folder, "anna");
    await to.store.system.erase("e-5", "asked for", "anna");
    await to.store.system.erase("e-6", "asked for", "anna");
    await to.close();
    // The database is lost, the keys are not: what they know was erased stays erased.
    const anew = await openTestStore(server, { folder: to.folder });
    const report = await anew.store.system.importParty(folder, "anna");
    assert.deepEqual([...report.erased].sort(), ["e-3", "e-5", "e-6"]);
    assert.equal((await anew.store.as(CUSTOMS).records.get("e-5"))!.erased, true);
    const streamed = await collect(anew.store.as(CUSTOMS).records.stream());
    assert.ok(streamed.some(({ record, erased }) => record.id === "e-5" && erased === true));
    await anew.close();
  });

  it("refuses files that were changed, before it takes anything", async () => {
    const changed = join(tempFolder("changed"), "sel");
    cpSync(folder, changed, { recursive: true });
    appendFileSync(join(changed, "records/customs.jsonl"), '{"id":"slipped-in"}\n');
    const to = await openTestStore(server);
    await assert.rejects(to.store.system.importParty(changed, "anna"), ExportDamaged);
    assert.equal((await to.store.system.counts()).records, 0);
    await to.close();
  });
});
