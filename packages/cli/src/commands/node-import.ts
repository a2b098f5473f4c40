import { resolve } from "node:path";
import { EXIT, type Io } from "../io.ts";
import { OPERATOR, withStoppedNode } from "../node/stopped-node.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const SHOWN = 20;

/** `kelisim node import`: takes in a folder that an export wrote. What is held already is counted, never doubled. */
export async function nodeImport(io: Io, from: string, options: Options): Promise<Outcome> {
  const say = texts.node;
  const report = await withStoppedNode(io, options, true, async (store) => {
    try {
      const taken = await store.system.importParty(resolve(io.folder, from), OPERATOR);
      const detail = {
        taken: taken.taken,
        repeated: taken.repeated,
        erased: taken.erased.length,
        drafts: taken.drafts,
        refused: taken.problems.length,
      };
      await store.system.audit.append([{ person: OPERATOR, action: "party.import", detail }]);
      return taken;
    } catch (error) {
      if (error instanceof Error && (error.name === "ExportDamaged" || error instanceof SyntaxError))
        return refuse(error.message, say.importMend);
      throw error;
    }
  });
  if (isRefusal(report)) return report;
  if (options.json === true) await io.print(json("kelisim-node-import", { ...report }));
  else {
    await io.print(`${say.imported(report.taken, report.repeated, report.erased.length, report.drafts)}\n`);
    for (const { file, line, message } of report.problems.slice(0, SHOWN)) io.warn(`${file}:${line}: ${message}\n`);
    if (report.problems.length > 0) io.warn(`${say.refused(report.problems.length)}\n`);
  }
  return report.problems.length === 0 ? EXIT.fine : EXIT.problems;
}
