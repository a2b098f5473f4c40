import type { Spell } from "@kelisim/api";
import type { Cell } from "../../state/cooperation/matrix.ts";
import { writeDated } from "../../state/dated.ts";
import type { Say } from "../../texts/use-text.ts";

/** A stretch in words: "15 Jun 2001 to 2005", "since May 2016", "not known". */
export function stretchWords({ from, to }: Pick<Spell, "from" | "to">, t: Say, locale: string): string {
  if (from !== undefined && to === undefined)
    return t("cooperation.since", { date: writeDated(from, locale, { month: "long", after: true }) });
  const start = from === undefined ? t("cooperation.unknownDate") : writeDated(from, locale);
  return to === undefined ? start : `${start} – ${writeDated(to, locale)}`;
}

/** All spells of a relation in words, for those who do not see the bars. */
export function spellsWords(spells: readonly Spell[], t: Say, locale: string): string {
  return spells.map((spell) => `${spell.statusName}, ${stretchWords(spell, t, locale)}`).join("; ");
}

/** What stands in a cell, as one sentence. */
export function cellWords(cell: Cell, party: string, organisation: string, t: Say, locale: string): string {
  const now = cell.relation?.spells.filter(({ holds }) => holds !== "no") ?? [];
  const parts = now.map((spell) => {
    const status = `${spell.statusName}, ${stretchWords(spell, t, locale)}`;
    return spell.holds === "perhaps" ? t("cooperation.perhaps", { status }) : status;
  });
  const status =
    parts.length > 0
      ? [...parts, ...(cell.disputed ? [t("cooperation.sourcesDiffer")] : [])].join("; ")
      : t(cell.relation === undefined ? "cooperation.cellNoRow" : "cooperation.cellNone");
  return t("cooperation.cell", { party, organisation, status });
}
