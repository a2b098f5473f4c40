import type { BoundBrief } from "../bind.ts";
import { dataNotes } from "../data-notes.ts";
import { versionNotices, versionRows } from "../sign-offs.ts";
import { textsIn } from "../texts/index.ts";
import type { FormattedCitations, Run } from "./citations.ts";

/** What stands around the text of a brief in every output, in the words of its language. */
export interface Frame {
  readonly title: string;
  /** The authors; absent: none are named. */
  readonly by?: string;
  /** What must be seen first: not approved, withdrawn, out of date. */
  readonly notices: readonly string[];
  /** That our own words are a draft, where they are. */
  readonly remark?: string;
  /** Sources and data behind the text; a list with nothing in it is left out. `source`: the id of the cited source. */
  readonly lists: readonly {
    readonly id: "sources" | "data";
    readonly title: string;
    readonly entries: readonly { readonly source?: string; readonly runs: readonly Run[] }[];
  }[];
  /** The table of versions; absent: the brief names none. */
  readonly versions?: {
    readonly title: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** The frame of a brief, from its head, its figures and its citations. */
export function frameOf({ front, figures }: BoundBrief, { entries }: FormattedCitations): Frame {
  const say = textsIn(front.language);
  const stale = figures.filter(({ state }) => state === "stale").length;
  const data = dataNotes(figures, front.language).map((text) => ({ runs: [{ text }] }));
  const [header, ...rows] = versionRows(front);
  const lists = [
    { id: "sources", title: say.sources, entries },
    { id: "data", title: say.data, entries: data },
  ] as const;
  return {
    title: front.title,
    ...(front.authors.length === 0 ? {} : { by: say.by(front.authors) }),
    notices: [...versionNotices(front), ...(stale === 0 ? [] : [say.staleNotice(stale)])],
    ...(say.draftWords === undefined ? {} : { remark: say.draftWords }),
    lists: lists.filter((list) => list.entries.length > 0),
    ...(header === undefined ? {} : { versions: { title: say.versions, header, rows } }),
  };
}
