import type { Address } from "./standpoint.ts";

/** Reads `?as=KAZ&owes=1` as strings, whatever they look like: a router's guess at numbers would change an id. */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes an address in the order given; without anything to say it is empty. Commas and colons stay readable. */
export function writeAddress(address: Address | Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(address)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(encodeURIComponent(String(value)))}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Names of the address that a node's problem points at ("/query/w"), each once. */
export const refusedOf = (errors: readonly { readonly pointer: string }[]): readonly string[] => [
  ...new Set(errors.flatMap(({ pointer }) => /^\/query\/([^/]+)$/.exec(pointer)?.[1] ?? [])),
];

const readable = (text: string): string => text.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%7E", "~");
