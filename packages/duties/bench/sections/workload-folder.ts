import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { agreementText } from "../agreement.ts";
import { runMeasurement } from "../child.ts";
import type { ParseRun } from "../kelisim/parse.ts";
import { recordLines } from "../record-lines.ts";
import { generateWorkload, KINDS, readWorkload, type Workload } from "../workload.ts";
import { type Context, script } from "./context.ts";

/** A workload in a folder, with its agreement compiled and its records written. */
export interface Ready {
  readonly folder: string;
  readonly workload: Workload;
}

/** The shared workload of so many events, made once for all sections that want it. */
export function readyWorkload(context: Context, events: number): Ready {
  if (!context.shared) throw new Error("the shared workload is absent");
  const folder = join(context.folder, `events-${events}`);
  if (mkdirSync(folder, { recursive: true }) === undefined) return { folder, workload: readWorkload(folder) };
  generateWorkload(context.shared, folder, events);
  const workload = readWorkload(folder);
  writeForKelisim(folder, workload, KINDS);
  return { folder, workload };
}

/** Writes records.jsonl, and the workload's rules as an agreement, which is compiled to program.json. */
export function writeForKelisim(folder: string, workload: Workload, kinds: number): ParseRun {
  writeFileSync(join(folder, "records.jsonl"), recordLines(workload.events));
  writeFileSync(join(folder, "agreement.accord.md"), agreementText(workload.rules, kinds));
  return runMeasurement<ParseRun>(script("parse.ts"), [folder]);
}
