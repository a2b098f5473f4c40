import type { Problem } from "@kelisim/model";
import { Lexer, type Token, type Tokens } from "marked";
import type { Block, BriefBlock, Call, CitationUse, FigureUse, Inline, Place, Shape } from "../document.ts";
import { BLOCKS, type BlockName, readAskedBlock } from "./asked-block.ts";
import { readFigures, readSources, type SourceLine } from "./fences.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { cutAtMarks, findMarks, forbiddenAt, type Mark, unmarked } from "./marks.ts";
import { Places, problemAt } from "./places.ts";

/** A brief as it is written: its text as blocks, and what it uses. Nothing of it was asked yet. */
export interface Brief {
  readonly front: FrontMatter;
  readonly blocks: readonly BriefBlock[];
  readonly figures: readonly FigureUse[];
  readonly citations: readonly CitationUse[];
  readonly sources: readonly SourceLine[];
}

/**
 * Reads the text of a brief. Problems name line and column; a brief with errors is given as far as it could be read and is not
 * meant to be printed.
 */
export function readBrief(text: string): { readonly brief: Brief; readonly problems: readonly Problem[] } {
  const places = new Places(text);
  const { front, lines, problems } = readFrontMatter(text, places);
  const at = forbiddenAt(text);
  if (at !== -1) {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    const message = `the letter U+${code} cannot stand in a brief`;
    const brief = { front, blocks: [], figures: [], citations: [], sources: [] };
    return {
      brief,
      problems: [...problems, problemAt(places.of(at, 1), "error", "brief/letter", message, "take it out")],
    };
  }
  return new Reader(text, places, front, lines, problems).read();
}

type Written = Pick<Extract<Inline, { kind: "text" }>, "strong" | "emphasis">;

class Reader {
  readonly #places: Places;
  readonly #front: FrontMatter;
  readonly #marks: readonly Mark[];
  readonly #source: string;
  readonly #text: string;
  readonly #problems: Problem[];
  readonly #names = new Map<string, Call>();
  readonly #sources = new Map<string, SourceLine>();
  readonly #figures: FigureUse[] = [];
  readonly #citations: CitationUse[] = [];
  /** Line of the block that is being read. */
  #line = 1;

  constructor(text: string, places: Places, front: FrontMatter, head: number, problems: readonly Problem[]) {
    this.#source = text;
    this.#places = places;
    this.#front = front;
    this.#problems = [...problems];
    const { marks, text: marked } = findMarks(text, places);
    this.#marks = marks;
    const lines = marked.split(/\r?\n/);
    this.#text = [...lines.slice(0, head).map(() => ""), ...lines.slice(head)].join("\n");
  }

  read(): { readonly brief: Brief; readonly problems: readonly Problem[] } {
    const tokens = placed(new Lexer({ gfm: true }).lex(this.#text));
    for (const { token, line } of tokens) {
      if (token.type !== "code") continue;
      const into = fence(token);
      if (into === "figures")
        this.#problems.push(...readFigures(unmarked(token.text, this.#marks), line, this.#places, this.#names));
      if (into === "sources")
        this.#problems.push(...readSources(unmarked(token.text, this.#marks), line, this.#places, this.#sources));
    }
    const blocks = tokens.flatMap(({ token, line }): readonly BriefBlock[] => {
      this.#line = line;
      return token.type === "code" ? this.#code(token as Tokens.Code, true) : this.#block(token);
    });
    const brief = {
      front: this.#front,
      blocks,
      figures: this.#figures,
      citations: this.#citations,
      sources: [...this.#sources.values()],
    };
    return { brief, problems: this.#problems };
  }

  #block(token: Token): readonly Block[] {
    switch (token.type) {
      case "space":
      case "def":
        return [];
      case "heading":
        return [{ kind: "heading", depth: token.depth, inlines: this.#inlines(token.tokens ?? []) }];
      case "paragraph":
      case "text":
        return [{ kind: "paragraph", inlines: this.#inlines(token.tokens ?? [token]) }];
      case "list":
        return [
          {
            kind: "list",
            ordered: token.ordered,
            start: Number(token.start) || 1,
            items: (token as Tokens.List).items.map(({ tokens }) => tokens.flatMap((each) => this.#block(each))),
          },
        ];
      case "blockquote":
        return [{ kind: "quote", blocks: (token.tokens ?? []).flatMap((each) => this.#block(each)) }];
      case "hr":
        return [{ kind: "rule" }];
      case "table": {
        const { header, rows } = token as Tokens.Table;
        const cell = ({ tokens }: Tokens.TableCell) => this.#inlines(tokens);
        return [{ kind: "table", header: header.map(cell), rows: rows.map((row) => row.map(cell)) }];
      }
      case "code":
        return this.#code(token as Tokens.Code, false);
      default:
        return [{ kind: "paragraph", inlines: this.#plain(token.raw, {}) }];
    }
  }

  #code(token: Tokens.Code, top: true): readonly BriefBlock[];
  #code(token: Tokens.Code, top: false): readonly Block[];
  #code(token: Tokens.Code, top: boolean): readonly BriefBlock[] {
    const special = fence(token);
    if (special === undefined) return [{ kind: "code", text: unmarked(token.text, this.#marks) }];
    if (!top) {
      this.#wrong(
        this.#places.line(this.#line),
        "fence-inside",
        `a block "${special}" stands inside another`,
        "put it at the left margin, by itself",
      );
      return [];
    }
    if (special === "figures" || special === "sources") return [];
    return readAskedBlock(special, token.text, this.#line, {
      text: this.#source,
      places: this.#places,
      marks: this.#marks,
      mark: (at) => this.#mark(at),
      ask: ({ asked, ...use }) => this.#ask(asked, use),
      wrong: (place, code, message, mend) => this.#wrong(place, code, message, mend),
    });
  }

  #inlines(tokens: readonly Token[], written: Written = {}): readonly Inline[] {
    return tokens.flatMap((token): readonly Inline[] => {
      switch (token.type) {
        case "strong":
          return this.#inlines(token.tokens ?? [], { ...written, strong: true });
        case "em":
          return this.#inlines(token.tokens ?? [], { ...written, emphasis: true });
        case "codespan":
          return [{ kind: "code", text: unmarked(token.text, this.#marks) }];
        case "br":
          return [{ kind: "break" }];
        case "link":
          return this.#link(token as Tokens.Link, written);
        case "image":
          this.#wrong(
            this.#places.line(this.#line),
            "picture",
            "a brief holds no pictures",
            "take it out; charts are blocks of figures",
          );
          return [];
        case "text":
          return token.tokens === undefined ? this.#plain(token.text, written) : this.#inlines(token.tokens, written);
        case "escape":
          return this.#plain(token.text, written);
        default:
          return this.#plain(token.raw, written);
      }
    });
  }

  #link({ href, text, tokens }: Tokens.Link, written: Written): readonly Inline[] {
    if (!/^(https?:\/\/|mailto:)/.test(href) || cutAtMarks(href + text).some((piece) => typeof piece === "number"))
      return this.#inlines(tokens, written);
    return [{ kind: "link", text, address: href }];
  }

  #plain(text: string, written: Written): readonly Inline[] {
    return cutAtMarks(text).flatMap((piece): readonly Inline[] =>
      typeof piece === "number" ? this.#mark(piece) : [{ kind: "text", text: piece.replaceAll("\n", " "), ...written }],
    );
  }

  #mark(at: number): readonly Inline[] {
    const mark = this.#marks[at]!;
    if (mark.kind === "unreadable") {
      this.#wrong(
        mark.place,
        "mark",
        `"${mark.raw.slice(0, 80)}" cannot be read`,
        "write {{figure = value last seen}} or [@S002, p. 3]; between ` ` it stays as it is",
      );
      return [];
    }
    if (mark.kind === "citation") {
      this.#citations.push({ place: mark.place, items: mark.items });
      return [{ kind: "citation", at: this.#citations.length - 1 }];
    }
    const { place, asked, recorded } = mark;
    const use = { place, written: "braces" as const, wanted: IN_TEXT, ...(recorded === undefined ? {} : { recorded }) };
    return [{ kind: "figure", at: this.#ask(asked, use) }];
  }

  /** Takes up what is asked, by its name in a block of figures or by itself. Gives its place in the list. */
  #ask(asked: Call, use: Omit<FigureUse, "call" | "name">): number {
    const named = this.#names.get(asked.calculation);
    this.#figures.push({
      ...use,
      call: named ?? asked,
      ...(named === undefined ? {} : { name: asked.calculation }),
    });
    return this.#figures.length - 1;
  }

  #wrong(place: Place, code: string, message: string, mend: string): void {
    this.#problems.push(problemAt(place, "error", `brief/${code}`, message, mend));
  }
}

/** A figure in the text is one value. */
const IN_TEXT: readonly Shape[] = ["figure"];

type Fence = "figures" | "sources" | BlockName;
const FENCES: readonly string[] = ["figures", "sources", ...BLOCKS];
const fence = (token: Token): Fence | undefined =>
  token.type === "code" && FENCES.includes(token.lang) ? (token.lang as Fence) : undefined;

/** Blocks of the top with the line on which each begins. */
function placed(tokens: readonly Token[]): readonly { readonly token: Token; readonly line: number }[] {
  let line = 1;
  return tokens.map((token) => {
    const here = line;
    line += token.raw.split("\n").length - 1;
    return { token, line: here };
  });
}
