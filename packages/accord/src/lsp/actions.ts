import type { Problem } from "@kelisim/model";
import type { Desk } from "./desk.ts";
import { rangeOf } from "./diagnostics.ts";
import { viewOf, type Word } from "./item-view.ts";
import type { Range, TextEdit } from "./types.ts";

/** A change of one file that mends a problem, or begins to. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly problem: Problem;
  /** Certain: the compiler itself proposes it. */
  readonly preferred: boolean;
}

/** What can be done about the problems that touch a range. */
export function actionsAt(desk: Desk, path: string, range: Range): readonly CodeAction[] {
  return desk.workspace
    .compilation()
    .problems.filter((problem) => problem.file === path && touches(rangeOf(desk, path, problem), range))
    .flatMap((problem) => actionsFor(desk, path, problem));
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range["start"], y: Range["start"]) =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function actionsFor(desk: Desk, path: string, problem: Problem): readonly CodeAction[] {
  const own = proposed(desk, path, problem);
  const other = MENDS[problem.code]?.(desk, path, problem);
  return [...(own ? [own] : []), ...(other ? [{ ...other, problem, preferred: false }] : [])];
}

/** The edit that the compiler proposes. */
function proposed(desk: Desk, path: string, problem: Problem): CodeAction | undefined {
  const { edit } = problem;
  if (!edit) return undefined;
  const places = desk.places(path);
  const start = places.offset({ line: edit.line - 1, character: edit.column - 1 });
  let length = edit.length;
  // A word that is taken out leaves no second space.
  if (edit.text === "" && places.text[start + length] === " " && places.text[start - 1] === " ") length++;
  const old = places.text.slice(start, start + edit.length);
  const title = edit.text === "" ? `Remove ${old}` : `Write ${edit.text} in place of ${old}`;
  return { title, edits: [{ range: places.range(start, length), newText: edit.text }], problem, preferred: true };
}

type Mend = (desk: Desk, path: string, problem: Problem) => Pick<CodeAction, "title" | "edits"> | undefined;

/** Other mends. What only a person can know stands there in capitals, so that it is not taken for an answer. */
const MENDS: Readonly<Record<string, Mend>> = {
  "accord/no-source": lineBelowHead('  source "WHAT WAS READ"', "Add a source"),
  "accord/no-form": lineBelowHead("  kind treaty", "Say that it is a treaty"),
  "accord/no-article": (desk, path, problem) => {
    const title = wordOf(desk, path, problem, ({ spots }) => spots.some(({ at }) => at === "ClauseHead.title"));
    return title && { title: "Add an article", edits: [insert(desk, path, title.end, ' article "ARTICLE"')] };
  },
  "accord/no-reading": (desk, path, problem) => {
    const range = rangeOf(desk, path, problem);
    const places = desk.places(path);
    const start = places.offset(range.start);
    const term = /^(?:vague\s+"[^"\n]*"|in time|as soon as possible|without delay|[a-z]+)/.exec(
      places.text.slice(start),
    );
    const put = ' read as NUMBER hours by "WHO DECIDED IT"';
    return term
      ? { title: "Give the term a reading", edits: [insert(desk, path, start + term[0].length, put)] }
      : undefined;
  },
  "accord/no-deadline": lineAtEnd("  no number in the text", "Say that the text sets no number"),
  "accord/no-otherwise": (desk, path, problem) => {
    const places = desk.places(path);
    const end = places.offset(rangeOf(desk, path, problem).end);
    const put = `${newlineOf(desk, path)}  no number in the text otherwise`;
    return { title: "Say that otherwise the text sets no number", edits: [insert(desk, path, end, put)] };
  },
  "accord/no-creditor": (desk, path, problem) => {
    const end = desk.places(path).offset(rangeOf(desk, path, problem).end);
    const variable = wordOf(desk, path, problem, ({ spots }) => spots.some(({ at }) => at === "Sentence.variable"));
    const at = variable?.end ?? end;
    return { title: "Owe it to every other party", edits: [insert(desk, path, at, " to every other party")] };
  },
  "accord/open-fence": (desk, path) => {
    const places = desk.places(path);
    const newline = newlineOf(desk, path);
    const put = /[\r\n]$/.test(places.text) ? `\`\`\`${newline}` : `${newline}\`\`\`${newline}`;
    return { title: "Close the block at the end of the file", edits: [insert(desk, path, places.text.length, put)] };
  },
};

function insert(desk: Desk, path: string, offset: number, newText: string): TextEdit {
  return { range: desk.places(path).range(offset, 0), newText };
}

function newlineOf(desk: Desk, path: string): string {
  return desk.places(path).text.includes("\r\n") ? "\r\n" : "\n";
}

function itemOf(desk: Desk, path: string, problem: Problem) {
  const offset = desk.places(path).offset({ line: (problem.line ?? 1) - 1, character: (problem.column ?? 1) - 1 });
  return desk.itemAt(path, offset)?.item;
}

function wordOf(desk: Desk, path: string, problem: Problem, is: (word: Word) => boolean) {
  const item = itemOf(desk, path, problem);
  const word = item && viewOf(item.parsed).words.find(is);
  return item && word && { end: item.source.offset + word.offset + word.text.length };
}

function lineBelowHead(line: string, title: string): Mend {
  return (desk, path, problem) => {
    const places = desk.places(path);
    const at = places.endOf((problem.line ?? 1) - 1);
    return { title, edits: [insert(desk, path, at, `${newlineOf(desk, path)}${line}`)] };
  };
}

function lineAtEnd(line: string, title: string): Mend {
  return (desk, path, problem) => {
    const item = itemOf(desk, path, problem);
    const last = item && viewOf(item.parsed).words.at(-1);
    if (!item || !last) return undefined;
    const places = desk.places(path);
    const at = places.endOf(places.position(item.source.offset + last.offset).line);
    return { title, edits: [insert(desk, path, at, `${newlineOf(desk, path)}${line}`)] };
  };
}
