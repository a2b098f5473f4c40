import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("People and node", () => {
  it("each part opens, and the audit tells what was done", { timeout: 120_000 }, async () => {
    const page = await walk.open("/node");
    assert.match(await page.locator("h1 + p").innerText(), /on this computer only/);
    const parts = page.getByRole("navigation", { name: "Parts of this page" });
    for (const name of ["Bodies", "People", "Settings", "Erasure", "Export and import", "State of the node", "Audit"]) {
      await parts.getByRole("link", { name }).click();
      assert.equal(await parts.getByRole("link", { name }).getAttribute("aria-current"), "page");
      await page.getByRole("main").getByRole("heading", { level: 2 }).or(page.getByRole("table")).first().waitFor();
    }
    await page.getByRole("main").getByRole("table").first().waitFor();
    await page.close();
  });

  it("a body is added, and stands in the table", async () => {
    const page = await walk.open("/node?tab=bodies", { width: PHONE });
    const form = page.getByRole("region", { name: "Add a body" });
    await form.getByLabel(/^Name/).fill("Border service");
    await form.getByLabel(/^Short name/).fill("border");
    const kind = form.getByLabel(/^Kind/);
    if (await kind.isVisible()) await kind.fill("border service");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("main").getByText("Border service").first().waitFor();
    const bodies = await walk.node.context.store.system.bodies.list();
    assert.ok(bodies.some(({ id, party }) => id === "border" && party === "AVE"));
    await page.close();
  });
});
