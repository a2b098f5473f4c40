import type { FigureChoice } from "@kelisim/api";
import { Sourced } from "../../parts/sourced.tsx";
import { writeNumber } from "../../state/format.ts";
import { type Say, useText } from "../../texts/use-text.ts";

/** A figure of a component in words: its number, its two ends, or that it was looked for. */
export function figureWords({ figure, between }: FigureChoice, t: Say, locale: string): string {
  const write = (value: number) => writeNumber(value, locale, { maximumFractionDigits: 3 });
  if (figure !== undefined) return write(figure);
  if (between === undefined) return t("institutions.lookedFor");
  return t("institutions.between", { low: write(between[0]), high: write(between[1]) });
}

/** Where a figure of a component comes from: a row of a table with its source, other tables and files, or the reader. */
export function FigureSource({ choice: { from, source, confidence, unverified } }: { readonly choice: FigureChoice }) {
  const { t } = useText();
  return from === "table" && confidence !== undefined ? (
    <Sourced source={source} confidence={confidence} unverified={unverified} />
  ) : (
    t(`institutions.from.${from}`, { source })
  );
}
