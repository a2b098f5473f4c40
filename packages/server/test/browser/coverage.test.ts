import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SECTORS, takePublished, WITH_FILES } from "../holdings-for-tests.ts";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia", "four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Coverage", () => {
  it("a cell opens to its programmes and clauses, and a clause leads to its agreement", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/coverage?on=2023-06-01");
    const table = page.getByRole("table", { name: "Threats by country" });
    const cell = table.getByRole("button", { name: /^foreign terrorist fighters, Kazakhstan\. Duties: \d found/ });
    await cell.click();
    await page.waitForURL(/cell=T04~KAZ/);
    await page.getByText("Law Enforcement in Central Asia (LEICA)").first().waitFor();
    await page.getByText("1 budget is for several countries and is not divided.").waitFor();
    await cell.focus();
    await page.keyboard.press("ArrowRight");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    assert.match(focused, /^foreign terrorist fighters, Kyrgyzstan/);
    await page.locator("a[href*='/agreements/SCO2001']").first().click();
    await page.waitForURL(/\/agreements\/SCO2001\?.*#SCO2001-0/);
    await page.close();
  });

  it("filters stand in the address, and the table says the states in words", { timeout: 60_000 }, async () => {
    const page = await walk.open("/coverage?on=2023-06-01", { width: PHONE });
    await page.getByRole("combobox", { name: "Category of threat" }).selectOption("border");
    await page.waitForURL(/category=border/);
    await page.getByRole("combobox", { name: "Country" }).selectOption("KGZ");
    const looked = page.getByRole("group", { name: "What is looked for" });
    await looked.getByRole("checkbox", { name: "Duties" }).uncheck();
    await looked.getByRole("checkbox", { name: "Programmes" }).uncheck();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.waitForURL(/category=border.*country=KGZ.*aspect=money.*view=table/);
    const row = page.getByRole("table", { name: "Threats by country" }).getByRole("row").nth(1);
    await row.getByText("Kyrgyzstan").waitFor();
    await row.getByText("1 found").waitFor();
    await page.getByText("How this was worked out").first().click();
    await page.getByText("A budget for several countries is named and never divided.").first().waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.waitForURL((url) => !url.search.includes("category"));
    await page.close();
  });

  it("says of a region without threats what would appear", async () => {
    const page = await walk.open("/coverage?region=four-rivers");
    await page.getByText("Nothing yet. Rows appear here when the region has a table of threats").waitFor();
    await page.close();
  });

  it("money taken in stands by threat beside budgets, with the reading that it follows", {
    timeout: 90_000,
    ...WITH_FILES,
  }, async () => {
    await takePublished(walk.node, SECTORS);
    const page = await walk.open("/coverage?on=2023-06-01&myear=2014");
    const table = page.getByRole("table", { name: "Money taken in, by threat" });
    // The file has 0.05691272 million for Tajikistan under 16063 in 2014.
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "drug trafficking" }) });
    await row.getByText("56.9K").waitFor();
    // Each figure opens what it is made of, by the keyboard too.
    await row.getByRole("button", { name: /^Open the rows behind: drug trafficking, Tajikistan: 56,912.72/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Rows behind the figure: drug trafficking, Tajikistan/ }).waitFor();
    await page.getByText("dportal_crs_recipient_sector_2012_2019.csv, row 1035").waitFor();
    const terrorism = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "terrorism" }) });
    await terrorism.getByRole("button", { name: /terrorism, Kazakhstan: 4 rows undecided/ }).click();
    await page.getByText("4 of 4 rows").waitFor();
    await terrorism.getByRole("button", { name: /^terrorism, Kazakhstan: programmes/ }).click();
    await page.waitForURL(/cell=T01~KAZ/);
    await page.getByText(/^Which purposes are read so/).click();
    await page.getByText("purposes that begin with 16063, 43050, 31165").waitFor();
    await page.close();
    const russian = await walk.open("/coverage?on=2023-06-01&category=border&myear=2014", {
      language: "ru",
      width: PHONE,
    });
    await russian
      .getByText(/не решено/)
      .first()
      .waitFor();
    const { console: said, elsewhere } = await walk.troubleOf(russian);
    assert.deepEqual([said, elsewhere], [[], []]);
    await russian.close();
  });
});
