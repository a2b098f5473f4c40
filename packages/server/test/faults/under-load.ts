import assert from "node:assert/strict";
import { join } from "node:path";
import { dataFolder } from "../node-for-tests.ts";
import { clearAway, type NodeProcess, startProcess } from "./node-process.ts";
import { countsInRegister, pause, randomMs, startWriters, type Writers } from "./writers.ts";

const TIMES = 2;
const WRITERS = 6;

/** A node in a process of its own, with its own database, on which several write. */
export interface UnderLoad {
  readonly data: string;
  readonly writers: Writers;
  readonly node: NodeProcess;
  /** Ends the node as `how` does it and starts another one on the same data. */
  replace(how: (node: NodeProcess) => Promise<void>): Promise<void>;
  /** Waits until each writer has had a record taken, or so. */
  goesOn(): Promise<void>;
}

/**
 * Runs a node under load and lets `disturb` do its worst, twice, at moments nobody chose. Afterwards every acknowledged
 * record is there, once, and nothing that nobody sent. `folder`: where its data are; one of its own by default.
 */
export async function disturbUnderLoad(disturb: (load: UnderLoad) => Promise<void>, folder?: string): Promise<void> {
  const home = folder ?? (await dataFolder());
  const data = join(home, "data");
  let node: NodeProcess | undefined;
  let writers: Writers | undefined;
  try {
    node = await startProcess(data);
    writers = startWriters(() => node, WRITERS);
    const load: UnderLoad = {
      data,
      writers,
      get node() {
        return node!;
      },
      async replace(how) {
        const before = node!;
        node = undefined;
        await how(before);
        node = await startProcess(data);
      },
      goesOn: () => writers!.more(WRITERS),
    };
    for (let time = 0; time < TIMES; time += 1) {
      await writers.more(1);
      await pause(randomMs(300, 1200));
      await disturb(load);
    }
    await writers.more(1);
    await writers.stop();
    await assertKept(node, writers);
    await node.stop();
  } finally {
    await writers?.stop().catch(() => undefined);
    await node?.kill();
    await clearAway(data);
    if (folder === undefined) await clearAway(home);
  }
}

async function assertKept(node: NodeProcess, { acknowledged, unanswered }: Writers): Promise<void> {
  const counts = await countsInRegister(node);
  assert.ok(acknowledged.size > WRITERS, `${acknowledged.size} were acknowledged`);
  const lost = [...acknowledged].filter((id) => !counts.has(id));
  assert.deepEqual(lost, [], `of ${acknowledged.size} acknowledged`);
  const doubled = [...counts].filter(([, count]) => count !== 1);
  assert.deepEqual(doubled, []);
  const unsent = [...counts.keys()].filter((id) => !acknowledged.has(id) && !unanswered.has(id));
  assert.deepEqual(unsent, []);
}
