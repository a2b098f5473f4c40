import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { zipSync } from "fflate";
import { crsText, DONORS, published, SECTORS, take, takePublished, WITH_FILES } from "../holdings-for-tests.ts";
import { assertSound, axeScript } from "./findings.ts";
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

describe("a file that does not say all of itself", { concurrency: false }, () => {
  it("is read once its letters and the file of the archive are named; nothing is taken of an empty one", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money?tab=files");
    const header = "year,recipient,sector_or_purpose_code,usd_million";
    const text = Buffer.from(`${header}\n2019,Soci\u00e9t\u00e9,15210,1\n`, "latin1");
    const buffer = Buffer.from(zipSync({ "a.csv": text, "b.csv": Buffer.from(`${header}\n`) }));
    await page.locator("input[type=file]").setInputFiles({ name: "two.zip", mimeType: "application/zip", buffer });
    await page.getByText("name one of them: a.csv, b.csv").waitFor();
    await page.getByLabel("File of the archive").fill("b.csv");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText("the file has columns and no rows").waitFor();
    assert.equal(await page.getByRole("button", { name: "Take it in" }).count(), 0);
    await page.getByLabel("File of the archive").fill("a.csv");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText("this line is not UTF-8").waitFor();
    await page.getByLabel("Letters").selectOption("windows-1252");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText(/1\srow\swould be taken/).waitFor();
    await page.getByRole("button", { name: "Take it in" }).waitFor();
    await page.getByRole("button", { name: "Do not take it" }).click();
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
    await page.getByText(/rows? as they were taken/).click();
    await page.getByRole("cell", { name: "KAZ", exact: true }).first().waitFor();
    await page.getByLabel("Only where the column").selectOption("year");
    await page.getByLabel("holds").fill("2019");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText(/^50\s+of\s+\d+\s+rows/).waitFor();
    assert.equal(await page.getByRole("cell", { name: "2018", exact: true }).count(), 0);
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
    await page.getByRole("link", { name: "Who to whom" }).click();
    await page.getByRole("img", { name: /^From donors to recipients/ }).waitFor();
    await page.getByRole("button", { name: "Matrix" }).click();
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

  it("a drawing opens its rows, and its table does so by the keyboard; the focus comes back", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money?tab=map&dataset=dportal-recipient-sector");
    const map = page.getByRole("img", { name: /^Money on the map, 2019/ });
    await map.waitFor();
    await map.locator('[data-mark="TJK"] circle').click();
    await page.getByRole("heading", { name: "Rows behind the figure: Tajikistan, 2019" }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    // What belongs to no single state stands beside the map.
    await page.getByRole("heading", { name: /^For no single state, 2019/ }).waitFor();
    await page.getByRole("slider", { name: "Year" }).press("ArrowLeft");
    await page.waitForURL(/year=2018/);
    await page.getByRole("img", { name: /^Money on the map, 2018/ }).waitFor();
    const open = page.getByRole("button", { name: /^Open \d+ rows?/ }).last();
    await open.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Rows behind the figure: .*2018/ }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.waitForFunction(() => /^Open/.test(document.activeElement?.textContent ?? ""));
    assert.deepEqual(await walk.troubleOf(page), { console: [], policy: [], elsewhere: [] });
    await page.close();
  });

  it("a reader defines a purpose set, which stands in the address, and sees the rows that it takes", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/money?tab=share&dataset=dportal-recipient-sector&from=2013&to=2017");
    await page.getByLabel("Purposes").selectOption("own");
    await page.getByLabel("Name of the set").fill("Peace and administration");
    await page.getByLabel("Codes begin with").fill("border");
    await page.getByRole("alert").getByText("one to five digits").waitFor();
    await page.getByLabel("Codes begin with").fill("152, 15110");
    await page.getByRole("button", { name: "Show the share" }).click();
    await page.waitForURL(/rules=152,15110/);
    await page.getByRole("img", { name: /^Share: Peace and administration/ }).waitFor();
    await page.getByText("The figures as a table").first().click();
    await page.getByRole("button", { name: /^Open the rows behind: In the set, 2013/ }).click();
    await page.getByRole("heading", { name: "Rows behind the figure: Peace and administration, 2013" }).waitFor();
    const rows = page.getByRole("table", { name: /^Rows behind the figure/ });
    await rows.getByRole("cell").first().waitFor();
    const purposes = await rows.locator("tbody td[data-title='Purpose']").allInnerTexts();
    assert.ok(purposes.length > 0 && purposes.every((code) => /^(152|15110)/.test(code)), purposes.join());
    await page.close();
  });

  it("a figure is copied as a brief asks for it", { timeout: 120_000 }, async () => {
    const page = await walk.open("/money?dataset=dportal-recipient-sector");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: walk.node.address });
    await page.getByText("The figures as a table").first().click();
    await page.getByRole("button", { name: "Copy as a figure for a brief: 2019, Tajikistan" }).click();
    await page.getByText("Copied").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^\{\{money\.series dataset=dportal-recipient-sector .*year=2019 recipient=TJK\}\}$/);
    await page.close();
  });

  it("two vintages stand beside each other, with the rows of either, and files of both", {
    timeout: 120_000,
  }, async () => {
    const text = published(SECTORS).toString("utf8").replace("2013,KAZ,15210,", "2013,KAZ,15210,9");
    const changed = text === published(SECTORS).toString("utf8") ? text.replace(/,(\d)/, ",9$1") : text;
    const job = await take(walk.node, "dportal_crs_recipient_sector_2012_2019.csv", changed, { vintage: "2020-01" });
    assert.equal(job.state, "taken", JSON.stringify(job));
    const page = await walk.open("/money?tab=files");
    await page.getByRole("heading", { name: "Two vintages beside each other" }).waitFor();
    await page.getByText(/^\d+\s+of\s+\d+\s+figures differs?/).waitFor();
    await page
      .getByRole("button", { name: /^Open the rows behind: Earlier, / })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Rows behind the figure: Earlier, / }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('a[href*="/money/files/vintages.csv"]').click(),
    ]);
    assert.match(await readFile(await download.path(), "utf8"), /asked_again_by/);
    await page.close();
  });

  it("a long taking shows how far it is and can be cancelled; nothing of it stays", { timeout: 240_000 }, async () => {
    const rows = Array.from(
      { length: 900_000 },
      (_, at) => `${2010 + (at % 9)},TJK,${10_000 + (at % 80_000)},${at}.25`,
    );
    const buffer = Buffer.from(`year,recipient,sector_or_purpose_code,usd_million\n${rows.join("\n")}\n`);
    const count = async () => (await walk.node.get("/regions/central-asia/holdings")).body.holdings.length as number;
    const before = await count();
    const page = await walk.open("/money?tab=files");
    await page.locator("input[type=file]").setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByRole("progressbar", { name: "Taking in long.csv." }).waitFor();
    // The taking belongs to the person, not to the page.
    await page.reload();
    await page.getByRole("progressbar", { name: "Taking in long.csv." }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Taking in long.csv was cancelled; nothing is kept of it.").waitFor();
    assert.equal(await count(), before);
    await page.close();
  });

  it("stands in both languages, at both widths, on both grounds, tab by tab", { timeout: 900_000 }, async (context) => {
    const text = crsText([
      ...["1", "1.2", "1100", "1.1", "1.3"].map((paid, at) => ({
        year: 2015 + at,
        donor: "5 Germany",
        recipient: "615 Tajikistan",
        purpose: "15210",
        title: `Posts ${at}`,
        committed: "2",
        paid,
        paidConstant: paid,
      })),
      { year: 2019, donor: "701 Japan", recipient: "613 Kazakhstan", purpose: "12220", title: "A", paid: "0.01" },
    ]);
    assert.equal((await take(walk.node, "CRS 2026-05 data.txt", text)).state, "taken");
    const axe = await axeScript();
    for (const language of ["en", "ru"] as const)
      for (const tab of [
        "",
        "map",
        "ties",
        "ties&view=network",
        "share&set=own&rules=15210",
        "donors",
        "delivery",
        "checks",
      ])
        await context.test(`${language} ${tab}`, async () => {
          const page = await walk.open(`/money?dataset=oecd-crs&tab=${tab}`, { language });
          await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
          await page.locator("main section h2").first().waitFor();
          await page.evaluate(() => {
            for (const more of document.querySelectorAll<HTMLDetailsElement>("main details")) more.open = true;
          });
          const words = await page.getByRole("main").innerText();
          assert.doesNotMatch(words, /[{}]|undefined|NaN|\[object|(^|\s)money\.\w+\.\w/, "raw text");
          await assertSound(walk, page, axe);
          await page.close();
        });
  });
});
