import { type BriefTexts, english } from "./english.ts";
import kazakh from "./kk.json" with { type: "json" };
import kyrgyz from "./ky.json" with { type: "json" };
import tajik from "./tg.json" with { type: "json" };
import turkmen from "./tk.json" with { type: "json" };
import uzbek from "./uz.json" with { type: "json" };

/** Plain sentences of a draft; what stands between braces is filled in. What a draft has no word for stays English. */
type Draft = Omit<typeof kazakh, "columns" | "words"> & {
  readonly columns: Readonly<Record<string, string>>;
  /** Words of the analysis that stand in cells. */
  readonly words?: Readonly<Record<string, string>>;
};

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** The texts of a draft. That it is one is said at the head of the brief, in English too. */
function textsOf(draft: Draft): BriefTexts {
  const { columns, words: inCells, draft: said, noLicence, noInputs, noExclusions, ...words } = draft;
  return {
    ...english,
    ...words,
    stale: (now) => fill(words.stale, { now }),
    staleNotice: (count) => fill(words.staleNotice, { count }),
    notApproved: (number) => fill(words.notApproved, { number }),
    withdrawn: (number, name, date, reason) => fill(words.withdrawn, { number, name, date, reason }),
    note: (number) => fill(words.note, { number }),
    asNote: (number) => fill(words.asNote, { number }),
    dataset: (name, vintage) => fill(words.dataset, { name, vintage }),
    cite: (citation) => fill(words.cite, { citation: citation.replace(/\.$/, "") }),
    licence: (terms) => (terms === undefined ? noLicence : fill(words.licence, { terms: terms.replace(/\.$/, "") })),
    foundAt: (address) => fill(words.foundAt, { address }),
    method: (id, formula) => fill(words.method, { id, formula }),
    input: (name, vintage, rows) => fill(words.input, { name, vintage: vintage || "no date", rows }),
    inputs: (list) => (list.length === 0 ? noInputs : fill(words.inputs, { list: list.join("; ") })),
    excluded: (rows, reason) => fill(words.excluded, { rows, reason }),
    exclusions: (list) => (list.length === 0 ? noExclusions : fill(words.exclusions, { list: list.join("; ") })),
    moved: (recorded, now) => fill(words.moved, { recorded, now }),
    changed: (recorded) => fill(words.changed, { recorded }),
    support: (confidence, independent) =>
      fill(words.support, { confidence: inCells?.[confidence] ?? confidence, independent }),
    stateOf: (state) => fill(words.stateOf, { state }),
    check: (found) => fill(words.check, { found }),
    draftWords: `${said} (Our own words in this language are a draft that nobody has reviewed; what it lacks is in English.)`,
    columns: { ...english.columns, ...columns },
    words: { ...english.words, ...inCells },
  };
}

/** Our own words in the languages of the region, as drafts. */
export const drafts = {
  kk: textsOf(kazakh),
  ky: textsOf(kyrgyz),
  tg: textsOf(tajik),
  tk: textsOf(turkmen),
  uz: textsOf(uzbek),
};
