import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { request } from "node:https";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { connect, type PeerCertificate, type SecureVersion, type TLSSocket } from "node:tls";
import { readCertificate } from "../src/http/certificate.ts";
import { readSettings, SettingRefused } from "../src/settings.ts";
import { dataFolder, startTestNode, type TestNode } from "./node-for-tests.ts";

/** Node makes no certificates; OpenSSL does. */
const OPENSSL = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A certificate for localhost that is its own issuer, and its key. */
function makeCertificate(folder: string, name: string, days: number) {
  const certificate = join(folder, `${name}.pem`);
  const key = join(folder, `${name}.key`);
  const how = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const what = ["-days", `${days}`, "-subj", `/CN=${name}`, "-addext", "subjectAltName=DNS:localhost"];
  execFileSync("openssl", [...how, ...what, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  return { certificate, key };
}

describe("a node that speaks TLS itself", {
  skip: OPENSSL ? false : "there is no openssl to make a certificate",
}, () => {
  let folder: string;
  let node: TestNode;
  let tls: { certificate: string; key: string };
  const said: string[] = [];

  before(async () => {
    folder = await dataFolder();
    tls = makeCertificate(folder, "first", 10);
    node = await startTestNode({ settings: { tls }, say: (line) => said.push(line), certificateLookMs: 50 });
  });
  after(async () => {
    await node?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const port = () => Number(new URL(node.address).port);
  const shake = (version: SecureVersion) =>
    new Promise<{ protocol: string | null; peer: PeerCertificate }>((resolve, reject) => {
      const socket: TLSSocket = connect(
        {
          port: port(),
          host: "localhost",
          rejectUnauthorized: false,
          minVersion: version,
          maxVersion: version,
          // OpenSSL itself would not speak the old versions otherwise, and the test would show nothing.
          ciphers: "DEFAULT@SECLEVEL=0",
        },
        () => {
          resolve({ protocol: socket.getProtocol(), peer: socket.getPeerCertificate() });
          socket.end();
        },
      );
      socket.once("error", reject);
    });

  it("is found under https, signs in with cookies for https only, and answers over TLS 1.2 and 1.3 only", async () => {
    assert.match(node.address, /^https:\/\/localhost:\d+$/);
    assert.match(node.cookie, /__Secure-/);
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        `${node.address}/api/v1/session`,
        { ca: readFileSync(tls.certificate), headers: { cookie: node.cookie } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
          assert.equal(response.headers["strict-transport-security"], undefined, "never for localhost");
        },
      );
      asked.once("error", reject);
      asked.end();
    });
    assert.equal(status, 200);
    assert.equal((await shake("TLSv1.3")).protocol, "TLSv1.3");
    assert.equal((await shake("TLSv1.2")).protocol, "TLSv1.2");
    for (const old of ["TLSv1", "TLSv1.1"] as const) await assert.rejects(shake(old), /alert|protocol|version/i);
    await assert.rejects(fetch(node.address.replace("https:", "http:")));
  });

  it("says that its certificate ends soon, and serves a renewed one without a new start", async () => {
    assert.match(said.join("\n"), /ends in \d+ days/);
    const next = makeCertificate(folder, "second", 90);
    const subject = async () => (await shake("TLSv1.3")).peer.subject.CN;
    const until = async (name: string) => {
      const late = Date.now() + 5_000;
      while ((await subject()) !== name && Date.now() < late) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(await subject(), name);
    };
    assert.equal(await subject(), "first");
    // Half of it is no pair: the earlier one is served on, and the operator is told.
    writeFileSync(tls.certificate, readFileSync(next.certificate));
    const late = Date.now() + 5_000;
    while (!/is not the key/.test(said.join()) && Date.now() < late)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.match(said.join("\n"), /is not the key of the certificate.*The earlier certificate is served on/);
    assert.equal(await subject(), "first");
    writeFileSync(tls.key, readFileSync(next.key));
    await until("second");
  });

  it("does not start beyond loopback with a certificate that nobody vouches for", () => {
    const own = makeCertificate(folder, "own", 90);
    const host = "0.0.0.0";
    const now = Date.now();
    assert.throws(() => readCertificate({ host, tls: own }, now), /does not lead to an authority of public trust/);
    assert.deepEqual(readCertificate({ host: "127.0.0.1", tls: own }, now).notes, []);
    assert.deepEqual(readCertificate({ host, tls: { ...own, authority: own.certificate } }, now).notes, []);
    assert.throws(
      () => readCertificate({ host, tls: { ...own, authority: makeCertificate(folder, "other", 9).certificate } }, now),
      /does not lead to the authority in/,
    );
    assert.match(readCertificate({ host: "::1", tls: own }, now + 91 * 86_400_000).notes.join(), /browsers refuse it/);
  });

  it("names the file that is missing, or holds something else", () => {
    const own = makeCertificate(folder, "sound", 90);
    const host = "127.0.0.1";
    const refused = (change: Partial<typeof own>, words: RegExp) =>
      assert.throws(
        () => readCertificate({ host, tls: { ...own, ...change } }, Date.now()),
        (error) => error instanceof SettingRefused && words.test(error.message),
      );
    refused({ certificate: join(folder, "none.pem") }, /KELISIM_TLS_CERT: .*none\.pem cannot be read/);
    refused({ certificate: own.key }, /KELISIM_TLS_CERT: .*holds no certificate/);
    refused({ key: own.certificate }, /KELISIM_TLS_KEY: .*holds no private key/);
  });
});

it("certificate and key are settings, read from where the node is started", () => {
  const env = { KELISIM_TLS_CERT: "tls/c.pem", KELISIM_TLS_KEY: "/etc/k.pem", KELISIM_URL: "https://desk.example.org" };
  const { tls, host } = readSettings({ ...env, KELISIM_HOST: "0.0.0.0" }, "/srv");
  assert.deepEqual(tls, { certificate: "/srv/tls/c.pem", key: "/etc/k.pem" });
  assert.equal(host, "0.0.0.0");
});
