import type { Plot } from "../document.ts";
import { shownText } from "../figure-text.ts";
import type { BriefLanguage } from "../read/front-matter.ts";
import { escaped } from "./escaped.ts";

/** Colours that stay apart for the colour-blind (Okabe and Ito 2008, darkened for thin lines), and in grey with shape and dashes. */
const COLOURS = ["#1b4f8f", "#a63009", "#0a6570", "#785200", "#7a2c6c", "#3a3f45", "#2f7d32"];
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 2", "12 3"];
const WIDTH = 640;
const HEIGHT = 250;
const PLACE = { left: 70, right: 14, top: 26, bottom: 36 };
const LEGEND = 18;

/** A picture of series: no script, no style sheet, nothing that is fetched; the same text for the same values. */
export function plotSvg(plot: Plot, language: BriefLanguage): string {
  const rows = legendRows(plot);
  const height = HEIGHT + LEGEND * rows.length;
  const scale = scaleOf(plot);
  const y = (value: number) => {
    const inner = HEIGHT - PLACE.top - PLACE.bottom;
    return round(PLACE.top + inner * (1 - (value - scale.least) / (scale.most - scale.least)));
  };
  const step = (WIDTH - PLACE.left - PLACE.right) / Math.max(plot.keys.length, 1);
  const x = (at: number) => round(PLACE.left + step * (at + 0.5));
  const drawn = plot.form === "line" ? linesOf(plot, x, y) : barsOf(plot, step, y);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(plotWords(plot))}" font-family="Libertinus Serif, Noto Serif, Georgia, serif" font-size="12" fill="#1c2024">`,
    `<text x="0" y="13">${escaped(plot.unit)}</text>`,
    ...scale.ticks.map(
      (tick) =>
        `<line x1="${PLACE.left}" x2="${WIDTH - PLACE.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="${tick === 0 ? "#57606a" : "#dee3e7"}"></line><text x="${PLACE.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${escaped(shownText(String(tick), language, ""))}</text>`,
    ),
    ...keyLabels(plot, x),
    ...drawn,
    ...legendOf(plot, rows),
    "</svg>",
  ].join("");
}

/** A bar as long as its part of the greatest, from 0 to 1. */
export function barSvg(part: number): string {
  const width = round(100 * part);
  return `<svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="5" fill="#3b6ea5"></rect></svg>`;
}

/** What a picture shows, for those who do not see it; the values stand in the table below. */
export function plotWords({ title, keys, series }: Plot): string {
  const over = keys.length === 0 ? "" : ` (${keys[0]}${keys.length === 1 ? "" : ` \u2013 ${keys.at(-1)}`})`;
  return `${title}${over}: ${series.map(({ label }) => label).join(", ")}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** From zero, or from below it where values are; steps of 1, 2 or 5 times a power of ten. */
function scaleOf({ series }: Plot): {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
} {
  const values = series.flatMap((each) => each.values.filter((value) => value !== undefined));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = power * ([1, 2, 5, 10].find((each) => span / (each * power) <= 6) ?? 10);
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)];
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(digits)));
  return { least: ticks[0]!, most: ticks.at(-1)!, ticks };
}

/** Names under the picture, on two lines where one is too short; of many only as many as stand beside each other. */
function keyLabels({ keys }: Plot, x: (at: number) => number): readonly string[] {
  const step = (WIDTH - PLACE.left - PLACE.right) / Math.max(keys.length, 1);
  const letters = Math.max(6, Math.floor((step - 4) / 6));
  // Some fonts of readers are wider than ours, and labels must not touch.
  const width = (text: number) => text * 7.5 + 5;
  const longest = Math.max(...keys.map((key) => Math.max(...broken(key, letters).map((line) => line.length))), 1);
  const every = Math.ceil(width(longest) / Math.max(step, 1));
  return keys.flatMap((key, at) => {
    if (at % every !== 0) return [];
    const lines = broken(key, letters).map(
      (line, row) => `<tspan x="${x(at)}" y="${HEIGHT - PLACE.bottom + 16 + 13 * row}">${escaped(line)}</tspan>`,
    );
    return [`<text text-anchor="middle">${lines.join("")}</text>`];
  });
}

/** A name on at most two lines, broken between words. */
function broken(name: string, letters: number): readonly string[] {
  if (name.length <= letters) return [name];
  const at = name.lastIndexOf(" ", letters);
  return at < 1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

function linesOf({ series }: Plot, x: (at: number) => number, y: (value: number) => number): readonly string[] {
  return series.map(({ values }, at) => {
    const colour = COLOURS[at % COLOURS.length]!;
    const dash = DASHES[at % DASHES.length]!;
    let pen = "M";
    const path = values
      .flatMap((value, key) => {
        const command = value === undefined ? [] : [`${pen}${x(key)} ${y(value)}`];
        pen = value === undefined ? "M" : "L";
        return command;
      })
      .join("");
    const marks = values.flatMap((value, key) => (value === undefined ? [] : [markAt(at, x(key), y(value), colour)]));
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}></path>${marks.join("")}`;
  });
}

/** Series differ by shape too: circle, square, diamond, triangle. */
function markAt(series: number, x: number, y: number, colour: string): string {
  switch (series % 4) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"></circle>`;
    case 1:
      return `<rect x="${round(x - 3.2)}" y="${round(y - 3.2)}" width="6.4" height="6.4" fill="${colour}"></rect>`;
    case 2:
      return `<path d="M${x} ${round(y - 4.5)}L${round(x + 4.5)} ${y}L${x} ${round(y + 4.5)}L${round(x - 4.5)} ${y}Z" fill="${colour}"></path>`;
    default:
      return `<path d="M${x} ${round(y - 4.5)}L${round(x + 4.2)} ${round(y + 3.2)}L${round(x - 4.2)} ${round(y + 3.2)}Z" fill="${colour}"></path>`;
  }
}

function barsOf({ series }: Plot, step: number, y: (value: number) => number): readonly string[] {
  const width = (step * 0.8) / series.length;
  return series.flatMap(({ values }, at) =>
    values.flatMap((value, key) => {
      if (value === undefined) return [];
      const x = round(PLACE.left + step * (key + 0.1) + width * at);
      return [
        `<rect x="${x}" y="${y(value)}" width="${round(width * 0.92)}" height="${round(y(0) - y(value))}" fill="${COLOURS[at % COLOURS.length]!}"></rect>`,
      ];
    }),
  );
}

/** Names of series in rows as wide as the picture. */
/** Room for a mark and a name; letters of other alphabets and of other fonts are wider than ours. */
const legendWidth = (label: string): number => 36 + label.length * 7.8;

function legendRows({ series }: Plot): readonly (readonly number[])[] {
  if (series.length < 2) return [];
  const rows: number[][] = [[]];
  let used = 0;
  for (const [at, { label }] of series.entries()) {
    const width = legendWidth(label);
    if (used > 0 && used + width > WIDTH - PLACE.left) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(at);
    used += width;
  }
  return rows;
}

function legendOf({ form, series }: Plot, rows: readonly (readonly number[])[]): readonly string[] {
  return rows.flatMap((row, line) => {
    const y = HEIGHT + LEGEND * line + 8;
    let x = PLACE.left;
    return row.map((at) => {
      const { label } = series[at]!;
      const colour = COLOURS[at % COLOURS.length]!;
      const dash = DASHES[at % DASHES.length]!;
      const sign =
        form === "bar"
          ? `<rect x="${x}" y="${y - 5}" width="18" height="9" fill="${colour}"></rect>`
          : `<line x1="${x}" x2="${x + 20}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}></line>${markAt(at, x + 10, y, colour)}`;
      const text = `<text x="${x + 24}" y="${y + 4}">${escaped(label)}</text>`;
      x += Math.round(legendWidth(label));
      return sign + text;
    });
  });
}
