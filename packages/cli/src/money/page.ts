import type { PurposeShare, SeriesPoint } from "@kelisim/analysis";
import { grouped } from "@kelisim/words";
import { cells } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { isShare, type MoneyOfDataset } from "./answer.ts";
import type { MoneyQuestion } from "./ask.ts";

const t = texts.holdings;
/** Lines of one table without `--all`. */
const SHOWN = 40;
const WIDEST_KEY = 32;

type Figure = SeriesPoint | PurposeShare;

/** The figures of one data set, a table for each basis, then method, inputs and what was left out. */
export function drawMoney(paper: Paper, question: MoneyQuestion, answer: MoneyOfDataset, all: boolean): void {
  const { by, set } = question;
  const { producer, result, passedOver } = answer;
  paper.gap().text(set === undefined ? t.moneyTitle(by) : t.shareTitle(set.name, by), { style: "bold" });
  paper.text(producer.name);
  const figures: readonly Figure[] = result.value;
  const tells = figures.length === 0 || !figures.every(isUndecided);
  if (figures.length === 0) paper.gap().text(t.nothing);
  if (!tells) paper.gap().text(t.noPurposes);
  for (const [basis, those] of Map.groupBy(tells ? figures : [], basisWords)) drawTable(paper, basis, by, those, all);
  paper.gap();
  const below = { style: "dim", hang: 2 } as const;
  if (figures.length > 0 && tells) paper.text(t.wholeUnits, below);
  paper.text(t.method(result.method.id, result.method.formula), below);
  for (const input of result.inputs) paper.text(t.madeOf(input.name, input.vintage, input.of, input.rows), below);
  for (const { reason, rows } of result.exclusions) paper.text(t.excluded(reason, rows), below);
  for (const { holding, years, for: by, because } of passedOver)
    paper.text(t.passedOver(holding.id, years, by, because), below);
  for (const caveat of producer.caveats) paper.text(caveat, below);
  paper.text(t.citation(producer.citation), below).text(t.licence(producer.licence), below).gap();
}

const basisWords = ({ basis: { measure, currency, priceYear } }: Figure) => t.basis(measure, currency, priceYear);

/** Nothing of it tells whether it belongs to the set. */
const isUndecided = (figure: Figure): boolean => isShare(figure) && figure.undecided.rows === figure.rows;

function drawTable(paper: Paper, basis: string, by: readonly string[], figures: readonly Figure[], all: boolean): void {
  const shown = all ? figures : figures.slice(0, SHOWN);
  const head = [...by, ...(isShare(figures[0]!) ? [t.part, t.whole, t.share] : [t.sum])];
  const lines = shown.map((figure) => [...by.map((key) => keyWords(figure.keys[key])), ...numbersOf(figure)]);
  const widths = head.map((title, at) => {
    const widest = Math.max(cells(title), ...lines.map((line) => cells(line[at]!)));
    return at < by.length ? Math.min(WIDEST_KEY, widest) : widest;
  });
  paper.gap().text(basis);
  const draw = (line: readonly string[], style: "plain" | "dim") =>
    paper.row(
      4,
      line.map((text, at) => ({
        text: at < by.length ? text : text.padStart(widths[at]!, "\u00a0"),
        width: widths[at]!,
        style,
        gap: 2,
      })),
    );
  draw(head, "dim");
  for (const line of lines) draw(line, "plain");
  if (shown.length < figures.length) paper.text(t.more(figures.length - shown.length), { indent: 4, style: "dim" });
}

const keyWords = (value: string | number | null | undefined): string => (value == null ? t.notGiven : String(value));

function numbersOf(figure: Figure): readonly string[] {
  if (!isShare(figure)) return [figure.sum === undefined ? t.unknown : wholeUnits(figure.sum)];
  return [isUndecided(figure) ? t.unknown : wholeUnits(figure.part), wholeUnits(figure.whole), shareWords(figure)];
}

function shareWords({ share, between }: PurposeShare): string {
  if (share !== undefined) return percent(share);
  return between === undefined ? t.unknown : t.undecided(percent(between[0]), percent(between[1]));
}

/** A ratio of six places as per cent with two: "0.123456" is "12.35%". */
function percent(ratio: string): string {
  return `${(Number(ratio) * 100).toFixed(2)}%`;
}

/** An exact decimal in whole units, thousands set off; half is rounded away from zero, and what is less than one says so. */
export function wholeUnits(decimal: string): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === "0" && /[1-9]/.test(fraction)) return sign === "" ? t.less : t.lessBelow;
  const rounded = BigInt(whole) + (fraction >= "5" ? 1n : 0n);
  return `${sign}${grouped(String(rounded), texts)}`;
}
