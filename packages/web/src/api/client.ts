import { writeAddress } from "../state/address.ts";
import type { Address } from "../state/standpoint.ts";
import { answersIn, askedIn } from "../texts/answers.ts";
import { connection } from "./connection.ts";
import { NoConnection, problemOf } from "./problem.ts";

/** Answers kept by address, so that an unchanged one is not sent again (RFC 9110, If-None-Match). */
const kept = new Map<string, { readonly tag: string; readonly body: unknown }>();
const MOST_KEPT = 60;

/** The node, or the database behind it, is away for a while (RFC 9110, 15.6). */
export const AWAY: readonly number[] = [502, 503, 504];

/**
 * Address of an endpoint: `apiPath("/regions/x/today", { as: "KAZ" })` is "/api/v1/regions/x/today?as=KAZ". Where the page is a
 * draft the node is asked in the language behind it.
 */
export const apiPath = (path: string, query: Address = {}): string =>
  `/api/v1${path}${writeAddress(query.lang === undefined ? query : { ...query, lang: askedIn(query.lang) })}`;

/**
 * Reads from the node. Gives the body as the schema of `@kelisim/api` says; throws `ApiProblem` where the node
 * answered with a problem, and `NoConnection` where it did not answer.
 */
export async function get<T>(path: string, query: Address = {}, signal?: AbortSignal): Promise<T> {
  const address = apiPath(path, query);
  const known = kept.get(address);
  const response = await ask(address, { signal, headers: known ? { "if-none-match": known.tag } : {} });
  if (response.status === 304 && known) return known.body as T;
  if (!response.ok) throw await problemOf(response);
  const body = (await response.json()) as T;
  const tag = response.headers.get("etag");
  if (tag) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(address, { tag, body });
  }
  return body;
}

/** Sends to the node; `ifMatch` is the tag of what was read, so that two writers do not overwrite each other. */
export async function send<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  more: { readonly query?: Address; readonly ifMatch?: string; readonly signal?: AbortSignal } = {},
): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers["content-type"] = "application/json";
  if (more.ifMatch) headers["if-match"] = more.ifMatch;
  const response = await ask(apiPath(path, more.query), {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: more.signal,
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, {
      ...init,
      credentials: "same-origin",
      headers: {
        accept: "application/json, application/problem+json",
        // What is wrong is said in the language of the page, not in that of the browser.
        "accept-language": answersIn(),
        ...init.headers,
      },
    });
    if (AWAY.includes(response.status)) connection.lost();
    else connection.reached();
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    connection.lost();
    throw new NoConnection(address);
  }
}

/** Forgets kept answers: after signing in or out nothing of the session before may be shown. */
export const forgetAnswers = (): void => kept.clear();
