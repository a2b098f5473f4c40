import type { Clause, Instrument, Program } from "@kelisim/accord/program";
import { lexer } from "marked";

/** A clause with its own lines of the file. */
export interface CodedClause {
  readonly clause: Clause;
  readonly code: string;
  /** 1-based line of its first word. */
  readonly line: number;
}

/** Prose, and the clauses of the block that follows it. */
export interface LiterateBlock {
  /** Markdown. */
  readonly prose: string;
  readonly clauses: readonly CodedClause[];
}

export interface LiterateSection {
  readonly heading: string;
  readonly anchor: string;
  readonly blocks: readonly LiterateBlock[];
}

interface Piece extends LiterateBlock {
  /** Instruments to which the clauses of the block belong. */
  readonly of: readonly string[];
  readonly declares: readonly string[];
}

const FENCE = "accord";

/**
 * The sections of a literate file that concern one instrument, in the order of the file: what is said, and beside it the
 * clauses. A section without clauses belongs to the instrument declared last, or to all where none was yet.
 */
export function sectionsOf(
  text: string,
  instrument: Instrument,
  program: Pick<Program, "instruments">,
): readonly LiterateSection[] {
  const inFile = program.instruments.filter(({ file }) => file === instrument.file);
  const own = new Set(instrument.clauses.map(({ id }) => id));
  const anchors = new Set<string>();
  let current: string | undefined;
  return split(text, inFile).flatMap(({ heading, pieces }) => {
    const declared = pieces.flatMap(({ declares }) => declares);
    const owners = new Set([...pieces.flatMap(({ of }) => of), ...declared]);
    if (owners.size === 0 && current !== undefined) owners.add(current);
    current = declared.at(-1) ?? current;
    if (owners.size > 0 && !owners.has(instrument.id)) return [];
    const blocks = pieces
      .map(({ prose, clauses }) => ({ prose, clauses: clauses.filter(({ clause }) => own.has(clause.id)) }))
      .filter(({ prose, clauses }) => prose !== "" || clauses.length > 0);
    return blocks.length === 0 ? [] : [{ heading, anchor: anchorOf(heading, anchors), blocks }];
  });
}

function split(
  text: string,
  instruments: readonly Instrument[],
): readonly { readonly heading: string; readonly pieces: readonly Piece[] }[] {
  const sections: { heading: string; pieces: Piece[] }[] = [{ heading: "", pieces: [] }];
  let prose = "";
  let line = 1;
  const add = (piece: Omit<Piece, "prose">) => {
    const said = prose.trim();
    prose = "";
    if (said !== "" || piece.of.length + piece.declares.length > 0)
      sections.at(-1)?.pieces.push({ prose: said, ...piece });
  };
  for (const token of lexer(text.replaceAll("\r\n", "\n"))) {
    const next = line + token.raw.split("\n").length - 1;
    if (token.type === "heading" && token.depth <= 2) {
      add({ clauses: [], of: [], declares: [] });
      // The title of the file stands above the page anyway.
      sections.push({ heading: token.depth === 1 ? "" : String(token.text), pieces: [] });
    } else if (token.type === "code" && token.lang === FENCE) add(pieceOf(token.raw, line, instruments));
    else prose += token.raw;
    line = next;
  }
  add({ clauses: [], of: [], declares: [] });
  return sections.filter(({ pieces }) => pieces.length > 0);
}

/** The clauses of one block, each with its own lines. */
function pieceOf(raw: string, first: number, instruments: readonly Instrument[]): Omit<Piece, "prose"> {
  const lines = raw.trimEnd().split("\n");
  const last = first + lines.length - 1;
  const placed = instruments
    .flatMap(({ id, clauses }) => clauses.map((clause) => ({ id, clause, line: clause.line ?? 0 })))
    .filter(({ line }) => line > first && line < last)
    .sort((a, b) => a.line - b.line);
  return {
    clauses: placed.map(({ clause, line }, index) => {
      const end = placed[index + 1]?.line ?? last;
      return {
        clause,
        line,
        code: lines
          .slice(line - first, end - first)
          .join("\n")
          .trimEnd(),
      };
    }),
    of: placed.map(({ id }) => id),
    declares: lines.flatMap((each) => /^[ \t]*instrument[ \t]+([\w-]+)/.exec(each)?.[1] ?? []),
  };
}

/** The articles that a heading names: "11-12" of "Articles 11 and 12: observers". */
export function articleOfHeading(heading: string): string | undefined {
  const found = /^(?:\d{4}, )?Art(?:icle|icles|\.)? ([\w()]+)(?:(?:, [\w()]+)*(?: (?:to|and) |-)([\w()]+))?/i.exec(
    heading,
  );
  if (found === null) return undefined;
  return found[2] === undefined ? found[1] : `${found[1]}-${found[2]}`;
}

/** "Article 9: doubts are answered" is `article-9`; other headings by their words; each once. */
function anchorOf(heading: string, taken: Set<string>): string {
  const article = /^Articles? ([\w()-]+)/i.exec(heading)?.[1];
  const words = (article === undefined ? heading : `article ${article}`)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  const base = words === "" ? "about" : words;
  let anchor = base;
  for (let count = 2; taken.has(anchor); count++) anchor = `${base}-${count}`;
  taken.add(anchor);
  return anchor;
}
