import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { attachment } from "../../http/attachment.ts";
import { FILE_TYPES, type FileFormat } from "./write-file.ts";

/** Hands a file out under a name that stays one in every folder. */
export function sendFile(
  reply: FastifyReply,
  file: Buffer | AsyncIterable<Uint8Array>,
  format: FileFormat,
  name: string,
): FastifyReply {
  return reply
    .type(FILE_TYPES[format])
    .header("content-disposition", attachment(name, format))
    .serializer((payload: unknown) => payload as string)
    .send(Buffer.isBuffer(file) ? file : Readable.from(file));
}
