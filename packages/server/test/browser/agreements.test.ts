import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Agreements", () => {
  it("lists all, filters in the address, and opens one", async () => {
    const page = await walk.open("/agreements?as=AVE");
    const rows = page.getByRole("table", { name: "Agreements" }).locator("tbody tr");
    const { body } = await walk.node.get("/regions/four-rivers/agreements", { as: "AVE", lang: "en" });
    assert.equal(await rows.count(), body.total);
    await page.getByRole("searchbox", { name: "Search titles and clauses" }).fill("water");
    await page.waitForURL(/[?&]q=water/);
    await page.getByRole("heading", { name: /^\d+ of \d+$/ }).waitFor();
    await page.goBack();
    await page.goto(`${walk.node.address}/agreements?as=AVE`);
    await rows.first().getByRole("link").first().click();
    await page.waitForURL(/\/agreements\/[A-Z]+/);
    await page.close();
  });

  it("shows the text with the live duties beside each article, and every view of it", async () => {
    const page = await walk.open("/agreements/RIVER?as=AVE", { width: PHONE });
    assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /River Accord/);
    await page
      .getByRole("heading", { name: /Yearly figures of forces/ })
      .first()
      .waitFor();
    assert.match(await page.getByRole("main").innerText(), /15\sDec/);
    const views = page.getByRole("navigation", { name: "Views of this agreement" });
    for (const name of ["Official text", "Parties", "Overlaps", "Readings", "Code", "Versions"]) {
      await views.getByRole("link", { name: new RegExp(`^${name}`) }).click();
      await page.waitForURL(/tab=/);
      assert.equal(
        await views.getByRole("link", { name: new RegExp(`^${name}`) }).getAttribute("aria-current"),
        "page",
      );
      await page
        .getByRole("main")
        .getByRole("heading")
        .nth(1)
        .or(page.getByRole("main").locator("pre,p").nth(2))
        .first()
        .waitFor();
    }
    await page.close();
  });

  it("the editor tells what is wrong and where, and tries the text on past records", { timeout: 120_000 }, async () => {
    const page = await walk.open("/agreements/RIVER/edit?as=AVE");
    const editor = page.getByRole("textbox", { name: /Text of River Accord/ });
    await editor.waitFor();
    await page.getByText(/^no errors/).waitFor();
    await editor.click();
    const goTo = async (number: number) => {
      await page.keyboard.press("Control+Alt+g");
      await page.locator(".cm-panels input, .cm-dialog input").first().fill(`${number}`);
      await page.keyboard.press("Enter");
      await page.keyboard.press("End");
    };
    // Down into the first clause of the code, where a word that the language does not know is written.
    const code = await walk.node.get("/regions/four-rivers/agreements/RIVER", { lang: "en" });
    const line = (code.body.code as string).split("\n").findIndex((text) => text.trim() === "every year");
    assert.ok(line > 0);
    await goTo(line + 1);
    // The clause goes on in the next line, where the reading of it ends.
    await page.keyboard.type(" whenever");
    const problems = page.getByRole("region", { name: "Problems" });
    await problems.getByText(/[1-9]\d*\serrors?,/).waitFor();
    await problems
      .getByText(new RegExp(`line\\s${line + 2},`))
      .first()
      .waitFor();
    for (let step = 0; step < " whenever".length; step += 1) await page.keyboard.press("Backspace");
    await page.getByText(/^no errors/).waitFor();
    // Another deadline: the trial says which lines would be otherwise.
    const by = (code.body.code as string).split("\n").findIndex((text) => text.trim() === "by 15 December");
    await goTo(by + 1);
    await page.keyboard.press("Control+Backspace");
    await page.keyboard.type("November");
    await page.getByRole("button", { name: "Run it" }).click();
    const result = page.getByRole("region", { name: "Result of the trial" });
    await result.getByText(/would stand under this text/).waitFor();
    await result.getByText(/1\sclause\schanged/).waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.close();
  });
});
