import { type Fence, findFences, lines } from "./fences.ts";

/** One instrument, kind or clause as it stands in its file, not yet parsed. */
export interface ItemText {
  readonly file: string;
  /** The word it starts with: "duty". Undefined for text before the first item of a block. */
  readonly word?: string;
  /** Its name as written. */
  readonly name?: string;
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly offset: number;
  /** 1-based line of the file on which `text` starts. It always starts a line. */
  readonly line: number;
}

const HEAD =
  /^\uFEFF?[ \t]*(instrument|notice|event|duty|right|limit|prohibition|standing)[ \t]+([A-Za-z_\u00C0-\u024F\u0400-\u04FF][\w\u00C0-\u024F\u0400-\u04FF-]*)[ \t]*(?![\w\u00C0-\u024F\u0400-\u04FF:;,.=)}-])/;

/**
 * Cuts the accord blocks of a file into items, so that a mistake in one clause cannot swallow the next. An item
 * starts where a line begins with its word and a name; what precedes the first item of a block comes as an item
 * without a word. A block opened with more words ("```accord error ...") is shown to readers only.
 */
export function findItems(file: string, text: string): { fences: readonly Fence[]; items: readonly ItemText[] } {
  const fences = findFences(text).filter((fence) => fence.info === "");
  return { fences, items: fences.flatMap((fence) => itemsOf(file, text, fence)) };
}

/** The items of one block. */
export function itemsOf(file: string, text: string, fence: Fence): readonly ItemText[] {
  const heads: { word?: string; name?: string; offset: number; line: number }[] = [
    { offset: fence.start, line: fence.line },
  ];
  for (const line of lines(text, fence.start, fence.end, fence.line)) {
    const head = HEAD.exec(line.content);
    if (head) heads.push({ word: head[1]!, name: head[2]!, offset: line.start, line: line.line });
  }
  return heads
    .map((head, index) => ({ file, ...head, text: text.slice(head.offset, heads[index + 1]?.offset ?? fence.end) }))
    .filter((item) => item.word !== undefined || !isBlank(item.text));
}

/** Whether a text holds nothing but white space and comments. */
function isBlank(text: string): boolean {
  for (const { content } of lines(text)) {
    const trimmed = content.trim();
    if (trimmed !== "" && !trimmed.startsWith("//")) return false;
  }
  return true;
}
