import type { Page } from "playwright-core";
import type { RunningNode } from "../../src/index.ts";

/** Signs in as a person at the desk does: opens the one-time link of the terminal, and waits until a screen stands. */
export async function signIn(page: Page, node: Pick<RunningNode, "app">): Promise<void> {
  const link = await node.app.startLink();
  if (link === undefined) throw new Error("the node gave no one-time link");
  await page.goto(link);
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
}
