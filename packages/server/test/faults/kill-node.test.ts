import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { dataFolder } from "../node-for-tests.ts";
import { clearAway, type NodeProcess, startProcess } from "./node-process.ts";
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

it("a node killed at any moment under load has every acknowledged record afterwards, once", {
  timeout: 60_000,
}, async () => {
  const data = join(folder, "data");
  node = await startProcess(data);
  writers = startWriters(() => node, WRITERS);
  for (let time = 0; time < KILLS; time += 1) {
    await writers.more(1);
    await pause(randomMs(300, 1200));
    const killed = node;
    node = undefined;
    await killed.kill();
    node = await startProcess(data);
  }
  await writers.more(1);
  await writers.stop();
  const counts = await countsInRegister(node);
  assert.ok(writers.acknowledged.size > WRITERS, `${writers.acknowledged.size} were acknowledged`);
  const lost = [...writers.acknowledged].filter((id) => !counts.has(id));
  assert.deepEqual(lost, [], `of ${writers.acknowledged.size} acknowledged`);
  assert.deepEqual(
    [...counts].filter(([, count]) => count !== 1),
    [],
  );
  // What is there was sent: nothing else came to be.
  const { acknowledged, unanswered } = writers;
  assert.deepEqual(
    [...counts.keys()].filter((id) => !acknowledged.has(id) && !unanswered.has(id)),
    [],
  );
  await node.stop();
});
