/** A fenced block of accord text inside a Markdown file. */
export interface Fence {
  /** Offsets of the content: from the start of the line after the opening fence to the start of the closing line. */
  readonly start: number;
  readonly end: number;
  /** 1-based line on which the content starts. */
  readonly line: number;
  /** What follows "accord" on the opening line: empty, or words for a reader ("error accord/unknown-kind"). */
  readonly info: string;
  /** Whether a closing fence was found. */
  readonly closed: boolean;
}

const FENCE = /^\uFEFF? {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)([^`\r\n]*)$/;

/** A fenced block of any language, with the lines of its fences. */
export interface CodeBlock extends Fence {
  /** The first word behind the opening fence: "accord". */
  readonly language: string;
  /** Offsets of the opening line, and of the line after the closing one. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the fenced blocks of a Markdown text. Fences follow CommonMark 0.31, section 4.5: a block ends with a fence of
 * the same character that is at least as long, or with the file; so a block shown inside a longer fence is text.
 */
export function findCodeBlocks(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { marker: string; block: Omit<CodeBlock, "end" | "to" | "closed"> } | undefined;
  for (const { content, start, end, line } of lines(text)) {
    const match = FENCE.exec(content);
    if (!match) continue;
    const [, marker = "", language = "", info = ""] = match;
    if (!open) {
      open = { marker, block: { language, from: start, start: end, line: line + 1, info: info.trim() } };
    } else if (marker[0] === open.marker[0] && marker.length >= open.marker.length && !language && !info.trim()) {
      blocks.push({ ...open.block, end: start, to: end, closed: true });
      open = undefined;
    }
  }
  if (open) blocks.push({ ...open.block, end: text.length, to: text.length, closed: false });
  return blocks;
}

/** The blocks fenced as ```accord. */
export function findFences(text: string): readonly Fence[] {
  return findCodeBlocks(text).flatMap(({ language, start, end, line, info, closed }) =>
    language === "accord" ? [{ start, end, line, info, closed }] : [],
  );
}

export interface Line {
  /** Without its end. */
  readonly content: string;
  readonly start: number;
  /** Offset of the next line. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
}

/** The lines of a text; CRLF, LF and CR end one, as they do for the lexer. */
export function* lines(text: string, from = 0, to = text.length, firstLine = 1): Generator<Line> {
  const ends = /\r\n|\r|\n/g;
  ends.lastIndex = from;
  let start = from;
  let line = firstLine;
  while (start < to) {
    const found = ends.exec(text);
    const stop = found && found.index < to ? found.index : to;
    const end = found && found.index < to ? Math.min(found.index + found[0].length, to) : to;
    yield { content: text.slice(start, stop), start, end, line };
    start = end;
    line++;
  }
}
