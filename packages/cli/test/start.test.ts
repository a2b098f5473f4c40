import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { dataFolder } from "../../../test/data-folder.ts";

const COMMAND = fileURLToPath(new URL("../bin/kelisim.mjs", import.meta.url));
const LONGEST = 40_000;

let folder: string;
const running = new Set<ChildProcess>();
before(async () => {
  folder = await dataFolder();
});
after(async () => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

function start(options: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [COMMAND, "start", "--region", "four-rivers", ...options], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  void ended.then(() => running.delete(child));
  return { child, out: () => out, err: () => err, ended };
}

async function until(started: Started, pattern: RegExp): Promise<RegExpExecArray> {
  const last = Date.now() + LONGEST;
  while (Date.now() < last) {
    const found = pattern.exec(started.out());
    if (found !== null) return found;
    if (started.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not printed: ${pattern}\n${started.out()}\n${started.err()}`);
}

describe("kelisim start", () => {
  it("prints an address and a link that signs in, names itself to a second start, and stops when told", async () => {
    const data = join(folder, "data");
    const first = start(["--port", "0", "--data", data]);
    const [, address] = await until(first, /at (http:\/\/localhost:\d+)/);
    const [link] = await until(first, /http:\/\/localhost:\d+\/api\/auth\S+/);
    const page = await fetch(address!);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<div id="root">/);
    assert.equal((await fetch(`${address}/api/v1/session`)).status, 401);
    const signedIn = await fetch(link!, { redirect: "manual" });
    assert.ok(signedIn.headers.getSetCookie().length > 0);
    assert.ok((await fetch(link!, { redirect: "manual" })).headers.getSetCookie().length === 0, "the link works once");

    const second = start(["--port", "0", "--data", data]);
    assert.equal(await second.ended, 2);
    assert.ok(second.err().includes(address!), second.err());
    assert.equal((await fetch(`${address}/api/v1/session`)).status, 401, "the first goes on");

    first.child.kill("SIGINT");
    assert.equal(await first.ended, 0);
    assert.match(first.out(), /everything is on disk/);
  });

  it("says what is wrong with a port, a taken port, and a setting", async () => {
    const odd = start(["--port", "many", "--data", join(folder, "none")]);
    assert.equal(await odd.ended, 2);
    assert.match(odd.err(), /"many" is not a port/);

    const open = start(["--port", "0", "--data", join(folder, "none")], { KELISIM_HOST: "0.0.0.0" });
    assert.equal(await open.ended, 2);
    assert.match(open.err(), /KELISIM_URL/);

    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    assert.ok(bound !== null && typeof bound !== "string");
    const taken = start(["--port", String(bound.port), "--data", join(folder, "taken")]);
    assert.equal(await taken.ended, 2, taken.out());
    assert.match(taken.err(), new RegExp(`port ${bound.port} is taken`));
    await new Promise((resolve) => server.close(resolve));
  });
});
