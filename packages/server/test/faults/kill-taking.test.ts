import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import type { Job, Upload } from "@kelisim/api";
import { dataFolder } from "../node-for-tests.ts";
import { clearAway, type NodeProcess, startProcess } from "./node-process.ts";

const HOLDINGS = "/regions/four-rivers/holdings";
const NAME = "dportal_crs_recipient_sector_2012_2019.csv";
const ROWS = 200_000;
const file = (from: number, rows: number) =>
  `year,recipient,sector_or_purpose_code,usd_million\n${Array.from({ length: rows }, (_, at) => `2019,TJK,${from + at},1.25\n`).join("")}`;

async function begin(node: NodeProcess, text: string): Promise<Job> {
  const sent = (await (await node.send(`${HOLDINGS}/uploads?name=${NAME}`, text)).json()) as Upload;
  return (await node.ask("POST", `${HOLDINGS}/jobs`, { upload: sent.upload })).json() as Promise<Job>;
}

const jobsOf = async (node: NodeProcess) =>
  ((await (await node.ask("GET", `${HOLDINGS}/jobs`)).json()) as { jobs: readonly Job[] }).jobs;

/** Asks for a job until it is as far as `wanted`. */
async function until(node: NodeProcess, id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = (await jobsOf(node)).find((each) => each.id === id);
    if (job !== undefined && wanted(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it("a node killed while it takes files in tells of them as lost; nothing is half there, and they can be taken", {
  timeout: 240_000,
}, async () => {
  const home = await dataFolder();
  const data = join(home, "data");
  const large = file(0, ROWS);
  let last: NodeProcess | undefined;
  try {
    let node = await startProcess(data);
    last = node;
    const first = await begin(node, large);
    const waits = await begin(node, file(ROWS, 2));
    await until(node, first.id, ({ progress }) => progress !== undefined);
    await node.kill();

    node = await startProcess(data);
    last = node;
    const told = (await jobsOf(node)).map(({ id, state, file: name, problems }) => [
      id,
      state,
      name,
      problems[0]?.code,
    ]);
    const lost = [first.id, waits.id].map((id) => [id, "stopped", NAME, "holding/lost"]);
    assert.deepEqual(told.toSorted(), lost.toSorted());
    const { holdings, problems } = (await (await node.ask("GET", HOLDINGS)).json()) as Record<string, unknown[]>;
    assert.deepEqual([holdings, problems], [[], []]);
    assert.equal(existsSync(join(data, "uploads")), false);
    assert.deepEqual(readdirSync(join(data, "jobs")), []);
    assert.equal(readdirSync(join(data, "holdings", "work")).length, 1, "the library's own");

    const again = await begin(node, large);
    const ended = await until(node, again.id, ({ state }) => state !== "running");
    assert.deepEqual([ended.state, ended.rows], ["taken", { read: ROWS, made: ROWS, refused: 0 }]);
  } finally {
    await last?.kill();
    await clearAway(data);
    await clearAway(home);
  }
});
