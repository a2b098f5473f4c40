import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** Findings of these weights are defects (axe-core, "impact"). */
const WEIGHTS: readonly (string | null | undefined)[] = ["serious", "critical"];

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
      nodes.slice(0, 3).map(({ html }) => `${id} (${impact}): ${html.slice(0, 160)}`),
    );
}
