import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
    const executablePath = await chromium.executablePath();
    writeFileSync(join(folder, "fonts.conf"), fontsConf(folder));
    const browser = await playwright.launch({
      executablePath,
      env: {
        ...process.env,
        FONTCONFIG_FILE: join(folder, "fonts.conf"),
        LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      } as Record<string, string>,
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

/**
 * The fonts that came with the browser. Its own list names fixed folders only; where they are missing it finds no font
 * at all, and then draws no text, not even in the fonts that a page brings.
 */
const fontsConf = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir><config></config></fontconfig>`;
