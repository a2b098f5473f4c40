import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Packs } from "../records/packs.ts";
import type { Writer } from "../records/writer.ts";
import { type ErasePorts, erase, listErasures, runRetention } from "./erase.ts";
import { exportParty } from "./export-party.ts";
import { importParty } from "./import-party.ts";
import { createAdoptions } from "./keep-adoptions.ts";
import { createAudit } from "./keep-audit.ts";
import { createBodies } from "./keep-bodies.ts";
import { createOfficialTexts } from "./keep-official-texts.ts";
import { createSettings } from "./keep-settings.ts";
import { createSubscriptions } from "./keep-subscriptions.ts";
import { createTokens } from "./keep-tokens.ts";
import type { SystemStore } from "./system.ts";

export interface SystemPorts {
  readonly keeper: Connections;
  readonly desk: Connections;
  readonly vault: KeyVault;
  readonly packs: Packs;
  readonly writer: Writer;
  readonly now: () => Date;
}

/** Work over all bodies: see `SystemStore`. */
export function createSystem({ keeper, desk, vault, packs, writer, now }: SystemPorts): SystemStore {
  const ports: ErasePorts = { connections: keeper, vault, packs, now };
  const exporting = {
    stream: { connections: desk, vault, packs },
    keeper,
    drafts: { connections: desk, vault, writer, now },
    now,
  };
  return {
    bodies: createBodies(keeper),
    settings: createSettings(keeper, now),
    audit: createAudit(keeper, now),
    adoptions: createAdoptions(keeper, now),
    officialTexts: createOfficialTexts(keeper, now),
    subscriptions: createSubscriptions(keeper),
    tokens: createTokens(keeper, now),
    erase: (recordId, reason, by) => erase(ports, recordId, reason, by),
    erasures: () => listErasures(keeper),
    retention: (days, by) => runRetention(ports, days, by),
    exportParty: (options) => exportParty(exporting, options),
    importParty: (folder, by) => importParty({ ...ports, writer }, folder, by),
    counts: () =>
      keeper.within(undefined, async (transaction) => {
        const { rows } = await transaction.query<{ records: string; last: string; erased: string }>(
          `select (select count(*) from kelisim.record) as records,
             (select coalesce(max(seq), 0) from kelisim.record) as last,
             (select count(*) from kelisim.erasure) as erased`,
        );
        const { records, last, erased } = rows[0]!;
        return { records: Number(records), lastSeq: Number(last), erased: Number(erased) };
      }),
  };
}
