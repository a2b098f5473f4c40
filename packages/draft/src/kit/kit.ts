import type { Kind } from "@kelisim/accord/program";

/** A number of the kit that the drafter may set: "notice.days". */
export interface KitNumber {
  readonly name: string;
  /** What the kit takes where nothing is said: ours, to be agreed. */
  readonly standard: number;
  /** What it decides, as the kit's own list says it. */
  readonly about: string;
}

/** One article of a part: its heading without the number, and its Markdown with placeholders. */
export interface KitArticle {
  readonly heading: string;
  readonly text: string;
}

/** A tested set of clauses on one matter: notice, reply, inspection ... */
export interface KitPart {
  readonly id: string;
  readonly title: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** Parts without which it makes no sense. */
  readonly needs: readonly string[];
  readonly articles: readonly KitArticle[];
  /** What its parties have to decide: the Markdown list. */
  readonly decide: string;
  readonly numbers: readonly KitNumber[];
  /** Whether its clauses ask for a zone. */
  readonly zone: boolean;
  /** The kinds it speaks of, and of each the attributes that its clauses read. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A kind of the kit: what it declares, and how it is written. */
export interface KitWord {
  readonly kind: Kind;
  readonly text: string;
}

/** The drafting kit: parts to choose from, the words they need, and the frame around them. */
export interface Kit {
  readonly parts: readonly KitPart[];
  readonly words: ReadonlyMap<string, KitWord>;
  /** Markdown before the first article, with `{{...}}` to be filled. */
  readonly frame: string;
}

/** A kit that does not hold together: a fault of the kit, not of who drafts. */
export class BrokenKit extends Error {
  override readonly name = "BrokenKit";
}
