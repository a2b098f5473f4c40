import type { KeptHolding, Preview, RefusedOrLeft } from "@kelisim/holdings";
import type { ObservationRow, RefusedRow } from "@kelisim/model";
import type { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { texts } from "../texts/index.ts";

const t = texts.holdings;
const ROWS_SHOWN = 5;
const BELOW = { indent: 4, hang: 2 } as const;

/** What would be taken of a file: what it is, which column becomes which, the first rows, what is refused. */
export function drawPreview(paper: Paper, file: string, preview: Preview): void {
  const { layout, counts } = preview;
  paper.gap().text(t.wouldBe(file), { style: "bold" });
  paper.text(preview.producer.name);
  paper.text(t.recognised(layout.id, layout.version, layout.why));
  paper.text(t.vintage(preview.vintage, preview.vintageFrom));
  paper.text(t.counts(counts.made, preview.table, counts.read, counts.refused));
  if (!counts.whole) paper.text(t.notWhole);
  if (preview.already !== undefined) paper.text(`${t.held(file)} ${t.id(preview.already)}`);
  drawMapping(paper, preview);
  if (preview.rows.length > 0) paper.gap().text(t.rowsTitle, { style: "bold" });
  for (const row of preview.rows.slice(0, ROWS_SHOWN)) drawRow(paper, row);
  drawRefused(paper, preview.refused);
  drawTerms(paper, preview);
  paper.gap();
  for (const warning of preview.warnings) drawProblem(paper, warning);
}

/** What was taken of a file, what was not, and why. */
export function drawReport(
  paper: Paper,
  title: string,
  holding: KeptHolding,
  refused: readonly RefusedOrLeft[],
  most: number,
): void {
  paper.gap().text(title, { style: "bold" });
  drawCounts(paper, holding);
  const shown = refused.slice(0, most);
  drawRefused(paper, shown);
  if (refused.length > shown.length) paper.text(t.moreRefused(holding.id), { indent: 4, style: "dim" });
  paper.gap().text(t.id(holding.id));
}

/** All there is to say of a holding. */
export function drawHolding(paper: Paper, holding: KeptHolding, refused: readonly RefusedOrLeft[], most: number): void {
  const { file } = holding;
  drawReport(paper, holding.producer.name, holding, refused, most);
  paper.text(t.file(file.name, t.megabytes(file.bytes), file.sha256), { style: "dim" });
  paper.text(t.takenBy(holding.taken, holding.takenBy), { style: "dim" });
  drawMapping(paper, holding);
  drawTerms(paper, holding);
  paper.gap();
}

function drawCounts(paper: Paper, holding: KeptHolding): void {
  const { rows, years, priceYear, reconciled = [] } = holding;
  paper.text(t.vintage(holding.vintage, holding.vintageFrom));
  paper.text(t.counts(rows.made, holding.table, rows.read, rows.refused));
  if (years !== undefined) paper.text(t.years(...years));
  if (priceYear !== undefined) paper.text(t.priceYear(priceYearWords(priceYear)));
  for (const { because, rows: count } of holding.ignored) paper.text(t.ignored(count, because));
  if (holding.totals > 0) paper.text(t.totals(holding.totals));
  if (holding.cellsLeftOut > 0) paper.text(t.cells(holding.cellsLeftOut));
  if (holding.leftOut.length > 0) paper.text(t.leftOut(holding.leftOut));
  if (holding.beside !== undefined) paper.text(t.beside(holding.beside));
  const differ = reconciled.filter((total) => !agrees(total));
  if (reconciled.length > differ.length) paper.text(t.agreed(reconciled.length - differ.length));
  if (differ.length > 0) paper.gap().text(t.reconciledTitle, { style: "bold" });
  for (const { what, printed, summed } of differ) paper.text(t.reconciled(what, printed, summed), BELOW);
}

/** Within half a unit of the last digit that is printed. */
function agrees({ printed, summed }: { readonly printed: string; readonly summed: string }): boolean {
  const digits = printed.split(".")[1]?.length ?? 0;
  return printed !== "" && summed !== "" && Math.abs(Number(printed) - Number(summed)) <= 0.5 * 10 ** -digits;
}

function priceYearWords(priceYear: NonNullable<KeptHolding["priceYear"]>): string {
  const year = (one: number) => (one === 0 ? t.unknownYear : String(one));
  if (typeof priceYear === "number") return year(priceYear);
  const each = Object.entries(priceYear).map(([measure, one]) => `${measure} ${year(one)}`);
  return each.length === 0 ? t.unknownYear : each.join(", ");
}

function drawMapping(paper: Paper, { columns, leftOut }: Pick<KeptHolding, "columns" | "leftOut">): void {
  paper.gap().text(t.mappingTitle, { style: "bold" });
  for (const { from, to, how } of columns) paper.text(t.mapped(from, to, how), BELOW);
  if (leftOut.length > 0) paper.text(t.leftOut(leftOut), { ...BELOW, style: "dim" });
}

function drawRow(paper: Paper, { row, ...cells }: ObservationRow): void {
  const told = Object.entries(cells).map(([column, value]) => `${column}\u00a0${String(value)}`);
  paper.text(`${t.row(row)}: ${told.join("; ")}`, BELOW);
}

function drawRefused(paper: Paper, refused: readonly RefusedRow[]): void {
  if (refused.length > 0) paper.gap().text(t.refusedTitle, { style: "bold" });
  for (const { row, column, text, problem } of refused)
    paper.text(`${t.row(row)}: ${t.cell(column, text, problem)}`, BELOW);
}

function drawTerms(paper: Paper, { producer }: Pick<KeptHolding, "producer">): void {
  paper.gap().text(t.caveatsTitle, { style: "bold" });
  for (const caveat of producer.caveats) paper.text(caveat, BELOW);
  paper.text(t.citation(producer.citation), { ...BELOW, style: "dim" });
  paper.text(t.licence(producer.licence), { ...BELOW, style: "dim" });
}
