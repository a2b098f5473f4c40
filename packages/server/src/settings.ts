import { join, resolve } from "node:path";

/** How a node is set up. Everything has a default that makes a single desk on loopback. */
export interface Settings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where people reach the node; absent: http://localhost:PORT. */
  readonly publicUrl?: string;
  readonly dataFolder: string;
  /** One's own PostgreSQL; absent: the embedded one in the data folder. */
  readonly databaseUrl?: string;
  /** Compiled agreements, made anew where they are missing. */
  readonly cacheFolder: string;
  /** Keys of records, kept apart from the database. */
  readonly keysFolder: string;
  readonly regions: readonly string[];
  /** Parties this node speaks for, in the first region; absent: what region.yaml says. */
  readonly us?: readonly string[];
  readonly name: string;
  readonly highestLevel: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly oidc?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  };
  /** The node's own TLS: files in PEM form, and that of an authority of one's own. Absent: it speaks plain http. */
  readonly tls?: {
    readonly certificate: string;
    readonly key: string;
    readonly authority?: string;
  };
  /** Number of proxies in front, which end TLS, and whose forwarded headers are believed. */
  readonly trustedProxies: number;
}

/** A setting that cannot be understood, with its name. */
export class SettingRefused extends Error {
  override readonly name = "SettingRefused";
  readonly setting: string;
  constructor(setting: string, problem: string) {
    super(`${setting}: ${problem}`);
    this.setting = setting;
  }
}

export const DEFAULT_PORT = 4780;

/** Whether an address to listen on is reached from this computer only. */
export const isLoopback = (host: string): boolean => ["127.0.0.1", "localhost", "::1"].includes(host);

/** Where a single desk is found. */
export const loopbackUrl = ({ tls }: Pick<Settings, "tls">, port: number): string =>
  `${tls === undefined ? "http" : "https"}://localhost:${port}`;

/** Reads settings from the environment. Throws `SettingRefused` for a value that makes no sense. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, folder: string): Settings {
  const text = (name: string) => (env[name] === undefined || env[name] === "" ? undefined : env[name]);
  const port = text("KELISIM_PORT") ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new SettingRefused("KELISIM_PORT", `"${port}" is not a port; give a number from 0 to 65535`);
  const host = text("KELISIM_HOST") ?? "127.0.0.1";
  const publicUrl = text("KELISIM_URL");
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new SettingRefused("KELISIM_URL", `"${publicUrl}" is not an address such as https://desk.example.org`);
  // Sessions would travel in the open, and no browser makes a passkey there.
  if (publicUrl !== undefined && !/^(https:|http:\/\/localhost(:|\/|$))/.test(publicUrl))
    throw new SettingRefused(
      "KELISIM_URL",
      `"${publicUrl}" is an address without TLS; give the https address people use`,
    );
  if (!isLoopback(host) && publicUrl === undefined)
    throw new SettingRefused("KELISIM_URL", `is needed when the node listens on ${host}: the https address people use`);
  const proxies = text("KELISIM_PROXIES") ?? "0";
  if (!/^\d$/.test(proxies)) throw new SettingRefused("KELISIM_PROXIES", `"${proxies}" is not a number from 0 to 9`);
  const tls = readTls(text, folder);
  if (!isLoopback(host) && tls === undefined && proxies === "0")
    throw new SettingRefused(
      "KELISIM_TLS_CERT",
      `and KELISIM_TLS_KEY are needed when the node listens on ${host}; or set KELISIM_PROXIES to the number of proxies in front that end TLS`,
    );
  if (tls !== undefined && publicUrl?.startsWith("http:"))
    throw new SettingRefused("KELISIM_URL", `"${publicUrl}" is not https, which KELISIM_TLS_CERT makes the node speak`);
  const dataFolder = resolve(folder, text("KELISIM_DATA") ?? "data");
  const issuer = text("KELISIM_OIDC_ISSUER");
  const clientId = text("KELISIM_OIDC_CLIENT");
  const clientSecret = text("KELISIM_OIDC_SECRET");
  if (issuer !== undefined && (clientId === undefined || clientSecret === undefined))
    throw new SettingRefused("KELISIM_OIDC_CLIENT", "and KELISIM_OIDC_SECRET are needed beside KELISIM_OIDC_ISSUER");
  const databaseUrl = text("DATABASE_URL");
  const smtpUrl = text("SMTP_URL");
  return {
    host,
    port: Number(port),
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, "") }),
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    cacheFolder: join(dataFolder, "cache"),
    keysFolder: resolve(folder, text("KELISIM_KEYS") ?? join(dataFolder, "keys")),
    regions: (text("KELISIM_REGIONS") ?? "central-asia,four-rivers").split(",").map((name) => name.trim()),
    ...(text("KELISIM_PARTY") === undefined
      ? {}
      : {
          us: text("KELISIM_PARTY")!
            .split(",")
            .map((id) => id.trim()),
        }),
    name: text("KELISIM_NAME") ?? "Kelisim",
    highestLevel: text("KELISIM_LEVEL") ?? "unclassified",
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    mailFrom: text("KELISIM_MAIL_FROM") ?? "kelisim@localhost",
    ...(issuer === undefined
      ? {}
      : {
          oidc: { issuer, clientId: clientId!, clientSecret: clientSecret!, name: text("KELISIM_OIDC_NAME") ?? "OIDC" },
        }),
    ...(tls === undefined ? {} : { tls }),
    trustedProxies: Number(proxies),
  };
}

function readTls(text: (name: string) => string | undefined, folder: string): Settings["tls"] {
  const certificate = text("KELISIM_TLS_CERT");
  const key = text("KELISIM_TLS_KEY");
  const authority = text("KELISIM_TLS_AUTHORITY");
  if (certificate === undefined && key === undefined) {
    if (authority === undefined) return undefined;
    throw new SettingRefused("KELISIM_TLS_AUTHORITY", "says nothing without KELISIM_TLS_CERT and KELISIM_TLS_KEY");
  }
  if (certificate === undefined) throw new SettingRefused("KELISIM_TLS_CERT", "is needed beside KELISIM_TLS_KEY");
  if (key === undefined) throw new SettingRefused("KELISIM_TLS_KEY", "is needed beside KELISIM_TLS_CERT");
  return {
    certificate: resolve(folder, certificate),
    key: resolve(folder, key),
    ...(authority === undefined ? {} : { authority: resolve(folder, authority) }),
  };
}
