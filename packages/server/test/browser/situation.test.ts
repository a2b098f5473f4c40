import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

describe("Situation", () => {
  it("filters by threat, kind and time in the address; the counts agree with the node", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/situation?map=plain");
    const { body } = await walk.node.get("/regions/central-asia/situation", { lang: "en" });
    const total = async () => Number(/(\d+)\sevents/.exec(await page.locator("h1 + p").innerText())?.[1]);
    assert.equal(await total(), body.total);
    const threat = page.getByRole("combobox", { name: "Threat" });
    const option = await threat.locator("option").nth(1).innerText();
    await threat.selectOption({ index: 1 });
    await page.waitForURL(/threat=/);
    const expected = Number(/\((\d+)\)/.exec(option)?.[1]);
    await page
      .locator("h1 + p", { hasText: expected === 1 ? /One\sevent/ : new RegExp(`${expected}\\sevents`) })
      .waitFor();
    await page.getByRole("button", { name: "Take all filters away" }).click();
    await page.locator("h1 + p", { hasText: new RegExp(`${body.total}\\sevents`) }).waitFor();
    await page.close();
  });

  it("an event opens to its sources; the columns of time narrow the list", { timeout: 120_000 }, async () => {
    const page = await walk.open("/situation?map=plain", { width: PHONE });
    await page
      .getByRole("button", { name: /^Details/ })
      .first()
      .click();
    await page.getByText("Sources", { exact: true }).first().waitFor();
    await page
      .getByRole("button", { name: /: [1-9]\d* events?$/ })
      .first()
      .click();
    await page.waitForURL(/from=/);
    await page.close();
  });

  it("every place of the map can be reached and chosen by keyboard, and none covers another", async () => {
    const page = await walk.open("/situation?map=plain");
    const spots = page.getByRole("button", { name: /^\d+\sevents, the first/ });
    await spots.first().waitFor();
    const boxes = await page.locator("figure button[aria-pressed]").evaluateAll((buttons) =>
      buttons.map((button) => {
        const { x, y, width } = button.firstElementChild!.getBoundingClientRect();
        return { x: x + width / 2, y: y + width / 2, radius: width / 2 };
      }),
    );
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > (a.radius + b.radius) * 0.9, JSON.stringify([a, b]));
    await spots.first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/spot=/);
    await page.getByRole("heading", { name: "At this place" }).waitFor();
    await page.close();
  });

  it("says of each border what its status rests on", async () => {
    const page = await walk.open("/situation?map=plain");
    const table = page.getByRole("table", { name: "Borders and what their status rests on" });
    const { body } = await walk.node.get("/regions/central-asia/borders", { lang: "en" });
    assert.equal(await table.locator("tbody tr").count(), body.sections.length);
    for (const section of body.sections.slice(0, 3))
      await table
        .getByRole("rowheader", { name: new RegExp(section.between[0].name) })
        .first()
        .waitFor();
    await page.close();
  });
});
