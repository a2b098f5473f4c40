import type { FigureValue } from "./document.ts";
import type { BriefLanguage } from "./read/front-matter.ts";

/** A figure as it is recorded and compared: "0.0377 %", "44 million EUR", "Not free", "unknown". */
export function recordedText({ value, unit }: FigureValue): string {
  if (value === undefined) return UNKNOWN;
  return unit === "" ? value : `${value} ${unit}`;
}

export const UNKNOWN = "unknown";

const NUMBER = /^(-?)(\d+)(\.\d+)?(?=$|\s)/;

/** A recorded text as people of the language read it: digits in groups, the sign before decimals, "unknown" in their word. */
export function shownText(recorded: string, language: BriefLanguage, unknown: string): string {
  if (recorded === UNKNOWN) return unknown;
  const [separator, point] = language === "ru" ? ["\u00a0", ","] : [",", "."];
  return recorded
    .replace(NUMBER, (_, sign: string, whole: string, rest: string | undefined) => {
      const grouped = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, separator);
      return `${sign === "-" ? "\u2212" : ""}${grouped}${rest === undefined ? "" : `${point}${rest.slice(1)}`}`;
    })
    .replaceAll(" ", "\u00a0");
}

/** The number at the head of a recorded text, for the length of a bar; undefined where it has none. */
export function numberIn(recorded: string): number | undefined {
  const [found] = NUMBER.exec(recorded) ?? [];
  return found === undefined ? undefined : Number(found);
}
