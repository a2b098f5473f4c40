import { chownSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedServerRefused } from "../errors.ts";

/** The user as whom PostgreSQL runs; undefined: as this process. */
export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root. Then it runs as `postgres`, or else `nobody`, of the machine's users. */
export function chooseUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map<string, RunAs>();
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name = "", , uid, gid] = line.split(":");
    if (uid !== undefined && gid !== undefined) users.set(name, { name, uid: Number(uid), gid: Number(gid) });
  }
  const user = users.get("postgres") ?? users.get("nobody");
  if (user !== undefined && user.uid !== 0) return user;
  throw new EmbeddedServerRefused(
    "PostgreSQL does not run as root, and there is no user postgres to run it as; start Kelisim as an ordinary user",
  );
}

/** Refuses with the folder's name where a folder above `path` does not let the user through. */
export function checkReach(path: string, user: RunAs): void {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const entry = statSync(folder);
    const { mode, uid, gid } = entry;
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (entry.isDirectory() && (mode & execute) === 0) {
      throw new EmbeddedServerRefused(
        `PostgreSQL runs as the user ${user.name}, who may not pass through ${folder} on the way to ${path}; ` +
          `allow it (chmod o+x ${folder}), choose another folder, or start Kelisim as an ordinary user`,
      );
    }
    if (dirname(folder) === folder) return;
  }
}

/** Gives a folder and all in it to the user. */
export function giveTo(path: string, user: RunAs): void {
  chownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), user);
}
