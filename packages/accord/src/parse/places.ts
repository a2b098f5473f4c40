import type { Problem } from "@kelisim/model";
import { type AstNode, type CstNode, GrammarUtils } from "langium";
import type { ItemText } from "./items.ts";

/** A marked stretch of a file. */
export interface Mark {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly length: number;
}

/** The place of a node of an item's tree, or of one of its properties (the `index`-th value of a list). */
export function markOf(item: ItemText, node: AstNode, property?: string, index = 0): Mark {
  const own = node.$cstNode;
  const part = property === undefined ? undefined : GrammarUtils.findNodeForProperty(own, property, index);
  return markOfCst(item, part ?? own);
}

function markOfCst(item: ItemText, node: CstNode | undefined): Mark {
  if (!node) return { file: item.file, line: item.line, column: 1, length: 0 };
  const { start, end } = node.range;
  const text = start.line === end.line ? node.length : firstLineLength(node.text);
  return { file: item.file, line: item.line + start.line, column: start.character + 1, length: text };
}

function firstLineLength(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

/** The head of an item, for what is wrong with it as a whole. */
export function headMark(item: ItemText): Mark {
  const first = item.text.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const column = first.length - first.trimStart().length;
  return { file: item.file, line: item.line, column: column + 1, length: first.trim().length };
}

const placed = new WeakMap<readonly Problem[], { file: string; line: number; problems: readonly Problem[] }>();

/** Problems whose places count from the first line of an item, with their places in the file where it stands. */
export function placeProblems(problems: readonly Problem[], { file, line }: ItemText): readonly Problem[] {
  if (problems.length === 0) return problems;
  const known = placed.get(problems);
  if (known?.file === file && known.line === line) return known.problems;
  const moved = problems.map((problem): Problem => {
    const { edit } = problem;
    const down = line - 1;
    return {
      ...problem,
      file,
      ...(problem.line === undefined ? {} : { line: problem.line + down }),
      ...(edit ? { edit: { ...edit, line: edit.line + down } } : {}),
    };
  });
  placed.set(problems, { file, line, problems: moved });
  return moved;
}
