import type { AgreementSection, OfficialText } from "@kelisim/api";

export interface AlignedRow {
  /** "5", "2-3"; absent: text before the first article, or after the summary's last. */
  readonly article?: string;
  readonly section?: AgreementSection;
  /** Of each text its articles that belong here, in the order of the texts; empty: not in what is held. */
  readonly texts: readonly (readonly OfficialText["articles"][number][])[];
}

/** The numbers that an article of the summary spans: "2-3" is 2 and 3, "IX" and "6(1)" are themselves. */
export function articlesIn(article: string): readonly string[] {
  const [from = "", to] = article.split("-");
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to ?? "", 10)];
  if (!Number.isInteger(first)) return [article];
  if (!Number.isInteger(last) || last < first || last - first > 40) return [String(first)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/**
 * Sets official texts beside the summary, article by article. Sections without an article (what it is, what was read)
 * are left out; articles that the summary leaves out follow in their own order, so that nothing of a text is lost.
 */
export function alignTexts(
  sections: readonly AgreementSection[],
  texts: readonly OfficialText[],
): readonly AlignedRow[] {
  const taken = texts.map(() => new Set<number>());
  const rows: AlignedRow[] = [];
  const opening = texts.map(({ articles }, at) =>
    articles.filter((each, index) => each.article === undefined && taken[at]!.add(index) !== undefined),
  );
  if (opening.some((each) => each.length > 0)) rows.push({ texts: opening });
  for (const section of sections) {
    if (section.article === undefined) continue;
    const numbers = new Set(articlesIn(section.article));
    const found = texts.map(({ articles }, at) =>
      articles.filter((each, index) => {
        if (each.article === undefined || !numbers.has(each.article) || taken[at]!.has(index)) return false;
        taken[at]!.add(index);
        return true;
      }),
    );
    rows.push({ article: section.article, section, texts: found });
  }
  const rest = new Map<string, (readonly OfficialText["articles"][number][])[]>();
  for (const [at, { articles }] of texts.entries()) {
    for (const [index, each] of articles.entries()) {
      if (taken[at]!.has(index)) continue;
      const key = each.article ?? "";
      const row = rest.get(key) ?? texts.map(() => []);
      row[at] = [...(row[at] ?? []), each];
      rest.set(key, row);
    }
  }
  for (const [article, found] of rest) rows.push({ ...(article === "" ? {} : { article }), texts: found });
  return rows;
}

/** "6 to 15" of the articles that a text holds; empty: it has no markers. */
export function span(text: OfficialText): { readonly from: string; readonly to: string } | undefined {
  const numbers = text.articles.flatMap(({ article }) => (article === undefined ? [] : [article]));
  return numbers.length === 0 ? undefined : { from: numbers[0]!, to: numbers.at(-1)! };
}
