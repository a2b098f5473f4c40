import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  fillLedger,
  isObstacle,
  type OpenRegion,
  openRegion,
  openRegionCached,
  readText,
  recordSources,
  regionRecords,
} from "../src/index.ts";

const NOW = Date.UTC(2026, 10, 22);
let folder: string;
let open: OpenRegion;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kelisim-region-files-"));
  const opened = await openRegion("four-rivers");
  assert.ok(!isObstacle(opened));
  open = opened;
});
after(() => rm(folder, { recursive: true }));

describe("a region's folder", () => {
  it("opens from the cache as it was compiled", async () => {
    const cache = join(folder, "cache");
    for (const _ of ["made", "kept"]) {
      const cached = await openRegionCached({ folder: "four-rivers", cache });
      assert.ok(!isObstacle(cached));
      assert.deepEqual(cached.program, JSON.parse(JSON.stringify(open.program)));
      assert.deepEqual(cached.problems, open.problems);
      assert.equal(cached.geography === undefined, open.geography === undefined);
    }
    const [name, ...more] = await readdir(cache);
    assert.deepEqual(more, []);
    await writeFile(join(cache, name!), "{ half a file");
    const mended = await openRegionCached({ folder: "four-rivers", cache });
    assert.ok(!isObstacle(mended));
    assert.deepEqual(mended.program.instruments.length, open.program.instruments.length);
  });

  it("says as data what stands in the way", async () => {
    const missing = await openRegion("no-such-region", folder);
    assert.ok(isObstacle(missing) && missing.what === "no such region");
    assert.ok(missing.known.includes("four-rivers"));
    assert.deepEqual(await openRegion("./", folder), { kind: "obstacle", what: "folder is no region", name: "./" });
    const path = join(folder, "latin1.txt");
    await writeFile(path, Buffer.from([0x61, 0x0a, 0xe9]));
    assert.deepEqual(await readText(path, "latin1.txt"), {
      kind: "obstacle",
      what: "file not UTF-8",
      path: "latin1.txt",
      line: 2,
      offset: 2,
    });
  });

  it("fills a ledger from the region's own files and those given, and counts what was refused", async () => {
    const given = join(folder, "given.jsonl");
    await writeFile(given, '{"id":"x"}\n\n');
    const read: string[] = [];
    const filled = await fillLedger(open, recordSources(open, [given], folder), {
      now: NOW,
      read: ({ source, counts, problems }) => read.push(`${source.given} ${counts.refused} ${problems.errors > 0}`),
    });
    assert.ok(!isObstacle(filled));
    const own = await regionRecords(open, NOW);
    assert.deepEqual(own.problems, []);
    assert.equal(filled.refused, 1);
    assert.ok(own.records.length > 0);
    assert.equal(filled.records, own.records.length + own.facts.length);
    assert.equal(read.at(-1), "true 1 true");
  });

  it("stops at a file of records that is not there", async () => {
    const filled = await fillLedger(open, recordSources(open, ["nowhere.jsonl"], folder), { now: NOW });
    assert.deepEqual(filled, { kind: "obstacle", what: "file missing", path: "nowhere.jsonl" });
  });
});
