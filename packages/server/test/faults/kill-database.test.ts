import assert from "node:assert/strict";
import { it } from "node:test";
import { databasePid } from "./node-process.ts";
import { disturbUnderLoad } from "./under-load.ts";

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
      // It takes records again by itself, without a new start of the node.
      await goesOn();
      assert.notEqual(databasePid(data), pid);
    }),
);
