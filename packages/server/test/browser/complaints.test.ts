import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

// Complaints of users of comparable products, by their numbers in the survey of products. Those that touch figures
// (1 to 4, 8, 9, 11, 17, 18) are held in ../complaints-of-figures.test.ts.
describe("what users of comparable products complain about does not happen here", () => {
  it("5: one sees when what is shown was known, on every screen", { timeout: 150_000 }, async () => {
    for (const path of ["/today?as=KAZ", "/agreements", "/situation?map=plain", "/cooperation", "/country/KAZ"]) {
      const page = await walk.open(path);
      await page
        .getByRole("banner")
        .getByRole("button", { name: /As known on.*22\sNov/ })
        .waitFor();
      await page
        .getByRole("banner")
        .getByRole("button", { name: /As of.*22\sNov\s2026/ })
        .waitFor();
      await page.close();
    }
  });

  it("6: each fact of an explanation names its own source", async () => {
    const { body } = await walk.node.get("/regions/central-asia/today", { as: "KAZ" });
    const page = await walk.open(`/explain?as=KAZ&line=${encodeURIComponent(body.owes[0].key)}`);
    const facts = page.getByRole("region", { name: "Facts it rests on" }).getByRole("listitem");
    const explained = await walk.node.get("/regions/central-asia/explanation", { as: "KAZ", line: body.owes[0].key });
    assert.equal(await facts.count(), explained.body.facts.length);
    for (const [index, fact] of explained.body.facts.entries())
      for (const { source } of fact.sources)
        assert.ok((await facts.nth(index).innerText()).includes(source), `fact ${index + 1} names ${source}`);
    await page.close();
  });

  it("7: a file of a table carries its source, licence and caveats", { timeout: 120_000 }, async () => {
    const page = await walk.open("/agreements");
    await page.getByRole("button", { name: "Export" }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^JSON/ }).first().click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    for (const word of [/sources?/i, /licen[cs]e/i, /caveats?/i]) assert.match(text.slice(0, 6000), word);
    await page.close();
  });

  it("10: the timeline shows when it happened, beside when it was written down, and relations have dates", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/situation?map=plain");
    const { body } = await walk.node.get("/regions/central-asia/situation", { lang: "en" });
    const late = body.happenings.find(
      (each: { date: string; recorded: string }) => each.date.slice(0, 4) < each.recorded.slice(0, 4),
    );
    assert.ok(late, "something was written down in a later year than it happened");
    const row = page.locator(`#event-${late.id}`);
    const text = await row.innerText();
    assert.ok(text.includes(late.date.slice(0, 4)) && text.includes(late.recorded.slice(0, 4)), text);
    await page.goto(`${walk.node.address}/cooperation?on=2003-01-01`);
    await page.getByRole("heading", { level: 1, name: /1\sJanuary\s2003/ }).waitFor();
    await page.close();
  });

  it("12: who is able to read a record is said before it is released, and can be narrowed to one audience", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/records");
    await page.getByRole("button", { name: /Enter a record/ }).click();
    await page.locator("main ul li button").first().click();
    const who = page.getByRole("region", { name: "Who is able to read it" });
    await who.waitFor();
    const before = await who.innerText();
    await who.getByRole("combobox").first().selectOption({ index: 1 });
    await page.waitForFunction(
      (was) => ![...document.querySelectorAll("section")].some((each) => (each as HTMLElement).innerText === was),
      before,
    );
    await page.close();
  });

  it("13: what comes is told by the page, without asking again", { timeout: 120_000 }, async () => {
    const page = await walk.open("/today?as=KAZ");
    await page.getByRole("heading", { name: "What falls due" }).waitFor();
    await page.waitForTimeout(500);
    const { body: kinds } = await walk.node.get("/regions/central-asia/kinds", { lang: "en" });
    const event = kinds.kinds.find((each: { form: string }) => each.form === "event");
    const { body: form } = await walk.node.get(`/regions/central-asia/kinds/${event.name}`, { lang: "en" });
    const entered = await walk.node.post("/regions/central-asia/records", {
      id: "complaint-13",
      kind: event.name,
      from: "KAZ",
      occurred: "2026-11-21T08:00:00Z",
      content: Object.fromEntries(
        form.fields
          .filter((field: { required: boolean }) => field.required)
          .map((field: { name: string; type: string }) => [
            field.name,
            field.type === "count" ? 1 : field.type === "party" ? "KAZ" : "2026-11-21",
          ]),
      ),
    });
    assert.equal(entered.status, 201, entered.text);
    await page
      .getByText(/since this was shown/)
      .first()
      .waitFor();
    await page.close();
  });

  it("14: what is between two states prints as a pack for the meeting, without the frame of the page", async () => {
    const page = await walk.open("/between?a=KAZ&b=KGZ&view=pack");
    await page.getByRole("heading", { level: 1, name: /Meeting pack/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("navigation").first().isVisible(), false);
    assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
    assert.match(await page.getByRole("main").innerText(), /as known on/);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 10_000);
    await page.close();
  });

  it("15: it works without any network but the node, and asks nobody else for a map", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/situation");
    await page.locator(".maplibregl-canvas").waitFor();
    await page.waitForTimeout(1000);
    const { elsewhere, policy } = await walk.troubleOf(page);
    assert.deepEqual({ elsewhere, policy }, { elsewhere: [], policy: [] });
    await page.close();
  });

  it("16: whose view of disputed lines is drawn is said, and can be changed in the address", async () => {
    const page = await walk.open("/situation?map=plain");
    const whose = page.getByRole("combobox", { name: "Whose view is drawn:" });
    assert.equal(await whose.inputValue(), "both");
    await page
      .getByText(/No line of our table is disputed as of this day|Of every disputed line each side's is drawn/)
      .waitFor();
    await page.getByText(/no position is taken on any line/).waitFor();
    // A day on which a line was disputed, as the table has it.
    const { body } = await walk.node.get("/regions/central-asia/borders", { on: "2021-05-01", lang: "en" });
    const disputed = body.sections.filter((each: { status: string }) => each.status === "disputed");
    await page.goto(`${walk.node.address}/situation?map=plain&on=2021-05-01`);
    await page.getByText(/disputed, each side.s line drawn: \d+ in view/).waitFor();
    const offered = await whose.locator("option").count();
    if (disputed.some((each: { view?: unknown }) => each.view !== undefined)) {
      assert.ok(offered > 1);
      await whose.selectOption({ index: 1 });
      await page.waitForURL(/view=/);
    } else assert.equal(offered, 1);
    await page.close();
  });
});
