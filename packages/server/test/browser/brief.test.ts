import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], us: ["KAZ"] });
});
after(() => walk?.close());

const TEXT =
  "---\ntitle: Funds of the Union\ncitations: numeric\n---\n\nIt was {{indicator id=KAZ-EUFUNDS-2007-2010 = 40 million EUR}} [@S002].\n";

describe("Briefs", () => {
  it("are written beside their printed page, with figures put in from the data, and saved", {
    timeout: 90_000,
  }, async () => {
    const page = await walk.open("/today");
    await page.keyboard.press("g");
    await page.keyboard.press("b");
    await page.getByRole("heading", { level: 1, name: /^Briefs/ }).waitFor();
    await page.getByText("This body has written no brief yet.").waitFor();
    await page.getByRole("button", { name: "New brief" }).click();
    const text = page.getByRole("textbox", { name: "Text in Markdown" });
    await text.fill(TEXT);
    const frame = page.frameLocator('iframe[title="The brief as it is printed"]');
    await frame.getByText("out of date: now 44").waitFor();
    await page.getByRole("button", { name: /^Accept the value of now for indicator/ }).click();
    await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("= 44 million EUR"));
    await frame.getByRole("heading", { name: "Funds of the Union" }).waitFor();

    await text.press("ControlOrMeta+End");
    const parts = page.getByRole("group", { name: "Parts of the brief" });
    await parts.getByRole("button", { name: "Insert" }).click();
    await page.getByRole("group", { name: "What" }).getByRole("button", { name: "Table" }).click();
    await page.getByLabel("Calculation").selectOption("programmes");
    await page.getByLabel("What is asked").fill("programmes ids=BOMCA-8");
    await page.getByLabel("Title over it").fill("One programme");
    await page.getByRole("button", { name: "Show the value" }).click();
    await page.frameLocator('iframe[title="It gives now"]').getByText("BOMCA phase 8").waitFor();
    await page.getByRole("button", { name: "Insert at the caret" }).click();
    await frame.getByText("BOMCA phase 8").waitFor();
    assert.match(
      await text.inputValue(),
      /```table\ntitle: One programme\nprogrammes ids=BOMCA-8 = 1 row, [0-9a-f]{8}\n```/,
    );

    await page.getByLabel("What changed").fill("first text");
    await page.getByRole("button", { name: "Save a version" }).click();
    await page.waitForURL(/\/brief\/[0-9a-f-]{36}/);
    await page.getByText("Version 1: draft. All is saved.").waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], policy: [], elsewhere: [] });
    await page.close();
  });

  it("name the place of a problem, and lead there", { timeout: 60_000 }, async () => {
    const page = await walk.open("/brief/new");
    const text = page.getByRole("textbox", { name: "Text in Markdown" });
    await text.fill("---\ntitle: x\n---\n\nOne.\n\nTwo {{indicator id=Z}}.\n");
    await page.getByText('the region has no indicator "Z"').waitFor();
    await page.getByText("It is printed here once the errors of the text are mended.").waitFor();
    await page.getByRole("button", { name: "Show in the text" }).click();
    const caret = await text.evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
    assert.equal("---\ntitle: x\n---\n\nOne.\n\nTwo {{indicator id=Z}}.\n".slice(caret, caret + 2), "{{");
    await page.close();
  });

  it("are reviewed and approved with what that means, keep their figures, and go out as a PDF", {
    timeout: 90_000,
  }, async () => {
    const made = await walk.node.post("/regions/central-asia/briefs", { text: TEXT, note: "first text" });
    const page = await walk.open(`/brief/${made.body.id}?tab=versions`);
    await page.getByText("Your account and the day stand in the brief.").waitFor();
    await page.getByRole("button", { name: "Mark as reviewed" }).click();
    await page.getByText(/^reviewed by/).waitFor();
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByText(/^approved by/).waitFor();
    await page.getByRole("button", { name: "Figures as they were: 1" }).click();
    await page.waitForURL(/version=1.*show=frozen|show=frozen.*version=1/);
    await page.getByRole("cell", { name: /indicators\.csv, KAZ-EUFUNDS-2007-2010/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "PDF" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "Funds-of-the-Union-v1.pdf");
    await page.close();
  });

  it("are withdrawn with a reason that their frozen page tells too, put away and found in the archive", {
    timeout: 90_000,
  }, async () => {
    const path = "/regions/central-asia/briefs";
    const made = await walk.node.post(path, {
      text: TEXT.replace("Funds of", "Withdrawn funds of"),
      note: "first text",
    });
    const page = await walk.open(`/brief/${made.body.id}?tab=versions`);
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("button", { name: "Withdraw: 1" }).click();
    await page.getByLabel("Why it does not hold any more").fill("the sum was misread");
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.getByText("Version 1: withdrawn. All is saved.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Approve" }).count(), 0);
    await page.goto(`${walk.node.address}/brief/${made.body.id}?tab=versions&version=1&show=frozen`);
    const frozen = page.getByRole("region", { name: /^Figures of version 1/ });
    await frozen.getByText(/^Version 1 was withdrawn by .+ Reason: the sum was misread$/).waitFor();
    await page.getByRole("button", { name: "Put into the archive" }).click();
    await page.getByText("It stands in the archive.", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Briefs", exact: true }).first().click();
    await page.getByRole("button", { name: /^Archive \(1\)$/ }).click();
    await page.getByRole("link", { name: "Withdrawn funds of the Union" }).click();
    await page.goto(`${walk.node.address}/brief/${made.body.id}?tab=versions`);
    await page.getByRole("button", { name: "Bring it back" }).click();
    await page.getByText("It is in use again.").waitFor();
    assert.deepEqual(await walk.troubleOf(page), { console: [], policy: [], elsewhere: [] });
    await page.close();
  });

  it("are deleted while nobody reviewed them, after a second question", { timeout: 60_000 }, async () => {
    const made = await walk.node.post("/regions/central-asia/briefs", {
      text: TEXT.replace("Funds of", "A draft of the funds of"),
      note: "first text",
    });
    const page = await walk.open(`/brief/${made.body.id}?tab=versions`);
    await page.getByRole("button", { name: "Delete this draft" }).click();
    await page.getByText("The draft and all its versions go for ever.").waitFor();
    await page.getByRole("button", { name: "Leave as it is" }).click();
    await page.getByRole("button", { name: "Delete this draft" }).click();
    await page.getByRole("button", { name: "Delete this draft" }).click();
    await page.waitForURL(/\/brief(\?|$)/);
    await page.getByRole("heading", { level: 1, name: /^Briefs/ }).waitFor();
    assert.equal(await page.getByText("A draft of the funds of the Union").count(), 0);
    assert.equal((await walk.node.get(`/regions/central-asia/briefs/${made.body.id}`)).status, 404);
    await page.close();
  });

  it("set two texts side by side where somebody saved meanwhile", { timeout: 60_000 }, async () => {
    const made = await walk.node.post("/regions/central-asia/briefs", { text: TEXT, note: "first text" });
    const page = await walk.open(`/brief/${made.body.id}`);
    const text = page.getByRole("textbox", { name: "Text in Markdown" });
    await text.fill(`${TEXT}\nMine.\n`);
    const path = `/regions/central-asia/briefs/${made.body.id}`;
    await walk.node.app.inject({
      method: "PUT",
      url: `/api/v1${path}`,
      headers: {
        host: new URL(walk.node.address).host,
        cookie: walk.node.cookie,
        origin: walk.node.address,
        "if-match": '"v1.0"',
      },
      payload: { text: `${TEXT}\nTheirs.\n`, note: "theirs" },
    });
    await page.getByLabel("What changed").fill("mine");
    await page.getByRole("button", { name: "Save a version" }).click();
    await page.getByText("Somebody saved another version meanwhile").waitFor();
    assert.match(await page.getByLabel(/^Version 2 of/).inputValue(), /Theirs\./);
    await page.getByRole("button", { name: "Go on with mine" }).click();
    assert.match(await text.inputValue(), /Mine\./);
    await page.close();
  });

  it("have their parts as tabs on a phone, in Russian too", { timeout: 60_000 }, async () => {
    const page = await walk.open("/brief/new", { width: PHONE, language: "ru" });
    await page.getByRole("textbox", { name: "Текст в Markdown" }).fill(TEXT);
    assert.equal(await page.getByRole("heading", { name: "Как это будет напечатано" }).count(), 0);
    await page.getByRole("group", { name: "Части записки" }).getByRole("button", { name: "В печати" }).click();
    await page.frameLocator("iframe").getByRole("heading", { name: "Funds of the Union" }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE, `${width}`);
    await page.close();
  });
});
