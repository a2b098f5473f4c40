import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import type { Browser } from "playwright-core";
import { filesOf } from "./real-region.ts";

/** Software drawing; the package's own arguments would weaken the browser. */
const ARGUMENTS = [
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** What the page uses of its worker. */
interface PageWorker {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: { id?: number; method?: string; result?: unknown; params?: never } }) => void) | null;
}

let folder = "";
let server: Server;
let browser: Browser;
let compressed = 0;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "accord-worker-"));
  const bundle = new URL("../../../../scripts/bundle-editor.mjs", import.meta.url).href;
  const { bundleWorker, sizes } = (await import(bundle)) as {
    bundleWorker(outfile: string): Promise<string>;
    sizes(file: string): { gzip: number; brotli: number };
  };
  const worker = await bundleWorker(join(folder, "accord-worker.js"));
  compressed = sizes(worker).gzip;
  const script = await readFile(worker);
  server = createServer((request, response) => {
    const js = request.url === "/accord-worker.js";
    response.setHeader("content-type", js ? "text/javascript" : "text/html");
    response.end(js ? script : "<!doctype html><title>Accord</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The package unpacks its browser, and the libraries that a bare machine lacks, into the temporary folder.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const { chromium: playwright } = await import("playwright-core");
  const executablePath = await chromium.executablePath();
  browser = await playwright.launch({ executablePath, args: ARGUMENTS, headless: true, chromiumSandbox: false });
});

after(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

it("the worker serves an editor in a real browser: diagnostics, completion, hover", { timeout: 120_000 }, async (t) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const path = "instruments/RIVER.accord.md";
  const files = Object.fromEntries(filesOf("four-rivers"));
  const text = files[path]!;
  const at = text.search(/when \w+ \w+ where/) + "when ".length;
  const lines = text.slice(0, at).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const answers = await page.evaluate(
    async ({ files, path, text, position }) => {
      const scope = globalThis as unknown as { Worker: new (url: string) => PageWorker };
      const worker = new scope.Worker("/accord-worker.js");
      const waiting = new Map<number, (result: unknown) => void>();
      const told: { uri: string; diagnostics: unknown[] }[] = [];
      let heard: (() => void) | undefined;
      worker.onmessage = ({ data }) => {
        if (data.method === "textDocument/publishDiagnostics") {
          told.push(data.params!);
          heard?.();
        } else if (data.id !== undefined && data.method === undefined) waiting.get(data.id)?.(data.result);
      };
      let id = 0;
      const notify = (method: string, params: unknown) => worker.postMessage({ jsonrpc: "2.0", method, params });
      const ask = (method: string, params: unknown) =>
        new Promise<unknown>((resolve) => {
          waiting.set(++id, resolve);
          worker.postMessage({ jsonrpc: "2.0", id, method, params });
        });
      const uri = `kelisim:/four-rivers/${path}`;
      const until = async (fits: () => boolean) => {
        while (!fits()) {
          await new Promise<void>((resolve) => {
            heard = resolve;
          });
        }
      };
      const initializationOptions = { region: { root: "kelisim:/four-rivers", files } };
      await ask("initialize", { processId: null, rootUri: null, capabilities: {}, initializationOptions });
      notify("initialized", {});
      const wrong = `${text.slice(0, text.indexOf("when "))}whenn ${text.slice(text.indexOf("when ") + 5)}`;
      notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: wrong } });
      await until(() => told.some((each) => each.uri === uri && each.diagnostics.length > 0));
      const broken = told.findLast((each) => each.uri === uri)!.diagnostics;
      notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
      await until(() => told.findLast((each) => each.uri === uri)!.diagnostics.length === 0);
      const place = { textDocument: { uri }, position };
      return {
        broken,
        hover: await ask("textDocument/hover", place),
        completion: await ask("textDocument/completion", place),
      };
    },
    { files, path, text, position },
  );
  const [first] = answers.broken as { code: string; severity: number; source: string }[];
  assert.deepEqual([first?.severity, first?.source, first?.code], [1, "accord", "accord/syntax"]);
  assert.match((answers.hover as { contents: { value: string } }).contents.value, /(event|notice) \w+/);
  const labels = (answers.completion as { label: string }[]).map(({ label }) => label);
  const kind = /^\w+/.exec(text.slice(at))![0];
  assert.ok(labels.includes(kind), `${kind} of ${labels.length}`);
  assert.deepEqual(faults, []);
  t.diagnostic(`the worker is ${Math.round(compressed / 1000)} kB compressed`);
  assert.ok(compressed < 400_000);
});
