/**
 * A node over the data folder that is given, in a process of its own: says where it is and with which cookie it is
 * asked, once what a start works out ahead is done. It ends with the process that started it.
 */
import { readSettings, startNode } from "../../src/index.ts";
import { followLink } from "../../test/node-for-tests.ts";

/** Where a node is, and how long it worked ahead after it listened, in milliseconds. */
export interface Started {
  readonly address: string;
  readonly cookie: string;
  readonly ahead: number;
}

const [, , dataFolder = ""] = process.argv;
const settings = readSettings(
  { KELISIM_PORT: "0", KELISIM_DATA: dataFolder, KELISIM_REGIONS: "central-asia,four-rivers" },
  dataFolder,
);
const node = await startNode(settings);
const link = await node.app.startLink();
const cookie = link === undefined ? "" : await followLink(node, link);
process.on("message", (asked) => {
  if (asked === "processor") process.send!({ processor: processorTime() });
});
process.on("disconnect", () => void node.close().then(() => process.exit(0)));
const listening = performance.now();
await node.context.ahead.done();
process.send!({ address: node.address, cookie, ahead: performance.now() - listening } satisfies Started);

/** Milliseconds that all threads of this process have worked. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
