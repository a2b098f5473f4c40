import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { takePublished, WITH_FILES } from "../holdings-for-tests.ts";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

describe("Institutions", WITH_FILES, () => {
  let walk: Walk;
  before(async () => {
    walk = await openWalk({ regions: ["central-asia", "four-rivers"], at: MORNING });
    for (const [path, options] of [
      ["organisations/cow_igo_v3_central_asia_spells.csv", {}],
      ["organisations/atop5_1_alliance_members_central_asia.csv", { layout: "atop-memberships" }],
      ["organisations/atop_central_asia_directed_dyads.csv", {}],
    ] as const) {
      const job = await takePublished(walk.node, path, options);
      assert.equal(job.state, "taken", JSON.stringify(job));
    }
  });
  after(() => walk?.close());

  it("a cell opens by key to what each source says, and disagreements alone can be shown", {
    timeout: 90_000,
  }, async () => {
    const page = await walk.open("/cooperation?on=2004-06-01");
    await page.getByRole("link", { name: "Institutions" }).click();
    await page.getByRole("heading", { level: 1, name: "Institutions on 1 June 2004" }).waitFor();
    const cell = page.getByRole("button", { name: "Uzbekistan, CSTO: member; sources disagree" });
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/cell=CSTO~UZB/);
    await page.getByRole("heading", { name: "Uzbekistan: CSTO" }).waitFor();
    await page.getByText("Some sources say member on this day, others do not.").waitFor();
    await page.getByText(/party, 15\sMay\s1992\s–\s20\sApr\s1999/).waitFor();
    // Arrow keys move in the matrix, not in time.
    await cell.focus();
    await page.keyboard.press("ArrowLeft");
    assert.match(
      await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""),
      /^Turkmenistan, CSTO/,
    );
    assert.match(page.url(), /on=2004-06-01/);
    await page.getByRole("checkbox", { name: "Only where sources disagree" }).check();
    await page.waitForURL(/differ=1/);
    await page.getByRole("rowheader", { name: "CSTO", exact: true }).waitFor();
    assert.equal(await page.getByRole("rowheader", { name: "OSCE", exact: true }).count(), 0);
    assert.deepEqual(await walk.troubleOf(page), { console: [], elsewhere: [], policy: [] });
    await page.close();
  });

  it("spells, network and overlap go along as pictures with their source in them", { timeout: 90_000 }, async () => {
    const page = await walk.open("/institutions?tab=time&who=UZB&on=2004-06-01");
    await page.getByRole("img", { name: /Memberships of Uzbekistan as spells/ }).waitFor();
    const picture = async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "SVG" }).first().click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
    };
    const spells = await picture();
    assert.equal(spells.name, "memberships-UZB.svg");
    assert.match(spells.text, /Correlates of War/);
    assert.doesNotMatch(spells.text, /var\(--/);
    await page.getByRole("link", { name: "Network" }).click();
    await page.getByRole("img", { name: "Network of 5 states with 10 ties" }).waitFor();
    await page.getByRole("button", { name: "1 / (members − 1)" }).click();
    await page.waitForURL(/weighting=size/);
    await page.getByText("The figures as a table").first().click();
    const pair = page.getByRole("button", { name: "Kazakhstan, Kyrgyzstan" });
    await pair.click();
    await page.waitForURL(/cell=KAZ~KGZ/);
    assert.equal(await pair.getAttribute("aria-expanded"), "true");
    await page.getByRole("table", { name: "All rows behind it" }).first().waitFor();
    assert.match((await picture()).text, /Kazakhstan/);
    await page.getByRole("link", { name: "Overlap" }).click();
    await page.getByRole("img", { name: /^Overlap of 5 items/ }).waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], elsewhere: [], policy: [] });
    await page.close();
  });

  it("a mark of each drawing opens its rows, and closing gives the focus back", { timeout: 120_000 }, async () => {
    const page = await walk.open("/institutions?tab=time&who=UZB&on=2004-06-01");
    const opened = (name: string | RegExp) => page.getByRole("region", { name });
    await page.locator("svg [data-mark='CSTO~UZB']").first().click();
    await opened("Uzbekistan: CSTO").getByText("Some sources say member on this day, others do not.").waitFor();
    await opened("Uzbekistan: CSTO").getByRole("button", { name: "Close" }).click();
    await opened("Uzbekistan: CSTO").waitFor({ state: "detached" });

    await page.getByRole("link", { name: "Network" }).click();
    await page.locator("svg [data-mark='KAZ~KGZ']").click();
    const pair = opened("Rows behind: Kazakhstan and Kyrgyzstan");
    await pair.getByRole("row").filter({ hasText: "Kyrgyzstan" }).first().waitFor();
    assert.equal(await pair.getByRole("cell", { name: "Uzbekistan", exact: true }).count(), 0);
    await page.locator("svg [data-mark='UZB~2000']").click();
    const year = opened("Rows behind: Uzbekistan on 31 Dec 2000");
    await year.getByRole("cell", { name: "Uzbekistan" }).first().waitFor();
    await pair.waitFor({ state: "detached" });
    await year.getByRole("button", { name: "Close" }).click();
    // By the keyboard the table opens the same.
    await page.getByText("The figures as a table").nth(1).click();
    const figure = page.getByRole("button", { name: /^Open the rows behind: Uzbekistan, 2000/ });
    await figure.focus();
    await page.keyboard.press("Enter");
    await year.getByRole("cell", { name: "Uzbekistan" }).first().waitFor();
    await year.getByRole("button", { name: "Close" }).click();
    await year.waitFor({ state: "detached" });
    assert.match(
      await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""),
      /^Open the rows behind: Uzbekistan, 2000/,
    );

    await page.getByRole("link", { name: "Overlap" }).click();
    await page.locator("svg [data-mark='KAZ~KGZ']").first().click();
    await pair.getByRole("row").filter({ hasText: "Kyrgyzstan" }).first().waitFor();

    await page.goto(`${walk.node.address}/institutions?tab=indices&on=2014-12-31&other=baltic`);
    await page.locator("svg [data-mark='consultation~2010']").click();
    const figures = page.getByRole("table", { name: "Rows behind the figure: Consultation, 2010" });
    await figures.getByRole("row").filter({ hasText: "Baltic states" }).first().waitFor();
    await figures
      .getByText(/worked out from/)
      .first()
      .waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], elsewhere: [], policy: [] });
    await page.close();
  });

  it("weights stand in the address, and an unknown index says what is missing", { timeout: 90_000 }, async () => {
    const page = await walk.open("/institutions?tab=indices&on=2016-12-31", { width: PHONE });
    await page.getByText("Unknown, since there is no figure for: Shared memberships.").waitFor();
    await page.getByRole("button", { name: "Go to 2014" }).click();
    await page.waitForURL(/on=2014-12-31/);
    await page.getByText("Formal regionalism: 0.8").waitFor();
    await page.goto(`${walk.node.address}/institutions?tab=indices&on=2016-12-31&other=baltic`);
    const weight = page.getByRole("textbox", { name: "Weight of “Shared memberships”" });
    await weight.fill("0");
    await weight.press("Enter");
    await page.waitForURL(/w=membership:0/);
    await page.getByText("Formal regionalism: 0.85").waitFor();
    await page.getByText("Baltic states: 1.00").waitFor();
    await page.getByLabel("Beside another region").selectOption("reader");
    await page.waitForURL(/other=reader/);
    const own = page.getByRole("textbox", { name: "Figure of “Trade” of your region" });
    await own.fill("0,4");
    await own.blur();
    await page.waitForURL(/theirs=trade:0.4/);
    assert.deepEqual(await walk.troubleOf(page), { console: [], elsewhere: [], policy: [] });
    await page.close();
  });

  it("is Russian throughout", { timeout: 90_000 }, async () => {
    const page = await walk.open("/institutions?cell=CSTO~UZB&on=2004-06-01", { language: "ru", dark: true });
    await page.getByRole("heading", { level: 1, name: "Институты на 1 июня 2004" }).waitFor();
    await page.getByText("Одни источники говорят, что в этот день государство состоит, другие нет.").waitFor();
    assert.equal(await page.locator("main [lang=en]").first().getAttribute("lang"), "en");
    await page.close();
  });
});
