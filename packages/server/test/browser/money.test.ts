import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { DONORS, published, SECTORS, takePublished, WITH_FILES } from "../holdings-for-tests.ts";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

describe("Money without files", { concurrency: false }, () => {
  it("says whose files one can load, and leads to where they are taken in", { timeout: 120_000 }, async () => {
    const page = await walk.open("/money", { width: PHONE });
    await page.getByText("OECD, Creditor Reporting System").waitFor();
    await page.getByRole("link", { name: "Take in a file" }).click();
    await page.waitForURL(/tab=files/);
    await page.getByRole("heading", { name: "Take in a file" }).waitFor();
    await page.close();
  });

  it("tells of programmes that ended and who goes on, by the region's own table", { timeout: 120_000 }, async () => {
    const page = await walk.open("/money?tab=programmes");
    await page.getByRole("button", { name: "Last two years" }).click();
    await page.waitForURL(/ends=behind/);
    await page.getByText(/programmes? of our table ends? between 22.Nov.2024 and 22.Nov.2026/).waitFor();
    await page.getByRole("table", { name: "What ends, and who goes on" }).getByText("BOMCA phase 10").first().waitFor();
    assert.match(await page.getByRole("main").innerText(), /No successor in our table/);
    await page.close();
  });

  it("says what is wrong with a file that is no table of figures", { timeout: 120_000 }, async () => {
    const page = await walk.open("/money?tab=files");
    const file = { name: "letter.csv", mimeType: "text/csv", buffer: Buffer.from("dear,sir\nyours,truly\n") };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("alert").getByText("It cannot be taken as it is").waitFor();
    await page.getByRole("button", { name: "Do not take it" }).click();
    await page.getByText("What would be taken of letter.csv").waitFor({ state: "detached" });
    await page.close();
  });
});

describe("Money with files", { concurrency: false, ...WITH_FILES }, () => {
  it("a file is looked at with its columns, then taken in, and is one when taken twice", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money?tab=files");
    const file = { name: "donors.csv", mimeType: "text/csv", buffer: published(DONORS) };
    for (const said of ["donors.csv was taken in.", "This file is here already."]) {
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByText("Which column became which").first().click();
      await page.getByRole("cell", { name: "amount", exact: true }).first().waitFor();
      await page.getByRole("button", { name: "Take it in" }).click();
      await page.getByText(said).first().waitFor();
    }
    await page.getByRole("table", { name: "Files taken in" }).getByRole("button", { name: /^Open/ }).click();
    await page.waitForURL(/holding=/);
    await page.getByText("6 rows say of themselves that they are totals").waitFor();
    await page.close();
  });

  it("answers in a sentence, draws who gives to whom, and opens the rows behind a figure", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money");
    await page.getByText(/^In 2019, .* of disbursements/).waitFor();
    await page.getByRole("img", { name: /^By year: Disbursements, USD/ }).waitFor();
    await page.getByText("The figures as a table").first().click();
    await page
      .getByRole("button", { name: /^Open \d+ rows?/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Rows behind the figure: 20/ }).waitFor();
    await page
      .getByText(/donors\.csv, row \d+/)
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Donors" }).click();
    await page.getByRole("img", { name: /^Who gives to whom/ }).waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], policy: [], elsewhere: [] });
    await page.close();
  });

  it("a picture carries title, source and vintage; an address can hold the files asked", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "SVG" }).first().click(),
    ]);
    const svg = await readFile(await download.path(), "utf8");
    assert.match(svg, /By year\. Disbursements, USD/);
    assert.match(svg.replaceAll(/<[^>]+>/g, " "), /Vintage\s+2026-11-22/);
    assert.doesNotMatch(svg, /var\(--/);
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "PNG" }).first().click(),
    ]);
    assert.equal((await readFile(await picture.path())).subarray(1, 4).toString(), "PNG");
    await page.getByRole("link", { name: "An address that always asks these files" }).click();
    await page.waitForURL(/holdings=/);
    await page.getByText("Asked: the files that the address names").waitFor();
    await page.close();
  });

  it("shows the share of a purpose set, and an undecided year as a stretch", { timeout: 120_000 }, async () => {
    const job = await takePublished(walk.node, SECTORS);
    assert.equal(job.state, "taken");
    const page = await walk.open("/money?tab=share");
    await page.getByRole("img", { name: /^Share: Conflict, peace and security/ }).waitFor();
    await page.getByText("The figures as a table").first().click();
    const row = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "2012", exact: true }) });
    assert.match(await row.innerText(), /between 0% and 100%/);
    await page.close();
  });
});
