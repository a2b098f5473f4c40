import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { HttpProblem } from "./problem.ts";

/**
 * Gives answers of the interface an ETag and answers 304 to a reader that has them (RFC 9110, sections 8.8.3 and
 * 13.1.2). Weak: the same answer may be compressed or not. A route that set its own tag keeps it.
 */
export function registerEntityTags(app: App): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.method !== "GET" && request.method !== "HEAD") return payload;
    if (reply.statusCode !== 200 || !request.url.startsWith("/api/v1/")) return payload;
    let tag = reply.getHeader("etag");
    if (tag === undefined) {
      if (typeof payload !== "string" && !Buffer.isBuffer(payload)) return payload;
      tag = `W/"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}"`;
      reply.header("etag", tag);
    }
    if (!listed(request.headers["if-none-match"], String(tag), weak)) return payload;
    reply.code(304).removeHeader("content-length").removeHeader("content-type");
    return "";
  });
}

/** The tag of a thing that counts its versions, such as a draft. */
export const versionTag = (version: number | string) => `"v${version}"`;

/** Sets the tag of what a route answers. */
export const withVersion = (reply: FastifyReply, version: number | string) => reply.header("etag", versionTag(version));

/**
 * For a change of something that others may change too: the request names the version it saw in If-Match.
 * 428 when it names none (RFC 6585, section 3), 412 when another one stands there by now (RFC 9110, section 13.1.1).
 */
export function requireVersion(request: FastifyRequest, version: number | string): void {
  const header = request.headers["if-match"];
  if (header === undefined)
    throw new HttpProblem(428, "version-needed", "Say which version you saw", {
      detail: `Send the ETag you were given in If-Match.`,
      errors: [{ pointer: "/headers/if-match", detail: "is missing" }],
    });
  if (listed(header, versionTag(version), (tag) => tag)) return;
  throw changedMeanwhile();
}

/** 412: somebody else's change came first. */
export const changedMeanwhile = () =>
  new HttpProblem(412, "changed", "This was changed meanwhile", { detail: "Read it again, then decide." });

const weak = (tag: string) => tag.replace(/^W\//, "");

function listed(header: string | undefined, tag: string, read: (tag: string) => string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((each) => read(each) === read(tag));
}
