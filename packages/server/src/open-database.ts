import { mkdir } from "node:fs/promises";
import { openFileVault, openStore, type Store, StoreInUse, startEmbedded } from "@kelisim/store";
import type { Settings } from "./settings.ts";

export interface OpenDatabase {
  readonly store: Store;
  /** Connection string of the database's owner. */
  readonly databaseUrl: string;
  /** Gives everything back, in the order in which it must go. */
  close(): Promise<void>;
}

/**
 * Opens keys and database as the settings say, with the embedded PostgreSQL where no other is named. Refused with the
 * errors of `openFileVault`, `startEmbedded` and `openStore`; what was opened before a refusal is given back. After
 * `StoreInUse` the embedded server is left as it runs: it is the other node's.
 */
export async function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataFolder" | "keysFolder">,
  now: () => number = Date.now,
  say: (line: string) => void = () => undefined,
): Promise<OpenDatabase> {
  // Made before the keys' folder in it is, whose own mode lets nobody else through, PostgreSQL's user neither.
  await mkdir(settings.dataFolder, { recursive: true });
  const vault = await openFileVault({ folder: settings.keysFolder });
  let embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined;
  try {
    let url = settings.databaseUrl;
    if (url === undefined) {
      embedded = await startEmbedded({ folder: settings.dataFolder, log: say });
      url = embedded.url;
    }
    const store = await openStore({ url, vault, now: () => new Date(now()), log: say });
    return {
      store,
      databaseUrl: url,
      async close() {
        await store.close();
        await embedded?.stop();
        await vault.close();
      },
    };
  } catch (error) {
    await (error instanceof StoreInUse ? embedded?.leave() : embedded?.stop())?.catch(() => undefined);
    await vault.close();
    throw error;
  }
}
