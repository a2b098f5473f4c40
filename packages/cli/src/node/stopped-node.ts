import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OpenDatabase, Settings } from "@kelisim/server";
import { startRefusal } from "../commands/start.ts";
import type { Io } from "../io.ts";
import type { Options } from "../program.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** Who the audit names for what is done at the machine itself, with no person signed in. */
export const OPERATOR = "operator";

/**
 * Opens the data of a node that does not run, does the work, and gives everything back. A refusal where the settings
 * make no sense, where a node runs on the data (with its address), or where there are none (`mayBeNew` makes them).
 */
export async function withStoppedNode<T>(
  io: Io,
  options: Options,
  mayBeNew: boolean,
  work: (store: OpenDatabase["store"]) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { openDatabase, readSettings, SettingRefused } = await import("@kelisim/server");
  let settings: Settings;
  try {
    settings = readSettings(
      { ...io.environment, ...(options.data === undefined ? {} : { KELISIM_DATA: options.data }) },
      io.folder,
    );
  } catch (error) {
    if (error instanceof SettingRefused) return refuse(error.message, texts.node.settingMend);
    throw error;
  }
  const absent = settings.databaseUrl === undefined && !existsSync(join(settings.dataFolder, "postgres"));
  if (absent && !mayBeNew) return refuse(texts.node.noData(settings.dataFolder), texts.node.noDataMend);
  let database: OpenDatabase;
  try {
    database = await openDatabase(settings, undefined, (line) => io.warn(`${line}\n`));
  } catch (error) {
    const refusal = startRefusal(error, settings);
    if (refusal === undefined) throw error;
    return refusal;
  }
  try {
    return await work(database.store);
  } finally {
    await database.close();
  }
}
