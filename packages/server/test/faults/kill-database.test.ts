import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { dataFolder } from "../node-for-tests.ts";
import { clearAway, databasePid, type NodeProcess, startProcess } from "./node-process.ts";
import { countsInRegister, pause, randomMs, startWriters, type Writers } from "./writers.ts";

const KILLS = 2;
const WRITERS = 6;

let folder: string;
let node: NodeProcess | undefined;
let writers: Writers | undefined;
before(async () => {
  folder = await dataFolder();
});
after(async () => {
  await writers?.stop().catch(() => undefined);
  await node?.kill();
  await clearAway(folder);
});

it("PostgreSQL killed at any moment under load is started again, and every acknowledged record is there, once", {
  timeout: 60_000,
}, async () => {
  const data = join(folder, "data");
  node = await startProcess(data);
  writers = startWriters(() => node, WRITERS);
  for (let time = 0; time < KILLS; time += 1) {
    await writers.more(1);
    await pause(randomMs(300, 1200));
    const pid = databasePid(data);
    assert.ok(pid !== undefined && pid > 1, "the database runs");
    process.kill(pid, "SIGKILL");
    // It takes records again by itself, without a new start of the node.
    await writers.more(WRITERS);
    assert.notEqual(databasePid(data), pid);
  }
  await writers.stop();
  const counts = await countsInRegister(node);
  const lost = [...writers.acknowledged].filter((id) => !counts.has(id));
  assert.deepEqual(lost, [], `of ${writers.acknowledged.size} acknowledged`);
  assert.deepEqual(
    [...counts].filter(([, count]) => count !== 1),
    [],
  );
  await node.stop();
});
