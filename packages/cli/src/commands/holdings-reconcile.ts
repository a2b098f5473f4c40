import { basename, resolve } from "node:path";
import type { PrintedBeside } from "@kelisim/holdings";
import { readText } from "../files/read-text.ts";
import { withHoldings } from "../holdings/open.ts";
import { EXIT, type Io } from "../io.ts";
import { cells } from "../look/cells.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { wholeUnits } from "../money/page.ts";
import { json } from "../output/json.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";
import { type HoldingsOptions, noHolding } from "./holdings.ts";

const t = texts.holdings;
const WIDEST = 36;

/** `kelisim holdings reconcile`: printed totals beside the rows of a holding. Exit status 1 where one differs. */
export async function holdingsReconcile(io: Io, id: string, file: string, options: HoldingsOptions): Promise<Outcome> {
  const text = await readText(resolve(io.folder, file), file);
  if (isRefusal(text)) return text;
  return withHoldings<number>(
    io,
    options,
    async (library) => {
      const found = await library.reconcile(id, text);
      if (found === undefined) return noHolding(id, library);
      const paper = new Paper(await lookOf(io, options));
      if ("problems" in found) {
        for (const problem of found.problems) drawProblem(paper, { ...problem, file: basename(file) });
        io.warn(paper.toString());
        return EXIT.usage;
      }
      const { totals } = found;
      if (options.json === true) await io.print(json("kelisim-holding-totals", { holding: id, totals }));
      else {
        drawTotals(paper, basename(file), id, totals);
        await io.print(paper.toString());
      }
      return totals.every(({ state }) => state === "agrees") ? EXIT.fine : EXIT.problems;
    },
    async () => refuse(t.noHolding(id), t.heldAre([])),
  );
}

function drawTotals(paper: Paper, file: string, id: string, totals: readonly PrintedBeside[]): void {
  paper.gap().text(t.reconcileTitle(file, id), { style: "bold" });
  if (totals.length === 0) {
    paper.text(t.noTotals(file)).gap();
    return;
  }
  const lines = totals.map((total) => [
    String(total.line),
    total.what,
    total.sum,
    wholeUnits(total.printed),
    total.summed === undefined ? t.unknown : wholeUnits(total.summed),
    total.difference === undefined ? "" : wholeUnits(total.difference),
    String(total.rows),
    stateWords(total),
  ]);
  const widths = t.totalColumns.map((title, at) =>
    Math.min(WIDEST, Math.max(cells(title), ...lines.map((line) => cells(line[at]!)))),
  );
  const draw = (line: readonly string[], style: "plain" | "dim") =>
    paper.row(
      2,
      line.map((text, at) => ({
        text: at > 2 && at < 7 ? text.padStart(widths[at]!, "\u00a0") : text,
        width: widths[at]!,
        style,
        gap: 2,
      })),
    );
  draw(t.totalColumns, "dim");
  for (const line of lines) draw(line, "plain");
  paper
    .gap()
    .text(t.totalsAgree(totals.filter(({ state }) => state === "agrees").length, totals.length))
    .gap();
}

function stateWords({ state, without, kinds }: PrintedBeside): string {
  const words = kinds === undefined ? t.totalStates[state] : `${t.totalStates[state]} (${kinds.join("; ")})`;
  return without === 0 ? words : `${words}; ${t.withoutValue(without)}`;
}
