import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, it } from "node:test";
import { type EmbeddedServer, startEmbedded } from "@kelisim/store";
import { openWalk, type Walk } from "../browser/walk.ts";
import { keepFollowing } from "../follow-events.ts";
import { dataFolder } from "../node-for-tests.ts";
import { type Gate, openGate } from "./gate.ts";
import { pause } from "./writers.ts";

/** A minute: longer than a database that is started anew, than every connection's patience, and than pauses that double. */
const AWAY_MS = 60_000;
/** Somebody tries again this often meanwhile. */
const TRY_MS = 6_000;

let folder: string;
let embedded: EmbeddedServer;
let gate: Gate;
let walk: Walk | undefined;
before(async () => {
  folder = await dataFolder();
  embedded = await startEmbedded({ folder });
  const url = new URL(embedded.url);
  gate = await openGate({ host: url.hostname, port: Number(url.port) });
  url.port = String(gate.port);
  walk = await openWalk({ regions: ["four-rivers"], settings: { databaseUrl: url.href } });
});
after(async () => {
  await walk?.close();
  await gate?.close();
  await embedded?.stop();
  await rm(folder, { recursive: true, force: true });
});

const enter = (id: string) =>
  walk!.node.post("/regions/four-rivers/records", {
    id,
    kind: "Diversion",
    from: "AVE",
    occurred: "2026-11-20T12:00:00Z",
    content: { state: "AVE", volume: "1" },
  });

it("a database that is away for a minute: the node says so, the page tells it, both recover by themselves, nothing is lost or doubled", {
  timeout: 150_000,
}, async () => {
  const { address, cookie } = walk!.node;
  const events = keepFollowing(address, "four-rivers", cookie);
  const page = await walk!.open("/today");
  const duties = page.getByRole("region", { name: "What falls due" });
  await duties.getByRole("listitem").first().waitFor();
  const shown = await duties.innerText();
  assert.equal((await enter("before-it-went")).status, 201);

  await gate.shut();
  const since = performance.now();
  const refused = await enter("while-away");
  assert.equal(refused.status, 503, refused.text);
  assert.match(`${refused.headers["content-type"]}`, /application\/problem\+json/);
  assert.equal(refused.body.type, "/problems/database-away");
  assert.ok(refused.body.detail.length > 20, "it says what to do");
  // The person asks for another day meanwhile; a banner says that there is no answer, and the frame of the page stays.
  await page.keyboard.press("[");
  await page.getByText(/No connection since/).waitFor();
  assert.ok(await page.getByRole("navigation").first().isVisible());
  while (performance.now() - since < AWAY_MS) {
    const asked = performance.now();
    assert.equal((await enter("while-away")).status, 503);
    assert.ok(performance.now() - asked < 5 * TRY_MS, "nobody waits long for the answer that there is none");
    await pause(Math.max(0, Math.min(TRY_MS - (performance.now() - asked), AWAY_MS - (performance.now() - since))));
  }
  await gate.open();

  // Nobody touches the page: the banner goes, and the day that was asked for stands there.
  await page.getByText(/No connection since/).waitFor({ state: "detached", timeout: 40_000 });
  await duties.getByRole("listitem").first().waitFor({ timeout: 20_000 });
  await page.keyboard.press("]");
  await page.waitForFunction((text) => document.body.innerText.includes(text), shown.split("\n").at(-1) ?? "");
  for (const id of ["while-away", "after-it-came-back"]) {
    let taken = await enter(id);
    for (let time = 0; time < 40 && taken.status === 503; time += 1) {
      await pause(250);
      taken = await enter(id);
    }
    assert.equal(taken.status, 201, taken.text);
  }
  const entered = ["before-it-went", "while-away", "after-it-came-back"];
  const list = await walk!.node.get("/regions/four-rivers/records", { held: "node", limit: 50 });
  const ids: string[] = list.body.items.map((each: { id: string }) => each.id);
  assert.deepEqual(ids.filter((id) => entered.includes(id)).sort(), [...entered].sort());
  // Who followed all the time hears of each record once, in order.
  await pause(3_000);
  assert.deepEqual(await events.stop(), entered);
  await page.close();
});
