import { rm } from "node:fs/promises";
import { readSettings, startNode } from "../src/index.ts";
import { dataFolder } from "../test/node-for-tests.ts";
import { inBatches, requestsToAvelin } from "./course.ts";
import { type Figure, ms } from "./figure.ts";

const VIEWER = { region: "four-rivers", party: "AVE", body: "desk" };

/** A node started over so many records: until it listens, and until the first board of the view is answered. */
export async function millionSection(count: number): Promise<readonly Figure[]> {
  const folder = await dataFolder();
  const settings = {
    ...readSettings({ KELISIM_PORT: "0", KELISIM_DATA: folder, KELISIM_PARTY: "AVE" }, folder),
    regions: ["four-rivers"],
  };
  try {
    const filling = await startNode(settings);
    await filling.app.startLink();
    const { records } = filling.context.store.as(VIEWER);
    for (const batch of inBatches(requestsToAvelin(count / 2, Date.now()), 5000)) await records.append(batch);
    await filling.close();
    const begun = performance.now();
    const node = await startNode(settings);
    const listening = performance.now() - begun;
    const view = await node.context.views.of(node.context.desks.get("four-rivers")!, VIEWER);
    const loaded = performance.now() - begun;
    const now = Date.now();
    const day = 86_400_000;
    const asked = performance.now();
    view.ledger.board({ asOf: now, knownAt: now, from: now - 30 * day, until: now + 90 * day, party: "AVE" });
    const first = performance.now() - asked;
    const size = view.ledger.size;
    await node.close();
    return [
      { what: `start over ${size.toLocaleString("en")} records until it listens`, figure: ms(listening) },
      {
        what: "until the view of a body holds them all and answers its first board",
        figure: ms(loaded + first),
        target: "10 s",
      },
      { what: "of that, the first board", figure: ms(first) },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
