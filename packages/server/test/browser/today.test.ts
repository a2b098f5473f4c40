import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { signIn } from "./sign-in.ts";
import { MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
before(async () => {
  walk = await openWalk({ regions: ["four-rivers"], at: MORNING });
});
after(() => walk?.close());

const duties = (page: Page) => page.getByRole("region", { name: "What falls due" });
const chosen = (page: Page) => duties(page).locator("li[aria-current=true]");
const actOf = (page: Page) => chosen(page).getByRole("button").first().innerText();

/** Cuts the page off from the node, as far as its answers go; the returned function joins them again. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route("**/api/**", (route) => route.abort("connectionrefused"));
  return () => page.unroute("**/api/**");
}

describe("while the node does not answer", () => {
  it("the last view stays when another date is asked for, and gives way once the node is back", {
    timeout: 120_000,
  }, async () => {
    const page = await walk.open("/today");
    const before = await duties(page).innerText();
    const join = await cutOff(page);
    await page.keyboard.press("[");
    await page.waitForURL(/on=2026-11-21/);
    await page.getByText(/No connection since/).waitFor();
    await page.getByText(/is read once the connection is back/).waitFor();
    // Longer than all tries of one question take.
    await page.waitForTimeout(8000);
    assert.equal(await duties(page).innerText(), before);
    assert.equal(await page.getByRole("heading", { level: 1, name: /22\sNovember\s2026/ }).count(), 1);
    await join();
    await page.getByRole("heading", { level: 1, name: /21\sNovember\s2026/ }).waitFor();
    await page.getByText(/No connection since/).waitFor({ state: "detached" });
    await page.close();
  });

  it("a screen that was never read says so, and is drawn once the node is back", async () => {
    const page = await walk.open("/today");
    const join = await cutOff(page);
    await page
      .getByRole("navigation", { name: "Screens" })
      .getByRole("link", { name: /^Cooperation/ })
      .click();
    await page.getByText(/Nothing of this was read/).waitFor();
    await join();
    await page.getByRole("heading", { level: 1, name: /22\sNovember\s2026/ }).waitFor();
    await page.close();
  });

  for (const [name, path, heading] of [
    ["Today", "/today", "What falls due"],
    ["Cooperation", "/cooperation", "Memberships"],
  ] as const)
    it(`${name}: a problem with another date leaves the view, and a banner says what failed`, async () => {
      const page = await walk.open(path);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      const problem = { type: "about:blank", title: "Internal error", status: 500, reference: "7F2C" };
      await page.route("**/api/v1/regions/**on=2026-11-20*", (route) =>
        route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(problem) }),
      );
      // As a link of the page would: the address changes, the page stays.
      await page.evaluate(() => {
        history.pushState(null, "", `${location.pathname}?on=2026-11-20`);
        dispatchEvent(new PopStateEvent("popstate"));
      });
      const alert = page.getByRole("alert");
      await alert.getByText("What you asked for could not be read.").waitFor();
      assert.match(await alert.innerText(), /last view stays[\s\S]*7F2C/);
      assert.equal(await page.getByRole("heading", { name: heading }).first().isVisible(), true);
      await page.unroute("**/api/v1/regions/**on=2026-11-20*");
      await alert.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("heading", { level: 1, name: /20\sNovember\s2026/ }).waitFor();
      assert.equal(await alert.count(), 0);
      await page.close();
    });
});

describe("signing out", () => {
  it("clears what the browser holds at once, without a connection, and ends the session once there is one", {
    timeout: 120_000,
  }, async () => {
    const context = await walk.browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await signIn(page, walk.node);
    await page.goto(`${walk.node.address}/today`);
    await page.getByRole("heading", { name: "What falls due" }).waitFor();
    const other = await context.newPage();
    await other.goto(`${walk.node.address}/agreements`);
    await other.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(async () => {
      sessionStorage.setItem("read", "something");
      localStorage.setItem("read", "something");
      if ("caches" in globalThis) await caches.open("read");
    });
    const [join, joinOther] = [await cutOff(page), await cutOff(other)];
    await page.getByRole("button", { name: "Sign out" }).click();
    for (const each of [page, other]) {
      await each.getByRole("heading", { level: 1, name: "Signed out on this computer" }).waitFor();
      assert.doesNotMatch(await each.locator("body").innerText(), /Avelin|River Accord/);
    }
    await page.waitForFunction(async () => "caches" in globalThis === false || (await caches.keys()).length === 0);
    const left = await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage).sort()]);
    assert.deepEqual(left, [[], ["kelisim.language", "kelisim.signing-out"]]);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    assert.equal((await walk.node.as(cookie).get("/session")).status, 200, "the node has not been told yet");
    await Promise.all([join(), joinOther()]);
    await page.waitForURL("**/sign-in*");
    assert.equal((await walk.node.as(cookie).get("/session")).status, 401);
    await page.goto(`${walk.node.address}/today`);
    await page.waitForURL("**/sign-in*");
    await context.close();
  });
});

describe("Today, as the desk of Avelin opens it", () => {
  it("answers in a sentence that agrees with the board the node computes", async () => {
    const page = await walk.open("/today");
    const { body } = await walk.node.get("/regions/four-rivers/today", { as: "AVE", lang: "en" });
    assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /22\sNovember\s2026/);
    const answer = await page.locator("h1 + p").innerText();
    const overdue = body.owes.filter((line: { state: string }) => line.state === "overdue").length;
    assert.ok(overdue > 0, "the story of the region has something overdue");
    assert.match(answer, new RegExp(`${overdue}\\s(act is|acts are) overdue`));
    const shown = await duties(page)
      .getByRole("listitem")
      .filter({ has: page.getByRole("button") })
      .count();
    assert.equal(shown, body.owes.length);
    await page.close();
  });

  it("j and k choose a line, e explains it, and back returns to it", async () => {
    const page = await walk.open("/today");
    await duties(page).getByRole("listitem").first().waitFor();
    await page.keyboard.press("j");
    const first = await actOf(page);
    await page.keyboard.press("j");
    const second = page.url();
    assert.match(second, /[?&]line=/);
    await page.keyboard.press("k");
    await page.waitForURL((url) => url.href !== second);
    assert.equal(await actOf(page), first);
    await page.keyboard.press("e");
    await page.waitForURL("**/explain?*");
    await page.getByRole("heading", { name: "Facts it rests on" }).waitFor();
    const sentence = await page.getByRole("heading", { level: 1 }).innerText();
    assert.match(sentence, /Avelin/);
    const facts = await page.getByRole("region", { name: "Facts it rests on" }).getByRole("listitem").count();
    assert.ok(facts >= 2, `${facts} facts`);
    await page.goBack();
    await chosen(page).waitFor();
    assert.equal(await actOf(page), first);
    await page.close();
  });

  it("keeps the focus where it was when one comes back from an explanation", async () => {
    const page = await walk.open("/today");
    const act = duties(page).getByRole("listitem").nth(1).getByRole("button").first();
    const name = await act.innerText();
    await act.click();
    await chosen(page).getByRole("button", { name: "Explain" }).click();
    await page.getByRole("heading", { name: "Facts it rests on" }).waitFor();
    await page.goBack();
    await chosen(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("[aria-current=true]") !== null);
    assert.equal(await actOf(page), name);
    await page.close();
  });

  it("groups by day, agreement and partner, each in the address", async () => {
    const page = await walk.open("/today");
    const headings = () => duties(page).getByRole("heading", { level: 3 }).allInnerTexts();
    const by = page.getByRole("group", { name: "Group by" });
    await duties(page).getByRole("heading", { level: 3 }).first().waitFor();
    const days = await headings();
    assert.ok(
      days.some((text) => /(November|December) ?(2026)?/.test(text)),
      days.join("; "),
    );
    await by.getByRole("button", { name: "By agreement" }).click();
    await page.waitForURL(/by=agreement/);
    const { body } = await walk.node.get("/regions/four-rivers/agreements", { lang: "en" });
    const titles: string[] = body.items.map((each: { title: string }) => each.title);
    const agreements = await headings();
    assert.ok(
      agreements.every((text) => titles.some((title) => text.includes(title))),
      agreements.join("; "),
    );
    await by.getByRole("button", { name: "By partner" }).click();
    await page.waitForURL(/by=partner/);
    assert.ok(
      (await headings()).some((text) => /Orrin|Ore|Sel|Tal/.test(text)),
      (await headings()).join("; "),
    );
    await page.goBack();
    assert.equal(await by.getByRole("button", { name: "By agreement" }).getAttribute("aria-pressed"), "true");
    await page.close();
  });

  it("the calendar is walked by the keyboard and filters the list to one day", async () => {
    const page = await walk.open("/today");
    const calendar = page.getByRole("slider", { name: /The next 90 days/ });
    await calendar.focus();
    const { body } = await walk.node.get("/regions/four-rivers/today", { as: "AVE", lang: "en" });
    const days: string[] = body.owes.map((line: { day?: string }) => line.day ?? "");
    const next = days.filter((day) => day > "2026-11-22").sort()[0]!;
    const steps = (Date.parse(next) - Date.parse("2026-11-22")) / 86_400_000;
    for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowRight");
    assert.match((await calendar.getAttribute("aria-valuetext")) ?? "", /act/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /All days/ }).waitFor();
    const shown = await duties(page)
      .getByRole("listitem")
      .filter({ has: page.getByRole("button") })
      .count();
    assert.equal(shown, days.filter((day) => day === next).length);
    await page.getByRole("button", { name: /All days/ }).click();
    assert.equal(await page.getByRole("button", { name: /All days/ }).count(), 0);
    await page.close();
  });

  it("a day back and a day on are steps in the address", async () => {
    const page = await walk.open("/today");
    await page.keyboard.press("[");
    await page.waitForURL(/on=2026-11-21/);
    await page.getByRole("heading", { level: 1, name: /21\sNovember\s2026/ }).waitFor();
    await page.keyboard.press("]");
    await page.getByRole("heading", { level: 1, name: /22\sNovember\s2026/ }).waitFor();
    await page.close();
  });

  it("shows what is owed to us, and in what state", async () => {
    const page = await walk.open("/today");
    await page.getByRole("button", { name: "owed to Avelin", exact: true }).click();
    await page.waitForURL(/owes=0/);
    const { body } = await walk.node.get("/regions/four-rivers/today", { as: "AVE", lang: "en" });
    await duties(page).getByRole("listitem").first().waitFor();
    const shown = await duties(page)
      .getByRole("listitem")
      .filter({ has: page.getByRole("button") })
      .count();
    assert.equal(shown, body.owed.length);
    await page.close();
  });

  it("a record that comes while the page is read is told at the top, and nothing jumps", async () => {
    const page = await walk.open("/today");
    const before = await duties(page).innerText();
    // Give the stream its time to stand.
    await page.waitForTimeout(500);
    const entered = await walk.node.post("/regions/four-rivers/records", {
      id: `diversion-${crypto.randomUUID()}`,
      kind: "LineTest",
      from: "AVE",
      to: ["SEL"],
      under: ["RIVER"],
      channel: "hotline",
      occurred: "2026-11-22T03:00:00Z",
      content: { month: "2026-11" },
    });
    assert.equal(entered.status, 201, entered.text);
    await page
      .getByText(/since this was shown/)
      .first()
      .waitFor();
    assert.equal(await duties(page).innerText(), before);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByRole("button", { name: "Show", exact: true }).waitFor({ state: "detached" });
    await page.close();
  });

  // Russian words are longer: more lines need a third row, none a fourth.
  for (const [language, least] of [
    ["en", 0.75],
    ["ru", 0.6],
  ] as const)
    it(`lines take two rows of text where their words fit (${language})`, async () => {
      const page = await walk.open("/today", { language });
      const lines = page.locator("section:has(#falls-due) li:has(button)");
      await lines.first().waitFor();
      const heights = await lines.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
      const two = heights.filter((height) => height <= 57).length;
      assert.ok(two >= heights.length * least, `${two} of ${heights.length}: ${heights.map(Math.round).join(" ")}`);
      assert.ok(Math.max(...heights) <= 78, heights.map(Math.round).join(" "));
      await page.close();
    });

  it("no month of the calendar runs into the next", { timeout: 120_000 }, async () => {
    for (const width of [390, 721, 760, 900, 1101, 1280, 1600]) {
      const page = await walk.open("/today", { width });
      const rows = page.getByRole("slider", { name: /The next 90 days/ }).locator("svg[width]:has(> g > text)");
      await rows.first().waitFor();
      const gaps = await rows.evaluateAll((all) =>
        all.flatMap((row) => {
          const names = [...row.querySelectorAll(":scope > g > text")].filter(
            (each) => each.getAttribute("y") === "12",
          );
          const boxes = names.map((each) => each.getBoundingClientRect());
          const ends = [...boxes.slice(1).map(({ left }) => left), row.getBoundingClientRect().right];
          return boxes.map((box, index) => ends[index]! - box.right);
        }),
      );
      assert.ok(gaps.length >= 3, `${gaps.length} names at ${width}`);
      assert.ok(Math.min(...gaps) >= 0, `${gaps.join(" ")} at ${width}`);
      await page.close();
    }
  });

  it("on a phone the order is answer, calendar, what falls due, came in", async () => {
    const page = await walk.open("/today", { width: PHONE });
    const tops = await Promise.all(
      [
        page.getByRole("heading", { level: 1 }),
        page.getByRole("heading", { name: /The next 90 days/ }),
        page.getByRole("heading", { name: "What falls due" }),
        page.getByRole("heading", { name: "Came in" }),
        page.getByRole("heading", { name: "Next meeting" }),
      ].map(async (heading) => (await heading.first().boundingBox())?.y ?? -1),
    );
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
    assert.ok(tops.every((top) => top >= 0));
    const tabs = page.getByRole("navigation", { name: "Main screens" });
    await tabs.getByRole("link", { name: "Agreements" }).click();
    await page.waitForURL("**/agreements*");
    await page.close();
  });
});
