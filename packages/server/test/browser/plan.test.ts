import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["four-rivers"], at: MORNING });
});
after(() => walk?.close());

describe("Plan", () => {
  it("duties appear as numbers and dates are typed, and the address carries the plan", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/plan?as=AVE");
    await page
      .getByRole("group", { name: "What is planned" })
      .getByRole("button", { name: "Military exercise" })
      .click();
    const form = page.getByRole("form", { name: /Values of the plan/ });
    const answer = page.getByText(/(duty|duties)\swould\sarise/).first();
    await answer.waitFor();
    const before = await answer.innerText();
    await form.getByLabel("Personnel").fill("9500");
    await form.getByLabel("Live").selectOption("yes");
    await form.getByLabel("Start").fill("2027-03-01");
    await form.getByLabel("Place").fill("-46.6, -123.7");
    await page.keyboard.press("Enter");
    await page
      .getByText(/[1-9]\d*\s(duty|duties)\swould\sarise/)
      .first()
      .waitFor();
    assert.notEqual(await answer.innerText(), before);
    assert.match(page.url(), /9500/);
    await page
      .getByText(/earliest/)
      .first()
      .waitFor();
    // The same address shows the same to another window, on a phone.
    const said = await answer.innerText();
    const address = new URL(page.url());
    const phone = await walk.open(address.pathname + address.search, { width: PHONE });
    await phone
      .getByText(/[1-9]\d*\s(duty|duties)\swould\sarise/)
      .first()
      .waitFor();
    assert.equal(
      await phone
        .getByText(/(duty|duties)\swould\sarise/)
        .first()
        .innerText(),
      said,
    );
    await phone.close();
    // A plan is hypothetical: the board is as it was.
    await page.getByText("Hypothetical.").waitFor();
    // The map says where it is; every duty offers its own draft.
    await page.getByText(/km from the border|reaches the border/).waitFor();
    assert.ok((await page.getByRole("button", { name: /^Draft for duty 1: / }).count()) === 1);
    await page.getByRole("button", { name: /Turn into notices/ }).click();
    await page.getByRole("link", { name: "Open the drafts" }).click();
    await page.getByRole("heading", { name: /[1-9]\d* drafts?/ }).waitFor();
    assert.equal(await page.getByText(/another\svalue/).count(), 0);
    await page.close();
  });
});
