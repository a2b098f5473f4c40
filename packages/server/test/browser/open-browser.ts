import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";

/**
 * The Chromium that ships in npm, headless, drawing by software. It unpacks itself into the temp folder under one name
 * for all versions, so it is given a folder of its own, which is removed when the browser is closed.
 */
export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "kelisim-browser-"));
  const before = process.env.TMPDIR;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  process.env.TMPDIR = folder;
  try {
    const [{ default: chromium }, { chromium: playwright }] = await Promise.all([
      import("@sparticuz/chromium"),
      import("playwright-core"),
    ]);
    const browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
      ],
    });
    browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
    return browser;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
