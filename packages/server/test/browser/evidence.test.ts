import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia", "four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Evidence", () => {
  it("a statement opens by key to its sources, and machine-written text is said to count for nothing", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/today");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await page.getByRole("heading", { level: 1, name: "What sources say, and what stands behind it" }).waitFor();
    await page.getByRole("searchbox", { name: "Words" }).fill("RESP");
    await page.waitForURL(/q=RESP/);
    const claim = page.getByRole("button", { name: /^RESP runs joint patrols/ });
    await claim.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/claim=C089/);
    assert.equal(await claim.getAttribute("aria-expanded"), "true");
    await page.getByText("machine-written, counts for nothing alone").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.search.includes("claim="));
    await page.close();
  });

  it("contradictions stand side by side at their address, filters stay in it", { timeout: 60_000 }, async () => {
    const page = await walk.open("/evidence?claim=C037&state=contradicted&source=S002", { width: PHONE });
    await page.getByRole("heading", { name: "Contradictions, side by side" }).waitFor();
    const item = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Kazakhstan loses/ }) });
    await item.getByText("Bilateral funds per state 2007-2010, 2011-2013, 2014-2020").first().waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForURL((url) => !url.search.includes("source="));
    await page.getByRole("heading", { name: "90 statements" }).waitFor();
    await page.close();
  });

  it("printed figures that exclude each other, open recommendations, tasks and endings, each with its method", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/evidence?tab=indicators");
    await page.getByText("the rate does not follow: 56 % printed, 148.89 % follows").waitFor();
    const lists = page.getByRole("group", { name: "Lists" });
    for (const [name, says, method] of [
      ["Recommendations", "open, nothing recorded here", "evidence.recommendations"],
      ["Tasks and money", "unknown: no threat ties it to a programme", "evidence.money"],
      ["What ends", "none in our table", "programmes.ends"],
    ] as const) {
      await lists.getByRole("button", { name }).click();
      await page.getByText(says, { exact: true }).first().waitFor();
      await page.getByText("How this list is made").first().click();
      await page.getByText(`Method ${method}`).waitFor();
    }
    await page.goto(`${walk.node.address}/evidence?tab=tasks`);
    await page.getByLabel("Money in our table").selectOption("no threat named");
    await page.waitForURL(/money=no/);
    await page.getByText("unknown: no threat ties it to a programme", { exact: true }).first().waitFor();
    assert.equal(await page.getByText("none in our table", { exact: true }).count(), 0);
    await page.goto(`${walk.node.address}/evidence?region=four-rivers`);
    await page.getByText("Our tables of this region have no such rows.").first().waitFor();
    await page.close();
  });
});
