import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Paper } from "@kelisim/api";
import { readBrief } from "@kelisim/brief";
import type { Desk } from "../desk.ts";

const NAME = /^([a-z0-9][a-z0-9-]{0,79})\.md$/;

/** Papers that come with a region: the files of its folder `briefs`, by their names. None where there is no such folder. */
export async function papersOf({ open }: Pick<Desk, "open">): Promise<readonly Paper[]> {
  const folder = join(open.folder.path, "briefs");
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return Promise.all(
    names
      .filter((name) => NAME.test(name))
      .sort()
      .map(async (name) => {
        const text = await readFile(join(folder, name), "utf8");
        const { title, language } = readBrief(text).brief.front;
        return { id: NAME.exec(name)![1]!, title, language, text };
      }),
  );
}
