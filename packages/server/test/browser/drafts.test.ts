import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { DESKTOP, MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

let walk: Walk;
let axe: string;
before(async () => {
  axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  walk = await openWalk({ regions: ["central-asia"], at: MORNING });
});
after(() => walk?.close());

/** A page in a draft language; the preference stays in its window, so each is told by the address. */
async function open(path: string, language: string, width: number): Promise<Page> {
  const page = await walk.open(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`, { width });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return page;
}

/** Everything that axe finds, the smallest too: a `lang` that is none, a part without a name. */
async function findings(page: Page): Promise<readonly string[]> {
  // High enough that the tab bar at the foot lies over nothing.
  await page.setViewportSize({ width: PHONE, height: 3000 });
  await page.evaluate(axe);
  const results = (await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(...given: unknown[]): Promise<unknown> } }).axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    }),
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
}

describe("a draft language", { concurrency: false }, () => {
  for (const [language, tag, own] of [
    ["kk", "kk", /аударма/],
    ["uz", "uz-Latn", /tarjima/],
  ] as const)
    for (const path of ["/today?as=KAZ", "/money", "/sign-in"])
      it(`${language} stands at ${path} on a phone, each text in its language`, async () => {
        const page = await open(path, language, PHONE);
        const [page_, body] = await page.evaluate(() => [document.documentElement.lang, document.body.lang]);
        assert.deepEqual([page_, body], [tag, "en"]);
        // That it is a draft, in its language and in English.
        const line = page.locator("aside details summary");
        assert.match(await line.innerText(), own);
        assert.match(await line.locator('[lang="en"]').innerText(), /^Draft translation, reviewed by nobody: \d+%/);
        const lines = page.locator("aside details summary span").first();
        assert.equal(await lines.getAttribute("lang"), tag);
        // What is of the catalogue says its language; none of another draft is on the page.
        const tags = await page.evaluate(() => [
          ...new Set([...document.querySelectorAll("body [lang]")].map((each) => each.getAttribute("lang"))),
        ]);
        assert.ok(tags.includes(tag), tags.join());
        const strange = await page.evaluate(
          () => [...document.querySelectorAll("[data-standing]")].filter((each) => !each.getAttribute("lang")).length,
        );
        assert.equal(strange, 0);
        assert.deepEqual(await findings(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${wide} px wider than a phone`);
        const { console: said, policy } = await walk.troubleOf(page);
        // Nobody is asked who is signed in where one signs in.
        assert.deepEqual([said.filter((each) => !each.includes("401")), policy], [[], []]);
        await page.close();
      });

  it("marks what it lacks, and leaves the node's answers to the language behind it", async () => {
    // The Tajik draft leaves out words of network analysis of which its translator was not sure.
    const page = await open("/institutions?tab=ties", "tg", DESKTOP);
    const lacking = page.locator('[data-standing="behind"]');
    await lacking.nth(3).waitFor();
    assert.equal(await lacking.first().getAttribute("lang"), "en");
    const mark = await lacking.first().evaluate((each) => getComputedStyle(each, "::after").content);
    assert.match(mark, /^(attr\(lang\)|"en")/);
    await page.close();

    const today = await open("/today?as=KAZ", "kk", DESKTOP);
    const act = today.getByText("Annual exchange of military information").first();
    assert.equal(await act.evaluate((each) => each.closest("[lang]")?.getAttribute("lang")), "en");
    await today.close();
  });

  it("asks the node in the language chosen to stand behind it", async () => {
    const page = await open("/today?as=KAZ", "kk", DESKTOP);
    await page.locator("aside details summary").click();
    const asked = page.waitForRequest(
      (request) => request.url().includes("/today?") && request.url().includes("lang=ru"),
    );
    await page.locator("aside details select").selectOption("ru");
    await asked;
    await page.getByText("Ежегодный обмен").first().waitFor();
    assert.equal(await page.evaluate(() => document.body.lang), "ru");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "kk");
    // The choice is kept, and Russian itself needs nothing behind it.
    await page.locator("header select").selectOption("ru");
    await page.waitForFunction(() => document.documentElement.lang === "ru");
    assert.equal(await page.evaluate(() => document.body.hasAttribute("lang")), false);
    assert.equal(await page.locator("[data-standing]").count(), 0);
    await page.locator("header select").selectOption("tg");
    await page.waitForFunction(() => document.documentElement.lang === "tg");
    assert.equal(await page.evaluate(() => document.body.lang), "ru");
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  it("writes months that the browser does not have", async () => {
    for (const [language, month] of [
      ["kk", /қараша/],
      ["ky", /ноябрь/],
      ["tg", /Ноябр/],
      ["tk", /noýabr/],
      ["uz", /noyabr/],
    ] as const) {
      const page = await open("/today?as=KAZ", language, PHONE);
      assert.match(await page.getByRole("heading", { level: 1 }).innerText(), month);
      await page.close();
    }
  });
});
