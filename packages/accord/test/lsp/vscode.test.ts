import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const run = promisify(execFile);
let folder = "";

/** Packs the extension and unpacks it elsewhere: what is tested is what a user installs. */
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "accord-vscode-"));
  await run(process.execPath, [join(root, "scripts/bundle-editor.mjs")], { cwd: root });
  const vsix = join(folder, "accord.vsix");
  const vsce = join(root, "node_modules/@vscode/vsce/vsce");
  const flags = ["package", "--no-dependencies", "--allow-missing-repository", "--out", vsix];
  await run(process.execPath, [vsce, ...flags], { cwd: join(root, "editors/vscode") });
  for (const [name, bytes] of unzip(await readFile(vsix))) {
    const path = join(folder, "out", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
});

after(() => rm(folder, { recursive: true, force: true }));

/** The files of an archive (PKWARE's APPNOTE, sections 4.3.7 and 4.3.12), stored or deflated. */
function* unzip(bytes: Buffer): Generator<readonly [string, Buffer]> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
    const path = bytes.toString("utf8", at + 46, at + 46 + name);
    yield [path, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content];
    at += 46 + name + extra + comment;
  }
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A client of the base protocol: a header with the length of the content, and JSON. */
function client(command: string, args: readonly string[]) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number, (message: Message) => void>();
  const notified: ((message: Message) => void)[] = [];
  let buffer = Buffer.alloc(0);
  let next = 1;
  child.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      const length = /Content-Length: (\d+)/i.exec(buffer.toString("ascii", 0, Math.max(0, head)))?.[1];
      if (head < 0 || length === undefined || buffer.length < head + 4 + Number(length)) return;
      const message = JSON.parse(buffer.toString("utf8", head + 4, head + 4 + Number(length))) as Message;
      buffer = buffer.subarray(head + 4 + Number(length));
      if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message);
      else for (const each of notified) each(message);
    }
  });
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  return {
    notify: (method: string, params: unknown) => send({ method, params }),
    request: (method: string, params: unknown) =>
      new Promise<unknown>((resolve) => {
        const id = next++;
        waiting.set(id, ({ result }) => resolve(result));
        send({ id, method, params });
      }),
    next: (method: string, fits: (params: never) => boolean) =>
      new Promise<unknown>((resolve) => {
        notified.push((message) => {
          if (message.method === method && fits(message.params as never)) resolve(message.params);
        });
      }),
    ended: new Promise<number | null>((resolve) => child.on("exit", resolve)),
  };
}

it("the packed extension names what it holds", async () => {
  const manifest = JSON.parse(await readFile(join(folder, "out/extension/package.json"), "utf8"));
  await readFile(join(folder, "out/extension", manifest.main));
  for (const { path } of manifest.contributes.grammars) {
    const grammar = JSON.parse(await readFile(join(folder, "out/extension", path), "utf8"));
    assert.ok(grammar.scopeName);
  }
});

it("its highlighting knows every word of the language", async () => {
  const generated = await readFile(join(root, "packages/accord/src/generated/grammar.ts"), "utf8");
  const words = new Set([...generated.matchAll(/"Keyword","value":"([A-Za-z][^"]*)"/g)].map(([, word]) => word!));
  const grammar = await readFile(join(folder, "out/extension/syntaxes/accord.tmLanguage.json"), "utf8");
  const known = new Set(grammar.match(/[A-Za-z][A-Za-z/-]*/g));
  assert.deepEqual(
    [...words].filter((word) => !known.has(word)),
    [],
  );
});

it("its server opens a real instrument: diagnostics, hover, definition", { timeout: 60_000 }, async () => {
  const server = client(process.execPath, [join(folder, "out/extension/dist/server.cjs"), "--stdio"]);
  const path = join(root, "regions/central-asia/instruments/SH1996.accord.md");
  const uri = pathToFileURL(path).href;
  const text = await readFile(path, "utf8");
  const started = (await server.request("initialize", { processId: null, rootUri: null, capabilities: {} })) as {
    capabilities: { hoverProvider: boolean; renameProvider: unknown };
  };
  assert.ok(started.capabilities.hoverProvider && started.capabilities.renameProvider);
  server.notify("initialized", {});
  const told = server.next("textDocument/publishDiagnostics", (params: { uri: string }) => params.uri === uri);
  server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  const { diagnostics } = (await told) as { diagnostics: { source: string; severity: number }[] };
  assert.ok(diagnostics.every(({ source, severity }) => source === "accord" && severity > 1));
  const offset = text.indexOf("when Exercise e") + "when Exer".length;
  const lines = text.slice(0, offset).split("\n");
  const place = { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)!.length } };
  const hover = (await server.request("textDocument/hover", place)) as { contents: { value: string } };
  assert.match(hover.contents.value, /event Exercise/);
  const [definition] = (await server.request("textDocument/definition", place)) as { uri: string }[];
  assert.match(definition?.uri ?? "", /vocabulary\/military\.accord\.md$/);
  const wrong = server.next(
    "textDocument/publishDiagnostics",
    (params: { uri: string; diagnostics: { severity: number }[] }) =>
      params.uri === uri && params.diagnostics.some(({ severity }) => severity === 1),
  );
  const { line } = place.position;
  const range = { start: { line, character: 7 }, end: { line, character: 8 } };
  server.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: "" }] });
  const errors = (await wrong) as {
    diagnostics: { code: string; severity: number; data: { edit?: { text: string } } }[];
  };
  const unknown = errors.diagnostics.find(({ code }) => code === "accord/unknown-kind");
  assert.equal(unknown?.data.edit?.text, "Exercise");
  await server.request("shutdown", null);
  server.notify("exit", null);
  assert.equal(await server.ended, 0);
});
