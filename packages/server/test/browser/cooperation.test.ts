import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

describe("Cooperation", () => {
  it("moves through time, by slider and arrow keys, and the matrix follows", { timeout: 120_000 }, async () => {
    const page = await walk.open("/cooperation");
    const table = page.getByRole("table", { name: "Memberships" });
    const cell = table.getByRole("button", { name: /^Uzbekistan, CSTO/ });
    const now = await cell.getAttribute("aria-label");
    await page.getByRole("slider", { name: "Date" }).focus();
    for (let step = 0; step < 18; step += 1) await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/on=20(0|1)\d/);
    await page.waitForFunction(
      (before) =>
        [...document.querySelectorAll("button[aria-label^='Uzbekistan, CSTO']")].some(
          (each) => each.getAttribute("aria-label") !== before,
        ),
      now,
    );
    await page.close();
  });

  it("a cell opens to its dates and sources, and the table is walked by arrow keys", async () => {
    const page = await walk.open("/cooperation");
    const cell = page.getByRole("table", { name: "Memberships" }).getByRole("button", { name: /^Kazakhstan, SCO/ });
    await cell.click();
    await page.waitForURL(/cell=/);
    await page.getByRole("heading", { name: "Kazakhstan and SCO" }).waitFor();
    await cell.focus();
    await page.keyboard.press("ArrowRight");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    assert.match(focused, /^Kyrgyzstan, SCO/);
    await page.close();
  });

  it("from the network's table to what binds two states, its pack for the meeting, and a country", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/cooperation", { width: PHONE });
    // A line opens the rows that make it, and so does the table.
    await page.locator("svg [data-mark='KAZ~KGZ']").click();
    const rows = page.getByRole("region", { name: "Rows behind: Kazakhstan and Kyrgyzstan" });
    await rows.getByRole("row").filter({ hasText: "SCO" }).first().waitFor();
    assert.equal(await rows.getByRole("cell", { name: "Uzbekistan", exact: true }).count(), 0);
    await rows.getByRole("button", { name: "Close" }).click();
    await page.getByText("The figures as a table").click();
    await page.getByRole("button", { name: "Kazakhstan, Kyrgyzstan", exact: true }).press("Enter");
    await page.waitForURL(/pair=KAZ~KGZ/);
    await rows.getByRole("row").filter({ hasText: "SCO" }).first().waitFor();
    await page.getByRole("link", { name: "What binds Kazakhstan and Kyrgyzstan" }).click();
    await page.waitForURL(/\/between\?/);
    await page.getByText(/treaties bind both/).waitFor();
    await page
      .getByRole("button", { name: /^Meeting pack/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Meeting pack: Kazakhstan and Kyrgyzstan" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "What is due between the two" }).waitFor();
    await page.goto(`${walk.node.address}/country/KAZ`);
    await page.getByRole("heading", { name: "Memberships, through time" }).waitFor();
    await page.close();
  });
});
