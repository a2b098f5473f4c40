import assert from "node:assert/strict";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDatabase } from "@kelisim/server";
import { dataFolder } from "../../../test/data-folder.ts";
import { kelisim } from "./fixture.ts";

let folder: string;
const settings = (name: string) => ({ dataFolder: join(folder, name), keysFolder: join(folder, name, "keys") });
const run = (...argv: string[]) => kelisim(argv, { cwd: folder });

before(async () => {
  folder = await dataFolder();
  const { store, close } = await openDatabase(settings("data"));
  await store.system.bodies.save({ region: "four-rivers", party: "AVE", id: "desk", name: "Desk", kind: "desk" });
  const written = ["one", "two"].map((id) => ({
    id,
    kind: "Exercise",
    from: "AVE",
    occurred: "2026-01-02T03:04:05Z",
    recorded: "2026-01-02T03:04:05Z",
    content: { words: `${id} says` },
  }));
  const report = await store.as({ region: "four-rivers", party: "AVE", body: "desk" }).records.append(written);
  assert.equal(report.taken.length, 2);
  await close();
});
after(() => rm(folder, { recursive: true, force: true }));

test("a stopped node's records are erased, exported and brought into another one", async () => {
  const unsure = await run("node", "erase", "one", "--data", "data", "--reason", "sent by mistake");
  assert.equal(unsure.status, 2);
  assert.match(unsure.err, /cannot be brought back/);
  const erased = await run("node", "erase", "one", "--data", "data", "--reason", "sent by mistake", "--yes");
  assert.equal(erased.status, 0, erased.err);
  assert.match(erased.out, /header and hash stay/);

  const out = await run(
    "node",
    "export",
    "--party",
    "AVE",
    "--region",
    "four-rivers",
    "--data",
    "data",
    "--out",
    "taken",
  );
  assert.equal(out.status, 0, out.err);
  assert.match(out.out, /records\/desk\.jsonl +2 lines/);
  const records = await readFile(join(folder, "taken/records/desk.jsonl"), "utf8");
  assert.match(records, /two says/);
  assert.doesNotMatch(records, /one says/);
  const again = await run(
    "node",
    "export",
    "--party",
    "AVE",
    "--region",
    "four-rivers",
    "--data",
    "data",
    "--out",
    "taken",
  );
  assert.equal(again.status, 2);
  assert.match(again.err, /holds something already/);

  const first = await run("node", "import", "taken", "--data", "other");
  assert.equal(first.status, 0, first.err);
  assert.match(first.out, /2 taken in, 0 held already, 1 of them without content/);
  assert.match((await run("node", "import", "taken", "--data", "other")).out, /0 taken in, 2 held already/);
});

test("what cannot be done is said: no data, nobody of the party, no export, a node that runs", async () => {
  assert.match(
    (await run("node", "export", "--party", "AVE", "--out", "x", "--data", "nowhere")).err,
    /no data of a node/,
  );
  const nobody = await run(
    "node",
    "export",
    "--party",
    "XXX",
    "--region",
    "four-rivers",
    "--out",
    "x",
    "--data",
    "data",
  );
  assert.match(nobody.err, /here are: four-rivers AVE/);
  assert.match((await run("node", "export", "--data", "data")).err, /export is of one party/);
  assert.match((await run("node", "import", "data", "--data", "other")).err, /manifest\.json cannot be read/);

  const running = await openDatabase(settings("data"));
  try {
    await running.store.setAddress("http://localhost:4780");
    const refused = await run(
      "node",
      "export",
      "--party",
      "AVE",
      "--region",
      "four-rivers",
      "--out",
      "x",
      "--data",
      "data",
    );
    assert.equal(refused.status, 2);
    assert.match(refused.err, /a node works on this data already: http:\/\/localhost:4780/);
    // The refused command leaves the other's database as it runs.
    assert.equal(await running.store.ready(), true);
  } finally {
    await running.close();
  }
});

test("a copy of the folder, put back with the keys of today, does not bring an erased body back", async () => {
  await cp(join(folder, "data"), join(folder, "copy"), { recursive: true });
  const erased = await run("node", "erase", "two", "--data", "data", "--reason", "asked for", "--yes");
  assert.equal(erased.status, 0, erased.err);
  // As docs/node.md says: the database of the copy, the keys as they are now.
  await rm(join(folder, "data/postgres"), { recursive: true });
  await cp(join(folder, "copy/postgres"), join(folder, "data/postgres"), { recursive: true });
  const { store, close } = await openDatabase(settings("data"));
  try {
    const record = await store.as({ region: "four-rivers", party: "AVE", body: "desk" }).records.get("two");
    assert.equal(record!.erased, true);
    assert.doesNotMatch(JSON.stringify(record), /two says/);
  } finally {
    await close();
  }
});
