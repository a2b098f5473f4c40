import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What is written down of a job while it goes on. */
export interface JobNote {
  readonly id: string;
  readonly person: string;
  /** Name of the file that is being taken in. */
  readonly file: string;
}

/** Which files are being taken in, a page each: what a node that died leaves there is known by the next one. */
export interface JobNotes {
  /** Jobs that were going on when the node before ended, in no order. */
  readonly lost: readonly JobNote[];
  write(note: JobNote): Promise<void>;
  /** The job is over, and whoever began it is told by this node. */
  remove(id: string): Promise<void>;
}

/** Opens `jobs` of the data folder and empties it: what is lost is told once. Throws what the file system says. */
export async function openJobNotes(dataFolder: string): Promise<JobNotes> {
  const folder = join(dataFolder, "jobs");
  const pathOf = (id: string) => join(folder, `${id}.json`);
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    lost: texts.flatMap(noteIn),
    write: (note) => writeFile(pathOf(note.id), JSON.stringify(note), { mode: 0o600 }),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** A page that was not written to its end tells of nothing: its file had not been begun. */
function noteIn(text: string): readonly JobNote[] {
  try {
    const { id, person, file } = JSON.parse(text) as Partial<JobNote>;
    return id === undefined || person === undefined || file === undefined ? [] : [{ id, person, file }];
  } catch {
    return [];
  }
}
