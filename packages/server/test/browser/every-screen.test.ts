import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { SCREENS } from "./screens.ts";
import { DESKTOP, MORNING, openWalk, PHONE, type Walk } from "./walk.ts";

/** Findings of these weights are defects (axe-core, "impact"). */
const WEIGHTS: readonly (string | null | undefined)[] = ["serious", "critical"];

/** The editor scrolls with the cursor of the field inside, which takes the focus; the rule does not see that. */
const FIELD_OF_TEXT = /class="cm-scroller"/;

let walk: Walk;
let axe: string;
const screens = [...SCREENS];
before(async () => {
  axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  walk = await openWalk({ regions: ["central-asia", "four-rivers"], at: MORNING });
  // One explanation, of the first line of the board.
  const { body } = await walk.node.get("/regions/central-asia/today", { as: "KAZ" });
  screens.push({ name: "explanation", path: `/explain?as=KAZ&line=${encodeURIComponent(body.owes[0].key)}` });
});
after(() => walk?.close());

/** Waits until the screen has its data: no skeleton, nothing busy. */
async function settled(page: Page, alwaysBusy = false): Promise<void> {
  await page.waitForLoadState("load");
  if (alwaysBusy) await page.waitForTimeout(300);
  else
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, {
      timeout: 30_000,
    });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Findings as one line each: rule, weight, the element. The script is put in from outside of the page's policy. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(...given: unknown[]): Promise<unknown> } }).axe.run(document, {
      resultTypes: ["violations"],
    }),
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => WEIGHTS.includes(impact))
    .flatMap(({ id, impact, nodes }) =>
      nodes
        .filter(({ html }) => !FIELD_OF_TEXT.test(html))
        .slice(0, 3)
        .map(({ html }) => `${id} (${impact}): ${html.slice(0, 160)}`),
    );
}

describe("every screen, in both languages and at both widths", { concurrency: false }, () => {
  for (const language of ["en", "ru"] as const)
    it(`stands in ${language}`, { timeout: 360_000 }, async (context) => {
      for (const { name, path, alwaysBusy } of screens)
        await context.test(name, async () => {
          const page = await walk.open(path, { language, width: DESKTOP });
          await settled(page, alwaysBusy);
          assert.equal(await page.evaluate(() => document.documentElement.lang), language);
          const heading = await page.getByRole("heading", { level: 1 }).first().innerText();
          assert.ok(heading.trim().length > 2, "a title");
          // The answer, in a sentence: below the title, or the title itself.
          const words = await page.getByRole("main").innerText();
          assert.match(words, language === "ru" ? /[а-яё].*[.:!?]/i : /[a-z].*[.:!?]/i);
          assert.doesNotMatch(words, /being built|ещё строится/i, "the screen is not there yet");
          assert.doesNotMatch(words, /[{}]|undefined|NaN|\[object|(^|\s)[a-z]+\.[a-z]+[A-Z]\w+(\s|$)/, "raw text");
          if (language === "ru") assert.match(heading, /[А-Яа-яЁё]/);
          assert.deepEqual(await findings(page), []);

          await page.setViewportSize({ width: PHONE, height: 844 });
          await page.waitForTimeout(150);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(wide <= 0, `${wide} px wider than a phone`);
          // The phone is looked at in the dark, so that both grounds are seen.
          await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
          await page.waitForTimeout(150);
          assert.deepEqual(await findings(page), [], "on a phone, in the dark");

          const trouble = await walk.troubleOf(page);
          assert.deepEqual(trouble, { console: [], policy: [], elsewhere: [] });
          await page.close();
        });
    });
});
