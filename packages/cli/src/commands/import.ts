import { basename, resolve } from "node:path";
import { type FileOptions, type Holdings, isStopped, type Progress } from "@kelisim/holdings";
import { type ImportOptions, readFileOptions } from "../holdings/file-options.ts";
import { COMMAND_LINE, stoppedRefusal, withHoldings } from "../holdings/open.ts";
import { drawPreview, drawReport } from "../holdings/page.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { isRefusal } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const REFUSED_SHOWN = 20;

/** `kelisim import`: looks at a file of others, or takes it in. A signal ends it with nothing kept. */
export async function importFile(io: Io, file: string, options: ImportOptions): Promise<Outcome> {
  const wanted = readFileOptions(options);
  if (isRefusal(wanted)) return wanted;
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    const path = resolve(io.folder, file);
    return await withHoldings(io, options, (holdings) =>
      options.preview === true
        ? look(io, holdings, path, wanted, options, stop.signal)
        : take(io, holdings, path, wanted, options, stop.signal),
    );
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    io.progress?.("");
    io.warn(`${texts.holdings.stopped}\n`);
    return EXIT.problems;
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

async function look(
  io: Io,
  holdings: Holdings,
  path: string,
  wanted: FileOptions,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const preview = await holdings.preview(path, wanted, signal);
  if (isStopped(preview)) return stoppedRefusal(preview);
  if (options.json === true) await io.print(json("kelisim-import-preview", { file: basename(path), ...preview }));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawPreview(paper, basename(path), preview);
    await io.print(paper.toString());
  }
  const cannot = preview.warnings.some(({ severity }) => severity === "error");
  return cannot || preview.counts.refused > 0 ? EXIT.problems : EXIT.fine;
}

async function take(
  io: Io,
  holdings: Holdings,
  path: string,
  wanted: FileOptions,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const t = texts.holdings;
  const file = basename(path);
  const took = await holdings.take(path, COMMAND_LINE, wanted, {
    signal,
    onProgress: (progress) => io.progress?.(progressWords(file, progress)),
  });
  io.progress?.("");
  if (isStopped(took)) return stoppedRefusal(took);
  const { holding, already, warnings } = took;
  const refused = await holdings.refused(holding.id, { from: 0, rows: REFUSED_SHOWN + 1 });
  if (options.json === true)
    await io.print(json("kelisim-import", { already, holding, refused: refused.slice(0, REFUSED_SHOWN), warnings }));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawReport(paper, already ? t.held(file) : t.taken(file), holding, refused, REFUSED_SHOWN);
    paper.gap();
    for (const warning of warnings) drawProblem(paper, warning);
    await io.print(paper.toString());
  }
  return holding.rows.refused > 0 ? EXIT.problems : EXIT.fine;
}

function progressWords(file: string, { step, bytes, rows }: Progress): string {
  const t = texts.holdings;
  if (bytes !== undefined) return t.reading(file, t.megabytes(bytes.done), t.megabytes(bytes.of));
  if (step === "making") return t.making(file, rows === undefined || rows.of === 0 ? 0 : percent(rows));
  return t.scanning(file, rows?.done ?? 0);
}

const percent = ({ done, of }: { readonly done: number; readonly of: number }) =>
  Math.min(100, Math.floor((100 * done) / of));
