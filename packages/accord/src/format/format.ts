import { type Fence, findFences } from "../parse/fences.ts";
import { itemsOf } from "../parse/items.ts";
import { parseItem } from "../parse/syntax.ts";
import { tokenize } from "../parse/tokenize.ts";
import { layOut } from "./layout.ts";

/**
 * Lays out the accord blocks of a Markdown text. What stands outside them stays byte for byte, a block with a syntax
 * error stays as it is, comments stay with their words, and formatting a second time changes nothing.
 */
export function format(text: string): string {
  let result = "";
  let at = 0;
  for (const fence of findFences(text)) {
    result += text.slice(at, fence.start) + formatFence(text, fence);
    at = fence.end;
  }
  return result + text.slice(at);
}

/** Short kinds may stand together without a blank line between them. */
const KIND_ON_ONE_LINE = /^(?:notice|event)\b.*\}$/;

function formatFence(text: string, fence: Fence): string {
  const original = text.slice(fence.start, fence.end);
  if (!fence.closed || fence.info !== "") return original;
  const items = itemsOf("", text, fence);
  const parsed = items.map((item) => (item.word === undefined ? undefined : parseItem(item)));
  if (items.length === 0 || parsed.some((item) => !item?.item)) return original;
  const blocks: string[][] = [];
  const end = items[0]!.offset;
  let leading = commentsOf(text.slice(fence.start, end));
  for (const item of parsed) {
    const { lines, after } = layOut(item!.source.text, item!.item!);
    blocks.push([...leading, ...lines]);
    leading = [...after];
  }
  if (leading.length > 0) blocks.push(leading);
  const newline = original.includes("\r\n") ? "\r\n" : "\n";
  const formatted = blocks
    .map((lines, index) => {
      const alone = index === 0 || !isShort(lines) || !isShort(blocks[index - 1]!);
      return `${index > 0 && alone ? newline : ""}${lines.join(newline)}${newline}`;
    })
    .join("");
  // The layout must never change a word: where it would, the block stays as it is.
  return sameWords(original, formatted) ? formatted : original;
}

function isShort(lines: readonly string[]): boolean {
  return lines.length === 1 && KIND_ON_ONE_LINE.test(lines[0]!);
}

/** Comments before the first item: such a block holds nothing else. */
function commentsOf(text: string): string[] {
  return tokenize(text).map((token) => token.text.trimEnd());
}

function sameWords(a: string, b: string): boolean {
  const before = tokenize(a);
  const after = tokenize(b);
  return (
    before.length === after.length &&
    before.every(
      (token, index) => token.text.trimEnd() === after[index]!.text.trimEnd() && token.type === after[index]!.type,
    )
  );
}
