import type { Clause, Instrument, Program } from "@kelisim/accord/program";
import { lexer } from "marked";

/** Prose, and the clauses of the block that follows it. */
export interface Block {
  /** Markdown. */
  readonly prose: string;
  readonly clauses: readonly { readonly clause: Clause; readonly code: string }[];
}

export interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly blocks: readonly Block[];
}

interface Piece extends Block {
  /** Instruments that the block declares or to which its clauses belong. */
  readonly of: readonly string[];
  readonly declares: readonly string[];
}

const FENCE = "accord";
/** Anchors that the page itself has. */
const PAGE_ANCHORS = ["text", "contents", "parties", "kinds", "sources"];

/**
 * The sections of a literate file that concern one instrument, in the order of the file: what is said, and beside it the
 * clauses. A section without clauses belongs to the instrument declared last, or to all where none was yet.
 */
export function sectionsOf(text: string, instrument: Instrument, program: Program): readonly Section[] {
  const inFile = program.instruments.filter(({ file }) => file === instrument.file);
  const anchors = new Set<string>(PAGE_ANCHORS);
  let current: string | undefined;
  return split(text, inFile).flatMap(({ heading, pieces }) => {
    const declared = pieces.flatMap(({ declares }) => declares);
    const owners = new Set([...pieces.flatMap(({ of }) => of), ...declared]);
    if (owners.size === 0 && current !== undefined) owners.add(current);
    current = declared.at(-1) ?? current;
    if (owners.size > 0 && !owners.has(instrument.id)) return [];
    const blocks = pieces.map(({ prose, clauses }) => ({
      prose,
      clauses: clauses.filter(({ clause }) => instrument.clauses.includes(clause)),
    }));
    const kept = blocks.filter(({ prose, clauses }) => prose !== "" || clauses.length > 0);
    return [{ heading, anchor: anchorOf(heading, anchors), blocks: kept }];
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
      sections.at(-1)!.pieces.push({ prose: said, ...piece });
  };
  const nothing = { clauses: [], of: [], declares: [] };
  for (const token of lexer(text.replaceAll("\r\n", "\n"))) {
    const end = line + token.raw.split("\n").length - 1;
    if (token.type === "heading" && token.depth <= 2) {
      add(nothing);
      // The title of the file stands above the page anyway.
      sections.push({ heading: token.depth === 1 ? "" : String(token.text), pieces: [] });
    } else if (token.type === "code" && token.lang === FENCE) add(pieceOf(token.raw, line, instruments));
    else prose += token.raw;
    line = end;
  }
  add(nothing);
  return sections.filter(({ pieces, heading }) => pieces.length > 0 || heading !== "");
}

/** The clauses of one block, each with its own lines. */
function pieceOf(raw: string, first: number, instruments: readonly Instrument[]): Omit<Piece, "prose"> {
  const lines = raw.trimEnd().split("\n");
  const last = first + lines.length - 1;
  const placed = instruments
    .flatMap(({ id, clauses }) => clauses.map((clause) => ({ id, clause, line: clause.line ?? 0 })))
    .filter(({ line }) => line > first && line < last)
    .sort((a, b) => a.line - b.line);
  const declares = lines.flatMap((each) => /^[ \t]*instrument[ \t]+([\w-]+)/.exec(each)?.[1] ?? []);
  return {
    clauses: placed.map(({ clause, line }, index) => {
      const end = placed[index + 1]?.line ?? last;
      const code = lines.slice(line - first, end - first).join("\n");
      return { clause, code: code.trimEnd() };
    }),
    of: placed.map(({ id }) => id),
    declares,
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
