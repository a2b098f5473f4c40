import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { full } from "../http/problem.ts";

/** A file that was sent and not taken goes after this long, and when the node starts or stops. */
const KEPT_MS = 60 * 60_000;
/** Files of one person that lie ready; the oldest goes first. */
const MOST_OF_ONE = 4;

/** A file that lies ready to be looked at and taken. */
export interface HeldUpload {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

export interface Uploads {
  /** Writes a stream to the disk; where it breaks off nothing is left of it. */
  keep(name: string, body: AsyncIterable<Uint8Array>, person: string): Promise<HeldUpload>;
  /** Only for the person who sent it. */
  find(id: string, person: string): HeldUpload | undefined;
  /** Leaves a file to the caller, who removes its folder by `drop`. */
  claim(id: string, person: string): HeldUpload | undefined;
  drop(upload: HeldUpload): Promise<void>;
  close(): Promise<void>;
}

/** Files sent in, in `uploads` of the data folder. They carry their own names: the name may tell the vintage. */
export async function createUploads(dataFolder: string): Promise<Uploads> {
  const home = join(dataFolder, "uploads");
  await rm(home, { recursive: true, force: true });
  const held = new Map<string, HeldUpload & { readonly timer: NodeJS.Timeout }>();
  const release = (id: string) => {
    clearTimeout(held.get(id)?.timer);
    held.delete(id);
  };
  const drop = async ({ id }: HeldUpload) => {
    release(id);
    await rm(join(home, id), { recursive: true, force: true });
  };
  const find = (id: string, person: string) => {
    const found = held.get(id);
    return found?.person === person ? found : undefined;
  };
  return {
    async keep(name, body, person) {
      const id = randomUUID();
      const folder = join(home, id);
      const path = join(folder, plainName(name));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await pipeline(body, createWriteStream(path, { mode: 0o600 }));
        const { size } = await stat(path);
        const upload = { id, person, name: basename(path), path, bytes: size };
        const own = [...held.values()].filter((each) => each.person === person);
        for (const old of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) await drop(old);
        const timer = setTimeout(() => void drop(upload).catch(() => undefined), KEPT_MS);
        timer.unref();
        held.set(id, { ...upload, timer });
        return upload;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error instanceof Error && "code" in error && error.code === "ENOSPC" ? full() : error;
      }
    },
    find,
    claim(id, person) {
      const found = find(id, person);
      if (found !== undefined) release(id);
      return found;
    },
    drop,
    async close() {
      for (const id of [...held.keys()]) release(id);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The last part of a path, without what no file system takes. */
function plainName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const plain = (name.split(/[\\/]/).at(-1) ?? "").replaceAll(/[\u0000-\u001f<>:"|?*]/g, "_").trim();
  return plain === "" || plain === "." || plain === ".." ? "file" : plain.slice(-200);
}
