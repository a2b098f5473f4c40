import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { takePublished, WITH_FILES } from "../holdings-for-tests.ts";
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
      ["Recommendations", "nothing recorded here", "evidence.recommendations"],
      ["Tasks and money", "unknown: no threat ties it to a programme", "evidence.money"],
      ["What ends", "none in our table", "programmes.ends"],
    ] as const) {
      await lists.getByRole("button", { name }).click();
      await page.getByText(says, { exact: true }).first().waitFor();
      await page.getByText("How this was worked out").first().click();
      await page.getByText(method, { exact: true }).waitFor();
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

  it("indicators taken in are drawn with every vintage, listed with file and row, and ours beside", {
    timeout: 120_000,
    ...WITH_FILES,
  }, async () => {
    await takePublished(walk.node, "indicators/wgi_2020update_central_asia.csv");
    await takePublished(walk.node, "indicators/wgi_2024update_central_asia.csv");
    await takePublished(walk.node, "indicators/wjp_rule_of_law_2013_2020_central_asia.csv");
    const page = await walk.open("/evidence?tab=figures&set=wgi&ind=wgi.cc.rank");
    await page.getByRole("img", { name: /Control of corruption, percentile rank, through the years/ }).waitFor();
    await page.getByText("bounds that the producer gives, vintage 2024").waitFor();
    await page.locator("[data-mark='KAZ~2005']").click();
    await page.waitForURL(/cell=KAZ~2005/);
    await page
      .getByRole("heading", { name: /^Rows behind the figure: Control of corruption.*Kazakhstan, 2005$/ })
      .waitFor();
    await page.getByText("The figures as a table").click();
    await page.getByRole("button", { name: /^Open the rows behind: Kyrgyzstan, 2010, vintage 2020/ }).focus();
    await page.keyboard.press("Enter");
    await page
      .getByRole("heading", { name: /^Rows behind the figure: Control of corruption.*Kyrgyzstan, 2010$/ })
      .waitFor();
    await page
      .getByText(/wgi_2024update_central_asia\.csv, row \d+/)
      .first()
      .waitFor();
    await page.getByLabel("How it stands").selectOption("differ");
    await page.waitForURL(/stand=differ/);
    await page.getByLabel("Producer and data set").selectOption("wjp-rule-of-law");
    await page.waitForURL((url) => !url.search.includes("stand="));
    await page.getByRole("combobox", { name: /^Indicator/ }).selectOption("wjp.overall");
    await page.getByText("agree as far as printed", { exact: true }).first().waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "SVG" }).click();
    assert.match((await download).suggestedFilename(), /wjp-rule-of-law-wjp\.overall\.svg/);
    await page.close();
  });

  it("events are counted by state and year, and a count narrows the lists", {
    timeout: 60_000,
    ...WITH_FILES,
  }, async () => {
    await takePublished(walk.node, "events/ucdp_acd_central_asia.csv");
    const page = await walk.open("/evidence?tab=happenings&set=ucdp-acd", { width: PHONE });
    await page.getByRole("button", { name: /^Tajikistan, 1992: 1 row taken in/ }).click();
    await page.waitForURL(/who=TJK.*from=1992.*to=1992/);
    await page.getByRole("heading", { name: "Events taken in" }).waitFor();
    await page
      .getByText(/ucdp_acd_central_asia\.csv, row/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Acts on treaties" }).click();
    await page.getByText("No file of acts has been taken in here.").waitFor();
    await page.close();
  });

  it("a file of interviews is refused for a telephone number, and taken when mended; one can be erased", {
    timeout: 90_000,
  }, async () => {
    const head = "interview,city,country,sector,date,language,segment,coder,code,excerpt\n";
    const line = (coder: string, code: string, excerpt = "") =>
      `I-01,Osh,KGZ,police,2024-03,ky,1,${coder},${code},${excerpt}\n`;
    const file = (text: string) => ({ name: "coded.csv", mimeType: "text/csv", buffer: Buffer.from(head + text) });
    const page = await walk.open("/evidence?tab=interviews");
    await page.getByRole("button", { name: "Add from a file" }).click();
    const input = page.getByLabel("File of coded interviews");
    await input.setInputFiles(file(line("A", "trust", "ring +996 555 123456")));
    await page.getByText("holds what looks like a telephone number").waitFor();
    await input.setInputFiles(file(line("A", "trust") + line("B", "money")));
    await page.getByRole("button", { name: "Add 1 interview" }).click();
    await page.getByRole("heading", { name: "1 coded interview" }).waitFor();
    await page.getByRole("table", { name: "Segments on which coders differ" }).waitFor();
    await page.getByText("I-01").first().click();
    await page.getByRole("button", { name: "Erase this interview" }).click();
    await page.getByRole("button", { name: "Erase for ever" }).click();
    await page.getByRole("heading", { name: "No interviews" }).waitFor();
    await page.close();
  });

  it("a decision on a recommendation is recorded by the own body and stands with its source", {
    timeout: 60_000,
  }, async () => {
    const page = await walk.open("/evidence?tab=recommendations", { language: "ru" });
    const row = page.getByRole("row").filter({ hasText: "An international action plan" });
    await row.getByRole("button", { name: "Записать решение" }).click();
    const form = page.getByRole("form", { name: "Записать решение" });
    await form.getByLabel("Что с этим стало").selectOption("rejected");
    await form.getByLabel(/^Когда/).fill("2025-06");
    await form.getByLabel(/^Какой документ/).fill("протокол рабочей группы");
    await form.getByRole("button", { name: "Записать", exact: true }).click();
    await row.getByText(/отклонено, .*2025.*протокол рабочей группы/).waitFor();
    await row.getByText("отклонена, по словам источника", { exact: true }).waitFor();
    await page.close();
  });
});
