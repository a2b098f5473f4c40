import type { ClaimValue, FigureValue, Known, SeriesValue, TableValue } from "./document.ts";
import type { BriefLanguage } from "./read/front-matter.ts";

/** A figure as it is recorded and compared: "0.0377 %", "44 million EUR", "Not free", "unknown". */
export function recordedText({ value, unit }: FigureValue): string {
  if (value === undefined) return UNKNOWN;
  return unit === "" ? value : `${value} ${unit}`;
}

export const UNKNOWN = "unknown";

/** What was worked out, as it is recorded and compared. Tables and claims are told apart by a sum of their letters. */
export function recordedAnswer(known: Known): string {
  switch (known.kind) {
    case "figure":
      return recordedText(known.figure.value);
    case "series":
      return recordedSeries(known.figure.value);
    case "table":
      return recordedTable(known.figure.value);
    case "claim":
      return recordedClaim(known.figure.value);
  }
}

/** Where a series has more points than a line can hold. */
const MOST_POINTS = 60;

function recordedSeries(series: SeriesValue): string {
  const { points, unit } = series;
  if (points.length === 0) return UNKNOWN;
  if (points.length > MOST_POINTS) return `${points.length} values, ${sumOfLetters(series)}`;
  return points
    .map(({ at, value }) => `${at}: ${recordedText({ ...(value === undefined ? {} : { value }), unit })}`)
    .join("; ");
}

const recordedTable = (table: TableValue): string =>
  `${table.rows.length} ${table.rows.length === 1 ? "row" : "rows"}, ${sumOfLetters(table)}`;

const recordedClaim = (claim: ClaimValue): string => `${claim.state}, ${sumOfLetters(claim)}`;

/** FNV-1a of 32 bits over what it holds: tells whether anything changed, and proves nothing. */
function sumOfLetters(value: unknown): string {
  let sum = 0x811c9dc5;
  for (const letter of JSON.stringify(value)) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}

const NUMBER = /^(-?)(\d+)(\.\d+)?(?=$|\s)/;

/** A recorded text as people of the language read it: digits in groups, the sign before decimals, "unknown" in their word. */
export function shownText(recorded: string, language: BriefLanguage, unknown: string): string {
  if (recorded === UNKNOWN) return unknown;
  const [separator, point] = language === "en" ? [",", "."] : ["\u00a0", ","];
  return recorded
    .replace(NUMBER, (_, sign: string, whole: string, rest: string | undefined) => {
      const grouped = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, separator);
      return `${sign === "-" ? "\u2212" : ""}${grouped}${rest === undefined ? "" : `${point}${rest.slice(1)}`}`;
    })
    .replace(UNIT, (_, before: string, size: string) => `${before}${sizeIn(language, size)}`)
    .replaceAll(" ", "\u00a0");
}

const UNIT = /(^|\s)(thousand|million|billion)(?=$|\s)/;
const SIZES: Readonly<Record<string, string>> = { thousand: "тыс.", million: "млн", billion: "млрд" };
const sizeIn = (language: BriefLanguage, size: string): string => (language === "ru" ? (SIZES[size] ?? size) : size);

/** A unit as people of the language read it: "million USD", "млн USD". */
export const shownUnit = (unit: string, language: BriefLanguage): string =>
  unit.replace(UNIT, (_, before: string, size: string) => `${before}${sizeIn(language, size)}`);

/** The number at the head of a recorded text, for the length of a bar; undefined where it has none. */
export function numberIn(recorded: string): number | undefined {
  const [found] = NUMBER.exec(recorded) ?? [];
  return found === undefined ? undefined : Number(found);
}
