import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Records", () => {
  it("shows what the region's folder tells while the node holds nothing, and begins a form with who speaks", async () => {
    const page = await walk.open("/records", { language: "ru" });
    await page.getByRole("button", { name: /В папке региона: 80/, pressed: true }).waitFor();
    await page.getByRole("button", { name: /На этом узле: 0/ }).click();
    await page.getByText(/Запись появится здесь/).waitFor();
    await page.goto(page.url().replace(/records.*/, "records?enter=Diversion"));
    const state = page.getByLabel(/^Государство/);
    await state.waitFor();
    assert.equal(await page.getByLabel(/^От кого/).inputValue(), "AVE");
    assert.equal(await state.inputValue(), "AVE");
    await page.getByText("млн м³").waitFor();
    // What is wrong is said beside the field, in the language of the page, and the field is where one goes on.
    const volume = page.getByLabel(/^Объём/);
    await volume.fill("12,5 или около");
    await page.getByRole("button", { name: /^Выпустить/ }).click();
    await page.getByText(/не является десятичным числом/).waitFor();
    assert.equal(await volume.evaluate((input) => input === document.activeElement), true);
    await page.close();
  });

  it("a record is entered by a form of the vocabulary, released, then corrected", { timeout: 150_000 }, async () => {
    const page = await walk.open("/records");
    await page.getByRole("button", { name: /Enter a record/ }).click();
    await page.getByPlaceholder("Words of its name").fill("divers");
    await page
      .getByRole("button", { name: /^Diversion|[Dd]iversion|Water taken/ })
      .first()
      .click();
    await page.waitForURL(/enter=Diversion/);
    const { body: form } = await walk.node.get("/regions/four-rivers/kinds/Diversion", { lang: "en" });
    const label = (name: string): string => form.fields.find((field: { name: string }) => field.name === name).label;
    // First without who did it: the form says what is missing, beside its field.
    await page.getByLabel(new RegExp(`^${label("state")}`)).selectOption("");
    await page.getByRole("button", { name: /^Release/ }).click();
    await page.getByText("is missing: every Diversion has it").waitFor();
    await page.getByLabel(new RegExp(`^${label("state")}`)).selectOption("AVE");
    await page.getByLabel(new RegExp(`^${label("volume")}`)).fill("12.5");
    await page.getByRole("button", { name: /^Release/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Release", exact: true }).click();
    await page.waitForURL(/\/records\/.+/);
    await page.getByText(/It stands as it is/).waitFor();
    assert.match(await page.getByRole("main").innerText(), /12\.5/);

    await page.getByRole("button", { name: "Correct", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Correct a record" }).waitFor();
    await page.getByLabel(new RegExp(`^${label("volume")}`)).fill("13.5");
    await page.getByRole("button", { name: /^Release/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Release", exact: true }).click();
    await page.waitForURL((url) => /\/records\/.+/.test(url.pathname));
    await page.getByText("Statements, in order").waitFor();
    const { body } = await walk.node.get("/regions/four-rivers/records", { held: "node" });
    assert.equal(body.items.filter((each: { kind: string }) => each.kind === "Diversion").length, 2);
    await page.close();
  });

  it("a file is looked at first, then taken line by line, and told what was refused", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/records?view=import", { width: PHONE });
    const good = {
      kind: "Diversion",
      from: "AVE",
      occurred: "2026-11-20T12:00:00Z",
      recorded: "2026-11-20T12:10:00Z",
      content: { state: "AVE", volume: "7" },
    };
    const lines = [
      JSON.stringify({ id: "file-one", ...good }),
      JSON.stringify({ id: "file-two", ...good, content: { volume: "much" } }),
    ];
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "records.jsonl",
      mimeType: "application/jsonl",
      buffer: Buffer.from(`${lines.join("\n")}\n`),
    });
    await page.getByText("Would be taken: 1. Held already: 0. Refused: 1.").waitFor();
    await page.getByRole("button", { name: "Take 1 record" }).click();
    await page.getByText("Taken: 1. Held already: 0. Refused: 1.").waitFor();
    await page.close();
  });
});
