import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import type { Locator } from "playwright-core";
import { PNG } from "pngjs";
import { MORNING, openWalk, type Walk } from "./walk.ts";

const EXPECTED = new URL("./expected/", import.meta.url);
/** KELISIM_UPDATE=1 writes the pictures anew; look at them before they are kept. */
const UPDATE = process.env.KELISIM_UPDATE === "1";

/** Share of pixels that may differ: letters are drawn a little differently from machine to machine. */
const TOLERANCE = 0.02;
/** How far a colour may be off before its pixel counts (pixelmatch, 0 to 1). */
const THRESHOLD = 0.2;

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

async function compare(name: string, part: Locator): Promise<void> {
  const taken = PNG.sync.read(await part.screenshot({ animations: "disabled", caret: "hide" }));
  const file = new URL(`${name}.png`, EXPECTED);
  if (UPDATE) {
    await mkdir(EXPECTED, { recursive: true });
    await writeFile(file, PNG.sync.write(taken, { deflateLevel: 9 }));
    return;
  }
  assert.ok(existsSync(file), `${fileURLToPath(file)} is missing; KELISIM_UPDATE=1 writes it`);
  const expected = PNG.sync.read(await readFile(file));
  assert.deepEqual([taken.width, taken.height], [expected.width, expected.height], "size");
  const drawn = new Set(Array.from({ length: 400 }, (_, at) => taken.data.readUInt32BE(at * 4 * 97)));
  assert.ok(drawn.size > 2, "something is drawn");
  const differ = pixelmatch(expected.data, taken.data, undefined, taken.width, taken.height, { threshold: THRESHOLD });
  const share = differ / (taken.width * taken.height);
  assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(1)} % of the picture differs from ${name}.png`);
}

const SMALL = 760;

describe("pictures are drawn as they were", () => {
  it("the calendar of 90 days", async () => {
    const page = await walk.open("/today?as=KAZ", { width: SMALL });
    const calendar = page.getByRole("slider", { name: /The next 90 days/ });
    await calendar.locator("svg").first().waitFor();
    await compare("calendar", calendar);
    await page.close();
  });

  for (const [name, dark] of [
    ["map", false],
    ["map-dark", true],
  ] as const)
    it(`the map with the lines of borders by status: ${name}`, { timeout: 120_000 }, async () => {
      const page = await walk.open("/situation", { width: SMALL, dark });
      const map = page.locator(".maplibregl-canvas");
      await map.waitFor({ timeout: 30_000 });
      // MapLibre tells of its last drawing by nothing on the page: two equal pictures do.
      let last = "";
      for (let time = 0; time < 20; time += 1) {
        const now = (await map.screenshot()).toString("base64");
        if (now === last) break;
        last = now;
        await page.waitForTimeout(400);
      }
      await compare(name, map);
      await page.close();
    });

  it("the still map, for machines that draw no other", async () => {
    const page = await walk.open("/situation?map=plain", { width: SMALL });
    const map = page
      .getByRole("img", { name: /^Map of/ })
      .or(page.getByRole("group", { name: /^Map of/ }))
      .first();
    await map.waitFor();
    await compare("map-still", map);
    await page.close();
  });

  it("the network of bodies in common", async () => {
    const page = await walk.open("/cooperation", { width: SMALL });
    const network = page.locator("[aria-label^='Network of']").first();
    await network.scrollIntoViewIfNeeded();
    await network.waitFor();
    await page.waitForTimeout(1500);
    await compare("network", network);
    await page.close();
  });
});
