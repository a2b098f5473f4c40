import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder that the database's own user may enter, where tests run as root. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kelisim-test-"));
  await chmod(folder, 0o755);
  return folder;
}
