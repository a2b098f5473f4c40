import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { PHONE, type Walk } from "./walk.ts";

/** Findings of these weights are defects (axe-core, "impact"). */
const WEIGHTS: readonly (string | null | undefined)[] = ["serious", "critical"];

/** The editor scrolls with the cursor of the field inside, which takes the focus; the rule does not see that. */
const FIELD_OF_TEXT = /class="cm-scroller"/;

/** The script of axe, which is put in from outside of the page's policy. */
export const axeScript = (): Promise<string> =>
  readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Findings on a page as one line each: rule, weight, the element. */
export async function findingsOf(page: Page, axe: string): Promise<readonly string[]> {
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

/** The page has no findings, as it is and then on a phone in the dark; it is no wider than the phone and did nothing that no screen may do. */
export async function assertSound(walk: Walk, page: Page, axe: string): Promise<void> {
  assert.deepEqual(await findingsOf(page, axe), []);
  await page.setViewportSize({ width: PHONE, height: 844 });
  await page.waitForTimeout(150);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than a phone`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.waitForTimeout(150);
  assert.deepEqual(await findingsOf(page, axe), [], "on a phone, in the dark");
  assert.deepEqual(await walk.troubleOf(page), { console: [], policy: [], elsewhere: [] });
}
