import assert from "node:assert/strict";
import { it } from "node:test";
import { makeSmallDisk } from "../../../../test/small-disk.ts";
import { disturbUnderLoad } from "./under-load.ts";
import { pause } from "./writers.ts";

/** Room for a cluster, its log and the compiled agreements, and some more. */
const MEGABYTES = 256;
const FULL_MS = 1_500;

it("a disk that is full while records are taken: the node says so, loses nothing, and goes on once there is room", {
  timeout: 90_000,
}, async (test) => {
  const disk = await makeSmallDisk(MEGABYTES);
  if (typeof disk === "string") return test.skip(disk);
  try {
    await disturbUnderLoad(async ({ node, writers, goesOn }) => {
      disk.fill(0);
      const late = performance.now() + 20_000;
      while (!writers.problems.has(507) && performance.now() < late) await pause(20);
      const problem = writers.problems.get(507);
      assert.equal(problem?.type, "/problems/disk-full");
      assert.match(problem?.detail ?? "", /Tell the operator/);
      await pause(FULL_MS);
      assert.equal((await node.ask("GET", "/regions/four-rivers/records?held=node&limit=1")).status, 200);
      disk.free();
      await goesOn();
    }, disk.folder);
  } finally {
    disk.free();
    await disk.remove();
  }
});
