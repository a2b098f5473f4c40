import type { PairInstrument, Standing } from "@kelisim/api";
import { sameEffect } from "../../state/cooperation/pair.ts";
import { writeDated } from "../../state/dated.ts";
import type { Say } from "../../texts/use-text.ts";

/** The small line under an instrument's name: when it was signed, since when it binds each, what is not known. */
export function underName(each: PairInstrument, names: readonly [string, string], t: Say, locale: string): string {
  const [first, second] = each.standings;
  const date = (text: string) => writeDated(text, locale);
  const parts: string[] = [];
  if (each.group === "one") {
    for (const [index, standing] of each.standings.entries())
      parts.push(oneWords(standing, names[index] ?? "", t, locale));
    return parts.join("; ");
  }
  if (each.signed !== undefined && (each.group === "alone" || each.group === "signed"))
    parts.push(
      each.place === undefined
        ? t("between.signedOn", { date: date(each.signed) })
        : t("between.signedAt", { date: date(each.signed), place: each.place }),
    );
  if (each.group !== "signed") {
    const both = sameEffect(each.standings);
    if (both !== undefined) parts.push(t("between.inEffect", { date: writeDated(both, locale, { after: true }) }));
    else parts.push(oneWords(first, names[0], t, locale), oneWords(second, names[1], t, locale));
  }
  if (each.sameSide) parts.push(t("between.sameSide"));
  const doubts = new Set([...first.doubts, ...second.doubts]);
  parts.push(...doubts);
  if (each.form === undefined) parts.push(t("between.now.noText"));
  return parts.join("; ");
}

function oneWords(standing: Standing, party: string, t: Say, locale: string): string {
  if (standing.state === "no row") return t("between.notParty", { party });
  const date = standing.effectDate ?? standing.actDate;
  if (standing.effectDate === undefined) {
    if (date === undefined) return t("between.noEffect", { party });
    return `${party}: ${standing.act ?? ""} ${writeDated(date, locale)}`;
  }
  return t("between.effectOf", { party, date: writeDated(standing.effectDate, locale) });
}
