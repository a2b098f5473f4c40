import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { takePublished, WITH_FILES } from "../holdings-for-tests.ts";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia", "four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Outside powers", () => {
  it("a cell opens to its rows with sources, arrow keys move, and the address shows the same again", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/cooperation?on=2012-06-01");
    await page.getByRole("main").getByRole("link", { name: "Outside powers" }).click();
    await page.waitForURL(/\/powers\?on=2012-06-01/);
    await page.getByRole("combobox", { name: "State" }).selectOption("KGZ");
    await page.waitForURL(/country=KGZ/);
    const table = page.getByRole("table", { name: "Engagement by power and kind: Kyrgyzstan, 2012" });
    const cell = table.getByRole("button", { name: "United States, Bases. 1 certain, with a source" });
    await cell.click();
    await page.waitForURL(/cell=USA~base/);
    await page.getByText("Air base (later transit centre) at Manas").waitFor();
    await cell.focus();
    await page.keyboard.press("ArrowUp");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    assert.match(focused, /^Türkiye, Bases\. none in our table/);
    await page.getByRole("checkbox", { name: "Türkiye" }).uncheck();
    await page.waitForURL(/powers=EU,CHN,IND,IRN,RUS,USA/);
    await page.reload();
    await page.getByText("Air base (later transit centre) at Manas").waitFor();
    assert.equal(await page.getByRole("checkbox", { name: "Türkiye" }).isChecked(), false);
    // The base of the other power beside it: an agreement leads to its text.
    await table.getByRole("button", { name: /^China, Treaties/ }).click();
    await page.locator("a[href*='/agreements/SCO2001']").first().click();
    await page.waitForURL(/\/agreements\/SCO2001/);
    await page.close();
  });

  it("a year of the drawing opens its cell, and the way of working out is one click away", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/powers?on=2023-06-01&country=UZB");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("base");
    await page.waitForURL(/kind=base/);
    await page.getByText("The figures as a table").first().click();
    const table = page.getByRole("table", { name: "Bases through the years, in each state" });
    const row = table.getByRole("row").filter({ hasText: "Uzbekistan" }).filter({ hasText: "2005" });
    await row.getByRole("button", { name: "Open" }).click();
    await page.waitForURL(/point=USA~UZB~2005/);
    // The rows stand below the drawing, with the focus; the screen stays at its year.
    const rows = page.getByRole("region", { name: "United States, Bases: Uzbekistan, 2005" });
    await rows.getByText("Forces at Karshi-Khanabad").waitFor();
    await page.getByRole("heading", { level: 1, name: /2023/ }).waitFor();
    await rows.getByRole("button", { name: "Close" }).click();
    await rows.waitFor({ state: "detached" });
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /^Open$/);
    // A bar opens the same by click or touch.
    await page.locator("[data-mark='USA~UZB~2005']").click();
    await rows.getByRole("button", { name: "Go to Uzbekistan, 2005" }).click();
    await page.waitForURL(/on=2005-12-31/);
    await page.waitForURL(/cell=USA~base/);
    await page.getByText("Forces at Karshi-Khanabad").waitFor();
    // So does a bar of the shares.
    await rows.getByRole("button", { name: "Close" }).click();
    await page.locator("[data-mark='USA']").click();
    await rows.getByText("Forces at Karshi-Khanabad").waitFor();
    await page.getByText("No certain row of this kind in this year").waitFor({ state: "detached" });
    await page.getByText("1 of 1 (1)").first().waitFor();
    await page.getByText("How this was worked out").first().click();
    await page.getByText("there is no score over kinds").first().waitFor();
    await page.close();
  });

  it("priorities: a pair shows threats and statements; too few are said, and another basis is another figure", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/powers?tab=priorities&on=2025-12-01");
    const table = page.getByRole("table", { name: "Priorities, actor by actor" });
    await table.getByRole("button", { name: /^EU and United States: too few statements/ }).click();
    await page.waitForURL(/pair=EU~USA/);
    await page.getByText("With fewer than 3 of either there is no figure.").waitFor();
    await page.getByRole("combobox", { name: "Statements of each, at least" }).selectOption("2");
    await page.getByText(/^Cosine 0\.\d\d, Jaccard/).waitFor();
    await page
      .getByText(/by hand \(first reading\)/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "programmes paid for" }).click();
    await page.waitForURL(/basis=funded/);
    await table.getByRole("button", { name: /^EU and United States: cosine/ }).waitFor();
    await page.close();
  });

  it("reciprocity and definitions, in Russian on a phone", { timeout: 60_000 }, async () => {
    const page = await walk.open("/powers?tab=reciprocity&a=KGZ&b=TJK&on=2025-12-01", {
      width: PHONE,
      language: "ru",
    });
    await page.getByRole("table", { name: "Действия каждой стороны по отношению к другой" }).waitFor();
    await page.getByText("Записи здесь ни для чего не объявлены полными").waitFor();
    await page.getByRole("combobox", { name: "Вторая сторона" }).selectOption("KAZ");
    await page.waitForURL(/b=KAZ/);
    await page.getByRole("link", { name: "Определения" }).click();
    await page.waitForURL(/tab=definitions/);
    await page.getByRole("button", { name: "терроризм", exact: true }).click();
    await page.waitForURL(/term=terrorism/);
    await page.getByText("Минский договор 1999 г., ст. 1").waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], elsewhere: [], policy: [] });
    await page.close();
  });

  it("what the node refuses of an address is named and can be left out of it", async () => {
    const page = await walk.open("/powers");
    await page.goto(`${walk.node.address}/powers?powers=ATL,RUS`);
    await page.getByText('"ATL" is none of the powers').first().waitFor();
    await page.getByRole("button", { name: "Leave out of the address: powers=ATL,RUS" }).click();
    await page.getByRole("table", { name: /^Engagement by power and kind/ }).waitFor();
    assert.doesNotMatch(page.url(), /powers=/);
    await page.close();
  });

  it("says of a region without powers what would appear", async () => {
    const page = await walk.open("/powers?region=four-rivers");
    await page.getByText("Nothing yet. Rows appear here when the region has a table of powers").waitFor();
    await page.close();
  });
});

describe("Outside powers with files taken in", WITH_FILES, () => {
  it("show lines beside the count, and a frozen link asks the same file", { timeout: 90_000 }, async () => {
    const job = await takePublished(walk.node, "security_assistance/us_fmtrpt_central_asia.tsv");
    assert.equal(job.state, "taken");
    const page = await walk.open("/powers?on=2012-06-01&country=KGZ&cell=USA~training");
    await page.getByText("114 lines of training").waitFor();
    await page.getByText("354 people trained").waitFor();
    await page.getByRole("link", { name: "Keep these files in the address" }).click();
    await page.waitForURL(/holdings=us-foreign-military-training-/);
    await page.getByText("Frozen: these files answer").waitFor();
    await page.close();
  });
});
