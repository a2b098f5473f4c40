import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { dataFolder } from "../node-for-tests.ts";
import { clearAway, type NodeProcess, StartRefused, startProcess } from "./node-process.ts";

let folder: string;
let node: NodeProcess | undefined;
before(async () => {
  folder = await dataFolder();
});
after(async () => {
  await node?.kill();
  await clearAway(folder);
});

it("a second start on the same data names the address of the first, which goes on", { timeout: 60_000 }, async () => {
  const data = join(folder, "data");
  node = await startProcess(data);
  const { address } = node;
  await assert.rejects(startProcess(data), (error) => {
    assert.ok(error instanceof StartRefused);
    assert.equal(error.status, 2);
    assert.ok(error.message.includes(address), error.message);
    return true;
  });
  assert.equal((await node.ask("GET", "/session")).status, 200);
  await node.stop();
  // Once the first has stopped the folder is free.
  node = await startProcess(data);
  assert.equal((await node.ask("GET", "/session")).status, 200);
  await node.stop();
});
