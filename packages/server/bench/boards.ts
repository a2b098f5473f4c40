import { Agent, request } from "node:http";
import { startTestNode } from "../test/node-for-tests.ts";
import { inBatches, requestsToAvelin } from "./course.ts";
import { type Figure, ms, quantile } from "./figure.ts";

const DUTIES = 100_000;
const USERS = 50;
const EACH = 20;

/** Today of a party with 100,000 duties, asked by 50 users at once, while a record comes in every so often. */
export async function boardsSection(): Promise<readonly Figure[]> {
  const node = await startTestNode({ embedded: true, regions: ["four-rivers"], us: ["AVE"] });
  try {
    const viewer = { region: "four-rivers", party: "AVE", body: "desk" };
    const { records } = node.context.store.as(viewer);
    for (const batch of inBatches(requestsToAvelin(DUTIES, Date.now()), 5000)) await records.append(batch);
    const path = "/api/v1/regions/four-rivers/today?as=AVE";
    const agent = new Agent({ keepAlive: true, maxSockets: USERS });
    const ask = () => timeOf(node.address + path, node.cookie, agent);
    const first = await ask();
    for (let i = 0; i < 5; i++) await ask();
    const quiet = await manyUsers(ask);
    let serial = 0;
    const writing = setInterval(() => {
      serial += 1;
      const now = new Date().toISOString();
      const [record] = requestsToAvelin(1, Date.now());
      void records.append([{ ...record!, id: `late-${serial}`, occurred: now, recorded: now }]);
    }, 1000);
    const busy = await manyUsers(ask);
    clearInterval(writing);
    agent.destroy();
    const size = (await node.get("/regions/four-rivers/today", { as: "AVE" })).text.length;
    return [
      {
        what: `board of a party with ${DUTIES.toLocaleString("en")} duties, asked the first time (view loaded)`,
        figure: ms(first),
      },
      {
        what: `the same, ${USERS} users at once, 95th percentile (median ${ms(quantile(quiet, 0.5))}; answer ${Math.round(size / 1024)} kB)`,
        figure: ms(quantile(quiet, 0.95)),
        target: "50 ms",
      },
      {
        what: `the same with a record coming in every second (median ${ms(quantile(busy, 0.5))})`,
        figure: ms(quantile(busy, 0.95)),
        target: "50 ms",
      },
    ];
  } finally {
    await node.close();
  }
}

/** Each user asks, reads, waits a little and asks again, as a page does. */
async function manyUsers(ask: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: USERS }, async (_, user) => {
      await new Promise((resolve) => setTimeout(resolve, (user * 1000) / USERS));
      for (let i = 0; i < EACH; i++) {
        const took = await ask();
        times.push(took);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 500 - took)));
      }
    }),
  );
  return times;
}

function timeOf(url: string, cookie: string, agent: Agent): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie, "accept-encoding": "gzip" } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      response.on("data", () => undefined);
      response.on("end", () => resolve(performance.now() - begun));
    });
    asked.once("error", reject);
    asked.end();
  });
}
