import assert from "node:assert/strict";
import { it } from "node:test";
import { databasePid } from "./node-process.ts";
import { disturbUnderLoad } from "./under-load.ts";
import { pause } from "./writers.ts";

it(
  "PostgreSQL killed at any moment under load is started again, and every acknowledged record is there, once",
  {
    timeout: 60_000,
  },
  () =>
    disturbUnderLoad(async ({ data, goesOn }) => {
      const pid = databasePid(data);
      assert.ok(pid !== undefined && pid > 1, "the database runs");
      process.kill(pid, "SIGKILL");
      // Its children may answer for a moment longer: what goes on is looked at only over the next server.
      for (let waited = 0; databasePid(data) === pid && waited < 30_000; waited += 50) await pause(50);
      assert.notEqual(databasePid(data), pid);
      // It takes records again by itself, without a new start of the node.
      await goesOn();
    }),
);
