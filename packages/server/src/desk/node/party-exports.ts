import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PartyExport } from "@kelisim/api";
import type { ExportManifest, Store } from "@kelisim/store";

/** An export stands in the clear on the disk of the server; it goes after this long, and when the node starts or stops. */
const KEPT_MS = 30 * 60_000;

export interface HeldExport {
  readonly id: string;
  readonly person: string;
  readonly folder: string;
  readonly manifest: ExportManifest;
  readonly until: number;
}

export interface PartyExports {
  make(place: { readonly region: string; readonly party: string }, person: string): Promise<HeldExport>;
  /** Only for the person who asked for it. */
  find(id: string, person: string): HeldExport | undefined;
  close(): Promise<void>;
}

/** Exports that wait to be fetched, in `exports` of the data folder. */
export async function createPartyExports(store: Store, dataFolder: string, now: () => number): Promise<PartyExports> {
  const home = join(dataFolder, "exports");
  // What a node that was killed left behind.
  await rm(home, { recursive: true, force: true });
  const held = new Map<string, HeldExport>();
  const timers = new Set<NodeJS.Timeout>();
  const drop = async (id: string) => {
    held.delete(id);
    await rm(join(home, id), { recursive: true, force: true });
  };
  return {
    async make(place, person) {
      for (const each of held.values()) if (each.person === person) await drop(each.id);
      const id = randomUUID();
      const folder = join(home, id);
      await mkdir(home, { recursive: true, mode: 0o700 });
      let manifest: ExportManifest;
      try {
        manifest = await store.system.exportParty({ ...place, folder });
      } catch (error) {
        await drop(id);
        throw error;
      }
      const made: HeldExport = { id, person, folder, manifest, until: now() + KEPT_MS };
      held.set(id, made);
      const timer = setTimeout(() => {
        timers.delete(timer);
        drop(id).catch(() => undefined);
      }, KEPT_MS);
      timer.unref();
      timers.add(timer);
      return made;
    },
    find(id, person) {
      const found = held.get(id);
      return found?.person === person ? found : undefined;
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      held.clear();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Names of the files of an export, the manifest last: whoever has it has the others. */
export const namesIn = ({ files }: ExportManifest): readonly string[] => [
  ...files.map(({ name }) => name),
  "manifest.json",
];

export const exportData = ({ id, manifest, until }: HeldExport): PartyExport => ({
  id,
  region: manifest.region,
  party: manifest.party,
  at: manifest.at,
  until: new Date(until).toISOString(),
  files: manifest.files.map((file) => ({ ...file })),
});
