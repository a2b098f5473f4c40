import { findCodeBlocks, lines } from "../parse/fences.ts";
import type { Clause } from "./clause.ts";
import type { Instrument } from "./instrument.ts";
import type { Program } from "./program.ts";

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
  /** As it is written; empty for what stands under the title of the file. */
  readonly heading: string;
  /** Names it in an address, once a text. */
  readonly anchor: string;
  /** Empty for a heading under which nothing stands. */
  readonly blocks: readonly LiterateBlock[];
}

interface Piece extends LiterateBlock {
  /** Instruments to which the clauses of the block belong. */
  readonly of: readonly string[];
  readonly declares: readonly string[];
}

/** CommonMark 0.31, section 4.2. */
const HEADING = /^ {0,3}(#{1,2})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;

/**
 * The sections of a literate file that concern one instrument, in the order of the file: what is said, and beside it the
 * clauses. A section without clauses belongs to the instrument declared last, or to all where none was yet. `taken` are
 * anchors that no section gets.
 */
export function sectionsOf(
  text: string,
  instrument: Instrument,
  program: Pick<Program, "instruments">,
  taken: Iterable<string> = [],
): readonly LiterateSection[] {
  const inFile = program.instruments.filter(({ file }) => file === instrument.file);
  const own = new Set(instrument.clauses.map(({ id }) => id));
  const anchors = new Set(taken);
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
    return heading === "" && blocks.length === 0 ? [] : [{ heading, anchor: anchorOf(heading, anchors), blocks }];
  });
}

function split(
  text: string,
  instruments: readonly Instrument[],
): readonly { readonly heading: string; readonly pieces: readonly Piece[] }[] {
  const sections: { heading: string; pieces: Piece[] }[] = [{ heading: "", pieces: [] }];
  const blocks = findCodeBlocks(text);
  let prose: string[] = [];
  const add = (piece: Omit<Piece, "prose">) => {
    const said = prose.join("\n").trim();
    prose = [];
    if (said !== "" || piece.of.length + piece.declares.length > 0)
      sections.at(-1)!.pieces.push({ prose: said, ...piece });
  };
  const nothing = { clauses: [], of: [], declares: [] };
  let next = 0;
  for (const { content, start, line } of lines(text)) {
    while (blocks[next] !== undefined && blocks[next]!.to <= start) next += 1;
    const block = blocks[next];
    if (block !== undefined && start >= block.from) {
      // Words behind "accord" make it an example, which is prose.
      if (block.language !== "accord" || block.info !== "") prose.push(content);
      else if (start === block.from) add(pieceOf(text.slice(block.start, block.end), line + 1, instruments));
      continue;
    }
    const [, depth, words] = HEADING.exec(content) ?? [];
    if (depth === undefined) prose.push(content);
    else {
      add(nothing);
      // The title of the file stands above the page anyway.
      sections.push({ heading: depth === "#" ? "" : (words ?? ""), pieces: [] });
    }
  }
  add(nothing);
  return sections;
}

/** The clauses of one block, each with its own lines. `first` is the line of the file on which the block starts. */
function pieceOf(code: string, first: number, instruments: readonly Instrument[]): Omit<Piece, "prose"> {
  const own = code.trimEnd().split(/\r\n|\r|\n/);
  const end = first + own.length;
  const placed = instruments
    .flatMap(({ id, clauses }) => clauses.map((clause) => ({ id, clause, line: clause.line ?? 0 })))
    .filter(({ line }) => line >= first && line < end)
    .sort((a, b) => a.line - b.line);
  return {
    clauses: placed.map(({ clause, line }, index) => {
      const until = placed[index + 1]?.line ?? end;
      const text = own.slice(line - first, until - first).join("\n");
      return { clause, line, code: text.trimEnd() };
    }),
    of: placed.map(({ id }) => id),
    declares: own.flatMap((each) => /^[ \t]*instrument[ \t]+([\w-]+)/.exec(each)?.[1] ?? []),
  };
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
