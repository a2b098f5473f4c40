import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { makeNode, type NodeWorld } from "./node-world.ts";

/** What a page does to make a passkey of the signed-in person. */
const MAKE = `(async () => {
  const asked = await fetch("/api/auth/passkey/generate-register-options?name=Key").then((answer) => answer.json());
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const made = await navigator.credentials.create({ publicKey });
  const answer = await fetch("/api/auth/passkey/verify-registration", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response: made.toJSON(), name: "Key" }),
  });
  return answer.status;
})()`;

/** What it does to sign in with one. */
const USE = `(async () => {
  const asked = await fetch("/api/auth/passkey/generate-authenticate-options").then((answer) => answer.json());
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const used = await navigator.credentials.get({ publicKey });
  const send = () => fetch("/api/auth/passkey/verify-authentication", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response: used.toJSON() }),
  });
  return [(await send()).status, (await send()).status];
})()`;

const WHO = `fetch("/api/v1/who").then(async (answer) => [answer.status, (await answer.json()).person?.name])`;
const OUT = `fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }).then((answer) => answer.status)`;

describe("a passkey, in a real browser", () => {
  let folder: string;
  let browser: Browser;
  let node: NodeWorld;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "kelisim-passkey-"));
    node = await makeNode({ us: ["KAZ"] });
    await node.app.listen({ host: "127.0.0.1", port: Number(new URL(node.origin).port) });
    // The package unpacks its browser, and the libraries that a bare machine lacks, into the temporary folder.
    process.env.TMPDIR = folder;
    process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    const { chromium: playwright } = await import("playwright-core");
    const executablePath = await chromium.executablePath();
    browser = await playwright.launch({
      executablePath,
      headless: true,
      chromiumSandbox: false,
      args: ["--no-zygote"],
    });
  });
  after(async () => {
    await browser?.close();
    await node?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page with an authenticator that keeps passkeys and knows its owner. */
  async function openPage(): Promise<Page> {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return page;
  }

  it("is made by who is signed in, and signs them in again", { timeout: 120_000 }, async () => {
    const page = await openPage();
    await page.goto((await node.app.startLink())!);
    assert.deepEqual(await page.evaluate(WHO), [200, "desk"]);
    const cookies = await page.context().cookies();
    assert.ok(cookies.some((cookie) => cookie.httpOnly && cookie.sameSite === "Strict"));
    assert.equal(await page.evaluate(MAKE), 200);
    assert.equal(await page.evaluate(OUT), 200);
    assert.deepEqual(await page.evaluate(WHO), [401, undefined]);
    // The answer of the key is good once.
    const [first, second] = (await page.evaluate(USE)) as [number, number];
    assert.equal(first, 200);
    assert.ok(second >= 400 && second < 500);
    assert.deepEqual(await page.evaluate(WHO), [200, "desk"]);
    await page.close();
  });

  it("is made by nobody who is not signed in", { timeout: 60_000 }, async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${node.origin}/api/v1/sign-in`);
    const status = `fetch("/api/auth/passkey/generate-register-options").then((answer) => answer.status)`;
    assert.equal(await page.evaluate(status), 401);
    await page.context().close();
  });
});
