import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const compress = promisify(gzip);

/** An answer written and compressed once, for many who ask the same. */
export interface ReadyAnswer {
  readonly json: string;
  readonly gzip: Buffer;
}

export async function readyAnswer(answer: unknown): Promise<ReadyAnswer> {
  const json = JSON.stringify(answer);
  return { json, gzip: await compress(json, { level: 5 }) };
}

/** Sends it compressed to whoever takes that (RFC 9110, section 12.5.3). */
export function sendReady(request: FastifyRequest, reply: FastifyReply, { json, gzip: packed }: ReadyAnswer) {
  reply.type("application/json; charset=utf-8").header("vary", "accept-encoding");
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers["accept-encoding"] ?? ""))
    return reply.send(json);
  return reply.header("content-encoding", "gzip").send(packed);
}
