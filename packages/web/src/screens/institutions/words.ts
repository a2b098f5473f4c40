import type { Indices, MembershipSourceView, SourceSpell } from "@kelisim/api";
import { writeDated } from "../../state/dated.ts";
import { citedIds } from "../../state/institutions/matrix.ts";
import type { Say } from "../../texts/use-text.ts";

type Source = Pick<MembershipSourceView, "kind" | "name">;
type Listing = Pick<MembershipSourceView, "listsAllTo">;

/** A source by its name; our own tables are told in words. */
export const sourceWords = ({ kind, name }: Source, t: Say): string =>
  kind === "file" ? name : t(`institutions.source.${kind}`);

/** The same where there is little room: "ATOP", "Correlates of War". */
const shortWords = ({ kind, name }: Source, t: Say): string =>
  kind === "file" ? (/\(([A-Z]{2,})\)/.exec(name)?.[1] ?? name.split(",")[0]!) : t(`institutions.short.${kind}`);

/** A source with the ids of what its rows cite: "Our table [S200, S204]". */
export function citedWords(source: Source, cited: string | undefined, t: Say): string {
  const ids = cited === undefined ? [] : citedIds(cited);
  const words = shortWords(source, t);
  return ids.length === 0 ? words : `${words} [${ids.join(", ")}]`;
}

/** Until when a spell holds; what a list leaves open ends for us where the list does. */
export function endWords({ to }: SourceSpell, { listsAllTo }: Listing, t: Say, locale: string): string {
  if (to !== undefined) return writeDated(to, locale);
  return listsAllTo === undefined
    ? t("institutions.noEnd")
    : t("institutions.listEnd", { date: writeDated(listsAllTo, locale) });
}

/** A spell in words: "member, 16 Aug 2006 – 28 Jun 2012". */
export function spellWords(spell: SourceSpell, source: Listing, t: Say, locale: string): string {
  const { statusName, from } = spell;
  const start = from === undefined ? t("institutions.unknownDate") : writeDated(from, locale);
  return `${statusName}, ${start} – ${endWords(spell, source, t, locale)}`;
}

/** A region by its name; one of the reader's own has none. */
export const regionName = ({ kind, name }: Indices["own"], t: Say): string =>
  kind === "reader" ? t("institutions.other.reader") : name;
