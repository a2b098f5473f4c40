import type { Browser, BrowserContext, Page } from "playwright-core";
import { startTestNode, type TestNode, type TestNodeOptions } from "../node-for-tests.ts";
import { openBrowser } from "./open-browser.ts";
import { signIn } from "./sign-in.ts";

/** The morning of the drawings, 09:00 in the region. */
export const MORNING = "2026-11-22T04:00:00Z";

export const DESKTOP = 1440;
export const PHONE = 390;

export interface WalkOptions extends TestNodeOptions {
  /** The node's clock and the page's; absent: the real one in both. */
  readonly at?: string;
}

export interface PageOptions {
  readonly width?: number;
  readonly language?: "en" | "ru";
  readonly dark?: boolean;
}

/** What a page did that no screen may do. */
export interface Trouble {
  readonly console: readonly string[];
  readonly policy: readonly string[];
  readonly elsewhere: readonly string[];
}

export interface Walk {
  readonly node: TestNode;
  readonly browser: Browser;
  /** A page of the signed-in desk at an address of the node, its main heading drawn. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** What a page did since it was opened, and since it was asked last. */
  troubleOf(page: Page): Promise<Trouble>;
  close(): Promise<void>;
}

/** In a page: `Date` says one moment for ever, in milliseconds since 1970; timers go on as they are. */
function stopDate(moment: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [moment] : given, made),
    apply: (real) => new real(moment).toString(),
    get: (real, name) => (name === "now" ? () => moment : Reflect.get(real, name)),
  });
}

/** A node with one browser before it, signed in once; every page is a window of its own width and language. */
export async function openWalk(options: WalkOptions = {}): Promise<Walk> {
  const moment = options.at === undefined ? undefined : Date.parse(options.at);
  const [node, browser] = await Promise.all([
    startTestNode({
      ...options,
      ...(moment === undefined ? {} : { now: () => moment + Math.round(performance.now()) }),
    }),
    openBrowser(),
  ]);
  const contexts = new Map<string, Promise<BrowserContext>>();
  const troubles = new WeakMap<Page, { console: string[]; elsewhere: string[] }>();
  let cookies: Awaited<ReturnType<BrowserContext["cookies"]>> = [];
  try {
    const context = await browser.newContext();
    await signIn(await context.newPage(), node);
    cookies = await context.cookies();
    await context.close();
  } catch (error) {
    await browser.close();
    await node.close();
    throw error;
  }

  const contextFor = (language: string, dark: boolean) => {
    const key = `${language} ${dark}`;
    const known = contexts.get(key);
    if (known) return known;
    const made = (async () => {
      const context = await browser.newContext({
        locale: language === "ru" ? "ru-RU" : "en-GB",
        timezoneId: "Asia/Almaty",
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        acceptDownloads: true,
      });
      await context.addCookies(cookies);
      if (moment !== undefined) await context.addInitScript(stopDate, moment);
      await context.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { policySeen: seen });
        document.addEventListener("securitypolicyviolation", (event) =>
          seen.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile ?? ""}`),
        );
      });
      return context;
    })();
    contexts.set(key, made);
    return made;
  };

  return {
    node,
    browser,
    async open(path, { width = DESKTOP, language = "en", dark = false } = {}) {
      const context = await contextFor(language, dark);
      const page = await context.newPage();
      const trouble = { console: [] as string[], elsewhere: [] as string[] };
      troubles.set(page, trouble);
      page.on("console", (message) => {
        // The script above is not let into a frame that runs none, which is what such a frame is for.
        const isOwn = /^Blocked script execution in 'about:srcdoc'/.test(message.text());
        if (message.type() === "error" && !isOwn) trouble.console.push(message.text());
      });
      page.on("pageerror", (error) => trouble.console.push(String(error)));
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== node.address) trouble.elsewhere.push(request.url());
      });
      page.setDefaultTimeout(30_000);
      await page.setViewportSize({ width, height: width < 721 ? 844 : 1000 });
      await page.goto(`${node.address}${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      return page;
    },
    async troubleOf(page) {
      const { console: said = [], elsewhere = [] } = troubles.get(page) ?? {};
      const policy = await page.evaluate(
        () => (globalThis as unknown as { policySeen?: string[] }).policySeen?.splice(0) ?? [],
      );
      return { console: said.splice(0), elsewhere: elsewhere.splice(0), policy };
    },
    async close() {
      await browser.close();
      await node.close();
    },
  };
}
