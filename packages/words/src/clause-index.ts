import type { Clause, Instrument, Program } from "@kelisim/accord/program";

export interface PlacedClause {
  readonly clause: Clause;
  readonly instrument: Instrument;
}

/** Finds clauses by id and version, and by what a person reads off a board: "VD2011 9-10", words of a title. */
export class ClauseIndex {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly #byId = new Map<string, PlacedClause>();
  readonly #byHash = new Map<string, PlacedClause>();

  /** `others`: versions that applied before or will; a line that arose under one of them finds its clause there. */
  constructor(program: Program, others: readonly Program[] = []) {
    this.instruments = new Map(program.instruments.map((instrument) => [instrument.id, instrument]));
    for (const { instruments } of [...others, program]) {
      for (const instrument of instruments) {
        for (const clause of instrument.clauses) {
          const placed = { clause, instrument };
          this.#byId.set(clause.id, placed);
          this.#byHash.set(clause.hash, placed);
        }
      }
    }
  }

  /** The clause under which a line arose: by its version, else the one given last. */
  of(line: { readonly clause: string; readonly version?: string }): PlacedClause {
    const placed = (line.version && this.#byHash.get(line.version)) || this.#byId.get(line.clause);
    if (placed === undefined)
      throw new Error(`the engine answered about a clause that was not given to it: ${line.clause}`);
    return placed;
  }

  get(id: string): PlacedClause | undefined {
    return this.#byId.get(id);
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** Clauses a person may mean: an id in any case, "INSTRUMENT ARTICLE" as printed on a board, else words of the title. */
  search(wanted: string): readonly PlacedClause[] {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/[\s\u00a0?]+/g, " ")
        .trim();
    const text = plain(wanted);
    const all = [...this.#byId.values()];
    const byId = all.filter((each) => each.clause.id.toLowerCase() === text);
    if (byId.length > 0) return byId;
    const byArticle = all.filter(
      (each) =>
        text === plain(`${each.instrument.id} ${citation(each.clause)}`) ||
        text === plain(`${each.instrument.id} ${each.clause.article}`),
    );
    if (byArticle.length > 0) return byArticle;
    // "VD2011-24" stands for VD2011-24a, -24b ... where one article holds several acts.
    const byStem = all.filter((each) => each.clause.id.toLowerCase().replace(/[a-z]$/, "") === text);
    if (byStem.length > 0) return byStem;
    const words = text.split(" ").filter((word) => word.length > 2);
    if (words.length === 0) return [];
    return all.filter((each) => words.every((word) => plain(each.clause.title).includes(word)));
  }
}

/** The article as it is cited, without "Art" or "para": the instrument's id stands before it. */
export function citation(clause: Clause): string {
  return clause.article.replace(/^(paragraphs?|paras?|articles?|arts?)\.? /i, "");
}
