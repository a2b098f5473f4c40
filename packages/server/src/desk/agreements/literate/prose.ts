import type { Prose, Run } from "@kelisim/api";
import { lexer, type Token, type Tokens } from "marked";

/**
 * Markdown as data. Nothing of it can run: raw HTML is text, a link is its words with the address behind, a picture is
 * its description, and a comment is left out.
 */
export function proseOf(markdown: string): Prose[] {
  return lexer(markdown).flatMap(blockOf);
}

function blockOf(token: Token): readonly Prose[] {
  switch (token.type) {
    case "paragraph":
      return [{ kind: "paragraph", runs: runsIn(token.tokens ?? []) }];
    case "heading":
      return [{ kind: "heading", runs: runsIn(token.tokens ?? []) }];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: "list", ordered, items: items.map((item) => runsIn(item.tokens)) }];
    }
    case "code":
      return [{ kind: "code", text: (token as Tokens.Code).text }];
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => runsIn(tokens));
      return [{ kind: "table", head: cells(header), rows: rows.map(cells) }];
    }
    case "blockquote":
      return (token as Tokens.Blockquote).tokens.flatMap(blockOf);
    case "space":
    case "hr":
    case "def":
      return [];
    default: {
      const text = plain(token);
      return text === "" ? [] : [{ kind: "paragraph", runs: [{ text }] }];
    }
  }
}

function runsIn(tokens: readonly Token[], mark?: Run["mark"]): Run[] {
  return joined(tokens.flatMap((token) => runsFrom(token, mark)));
}

function runsFrom(token: Token, mark: Run["mark"] | undefined): readonly Run[] {
  const run = (text: string, own = mark): Run[] =>
    text === "" ? [] : [own === undefined ? { text } : { text, mark: own }];
  switch (token.type) {
    case "strong":
      return runsIn(token.tokens ?? [], mark ?? "strong");
    case "em":
      return runsIn(token.tokens ?? [], mark ?? "emphasis");
    case "codespan":
      return run(unescaped((token as Tokens.Codespan).text), "code");
    case "br":
      return run("\n");
    case "link": {
      const { href, text, tokens } = token as Tokens.Link;
      const inside = runsIn(tokens, mark);
      return href === text || href.startsWith("#") ? inside : [...inside, ...run(` (${href})`)];
    }
    case "image":
      return run((token as Tokens.Image).text);
    case "list":
      return (token as Tokens.List).items.flatMap((item) => [...run("\n"), ...runsIn(item.tokens, mark)]);
    default:
      if ("tokens" in token && token.tokens) return runsIn(token.tokens, mark);
      return run(plain(token));
  }
}

/** Lines of a paragraph are one line on a screen. */
function plain(token: Token): string {
  if (token.type === "html" && token.raw.startsWith("<!--")) return "";
  const text = "text" in token && typeof token.text === "string" ? token.text : token.raw;
  return unescaped(text).replaceAll(/[ \t]*\r?\n[ \t]*/g, " ");
}

/** Versions of the lexer differ in whether text is escaped for HTML; as data it is not. */
const SIGNS: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
const unescaped = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.mark === run.mark) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}
