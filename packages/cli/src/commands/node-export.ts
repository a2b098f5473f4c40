import { resolve } from "node:path";
import { EXIT, type Io } from "../io.ts";
import { OPERATOR, withStoppedNode } from "../node/stopped-node.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

interface ExportOptions extends Options {
  readonly out?: string;
}

/** `kelisim node export`: writes everything a party owns into a folder. */
export async function nodeExport(io: Io, options: ExportOptions): Promise<Outcome> {
  const say = texts.node;
  const { party, out, region } = options;
  if (party === undefined) return refuse(say.exportNeedsParty, say.exportExample);
  if (out === undefined) return refuse(say.exportNeedsFolder, say.exportExample);
  const folder = resolve(io.folder, out);
  const manifest = await withStoppedNode(io, options, false, async (store) => {
    const keeps = (await store.system.bodies.list(region)).filter((body) => body.party === party);
    if (keeps.length === 0) {
      const there = [...new Set((await store.system.bodies.list()).map((body) => `${body.region} ${body.party}`))];
      return refuse(say.noBodies(party, region), ...(there.length === 0 ? [] : [say.thereAre(there)]));
    }
    try {
      const made = await store.system.exportParty({ region, party, folder });
      const lines = Object.fromEntries(made.files.map(({ name, lines }) => [name, lines]));
      await store.system.audit.append([{ person: OPERATOR, region, party, action: "party.export", detail: { lines } }]);
      return made;
    } catch (error) {
      return folderRefusal(error, folder);
    }
  });
  if (isRefusal(manifest)) return manifest;
  if (options.json === true) await io.print(json("kelisim-node-export", { ...manifest }));
  else {
    const width = Math.max(...manifest.files.map(({ name }) => name.length));
    for (const { name, lines } of manifest.files) await io.print(`${name.padEnd(width)}  ${say.lines(lines)}\n`);
    await io.print(`${say.exported(party, folder)}\n`);
  }
  return EXIT.fine;
}

/** A folder that is in use, or that cannot be written, is the person's to choose anew. */
function folderRefusal(error: unknown, folder: string): Refusal {
  if (!(error instanceof Error)) throw error;
  if (error.name === "FolderNotEmpty") return refuse(error.message);
  if ("syscall" in error) return refuse(texts.node.cannotWrite(folder, error.message));
  throw error;
}
