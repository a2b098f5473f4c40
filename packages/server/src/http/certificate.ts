import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { rootCertificates, type SecureContextOptions } from "node:tls";
import { isLoopback, SettingRefused, type Settings } from "../settings.ts";

/** What the node's own TLS is made of. */
export interface Certificate {
  /** OWASP ASVS 5.0, 12.1.1: 1.2 and later. */
  readonly context: SecureContextOptions & { readonly minVersion: "TLSv1.2" };
  /** What the operator should know: it ends soon, it is over. */
  readonly notes: readonly string[];
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 21;
/** Files are looked at this often; a renewed certificate is served without a new start. */
const LOOK_MS = 5_000;

/**
 * Reads certificate and key. Beyond loopback it must lead to an authority of public trust (Mozilla's list, as Node brings
 * it) or to the one that is set. Throws `SettingRefused`, which names the setting and what to do.
 */
export function readCertificate({ host, tls }: Pick<Settings, "host"> & { tls: Tls }, now: number): Certificate {
  const cert = readText("KELISIM_TLS_CERT", tls.certificate);
  const key = readText("KELISIM_TLS_KEY", tls.key);
  const chain = readChain("KELISIM_TLS_CERT", cert, tls.certificate);
  const leaf = chain[0]!;
  if (!leaf.checkPrivateKey(readKey(key, tls.key)))
    throw new SettingRefused("KELISIM_TLS_KEY", `${tls.key} is not the key of the certificate in ${tls.certificate}`);
  const authorities =
    tls.authority === undefined
      ? undefined
      : readChain("KELISIM_TLS_AUTHORITY", readText("KELISIM_TLS_AUTHORITY", tls.authority), tls.authority);
  if (!isLoopback(host) && !leadsTo(chain, authorities ?? publicAuthorities()))
    throw new SettingRefused(
      "KELISIM_TLS_CERT",
      authorities === undefined
        ? `${tls.certificate} does not lead to an authority of public trust. Put the certificates in between behind it in the file, or name your own authority in KELISIM_TLS_AUTHORITY`
        : `${tls.certificate} does not lead to the authority in ${tls.authority}`,
    );
  return { context: { cert, key, minVersion: "TLSv1.2" }, notes: notesOf(leaf, tls.certificate, now) };
}

type Tls = NonNullable<Settings["tls"]>;

function readText(setting: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new SettingRefused(setting, `${file} cannot be read: ${(error as Error).message}`);
  }
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function readChain(setting: string, text: string, file: string): readonly X509Certificate[] {
  try {
    const chain = (text.match(PEM) ?? []).map((each) => new X509Certificate(each));
    if (chain.length > 0) return chain;
  } catch {
    // Said below.
  }
  throw new SettingRefused(setting, `${file} holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----")`);
}

function readKey(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new SettingRefused("KELISIM_TLS_KEY", `${file} holds no private key in PEM form without a passphrase`);
  }
}

const publicAuthorities = () => rootCertificates.map((each) => new X509Certificate(each));

/** Whether each certificate was issued by the next, and the last one by an authority, or is one. */
function leadsTo(chain: readonly X509Certificate[], authorities: readonly X509Certificate[]): boolean {
  for (const [index, each] of chain.entries()) {
    const known = authorities.some(
      (authority) => authority.fingerprint256 === each.fingerprint256 || issued(authority, each),
    );
    if (known) return true;
    const next = chain[index + 1];
    if (next === undefined || !issued(next, each)) return false;
  }
  return false;
}

const issued = (by: X509Certificate, each: X509Certificate) => each.checkIssued(by) && each.verify(by.publicKey);

function notesOf(leaf: X509Certificate, file: string, now: number): readonly string[] {
  const days = Math.floor((Date.parse(leaf.validTo) - now) / DAY_MS);
  if (days < 0) return [`the certificate in ${file} ended on ${leaf.validTo}: browsers refuse it. Renew it`];
  return days < SOON_DAYS ? [`the certificate in ${file} ends in ${days} days, on ${leaf.validTo}: renew it`] : [];
}

/**
 * Hands over the certificate anew whenever one of its files has changed. One that cannot be used is told to the operator
 * and the earlier one stays. Returns how to stop.
 */
export function watchCertificate(
  settings: Pick<Settings, "host"> & { readonly tls: Tls },
  now: () => number,
  changed: (certificate: Certificate) => void,
  say: (line: string) => void,
  everyMs = LOOK_MS,
): () => void {
  const files = [settings.tls.certificate, settings.tls.key];
  const look = () => {
    try {
      changed(readCertificate(settings, now()));
      say("the renewed certificate is served from now on");
    } catch (error) {
      say(`${error instanceof Error ? error.message : String(error)}. The earlier certificate is served on`);
    }
  };
  for (const file of files) watchFile(file, { interval: everyMs, persistent: false }, look);
  return () => {
    for (const file of files) unwatchFile(file, look);
  };
}
