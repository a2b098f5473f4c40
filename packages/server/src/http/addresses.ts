import type { Settings } from "../settings.ts";

/** Under which names and from which origins a node may be asked. */
export interface Addresses {
  /** The public https address stands before us, or everything stays on this computer. */
  readonly reach: "loopback" | "hosted";
  readonly secure: boolean;
  /** Whether a Host header (RFC 9110, section 7.2) is ours. */
  ours(host: string | undefined): boolean;
  /** Whether an Origin header is ours. */
  sameOrigin(origin: string): boolean;
}

/** Names of this computer for itself; a page elsewhere whose name was made to resolve to it has another one. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `port` is asked at each request: with port 0 it is known only once the node listens. */
export function addressesOf(settings: Pick<Settings, "publicUrl" | "tls">, port: () => number): Addresses {
  if (settings.publicUrl !== undefined) {
    const url = new URL(settings.publicUrl);
    return {
      reach: "hosted",
      secure: url.protocol === "https:",
      ours: (host) => host?.toLowerCase() === url.host,
      sameOrigin: (origin) => origin === url.origin,
    };
  }
  const scheme = settings.tls === undefined ? "http://" : "https://";
  const ours = (host: string | undefined) => {
    if (host === undefined) return false;
    const [, name, at] = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d+))?$/i.exec(host) ?? [];
    return (
      name !== undefined &&
      LOOPBACK.has(name.toLowerCase()) &&
      Number(at ?? (settings.tls === undefined ? 80 : 443)) === port()
    );
  };
  return {
    reach: "loopback",
    secure: settings.tls !== undefined,
    ours,
    sameOrigin: (origin) => origin.startsWith(scheme) && ours(origin.slice(scheme.length)),
  };
}
