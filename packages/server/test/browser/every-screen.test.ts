import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertSound, axeScript } from "./findings.ts";
import { SCREENS } from "./screens.ts";
import { DESKTOP, MORNING, openWalk, type Walk } from "./walk.ts";

let walk: Walk;
let axe: string;
const screens = [...SCREENS];
before(async () => {
  axe = await axeScript();
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

describe("every screen, in both languages and at both widths", { concurrency: false }, () => {
  for (const language of ["en", "ru"] as const)
    it(`stands in ${language}`, { timeout: 900_000 }, async (context) => {
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
          await assertSound(walk, page, axe);
          await page.close();
        });
    });
});
