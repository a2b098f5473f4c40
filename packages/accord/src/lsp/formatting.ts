import { format } from "../format/format.ts";
import { findFences } from "../parse/fences.ts";
import type { Desk } from "./desk.ts";
import type { TextEdit } from "./types.ts";

/** Above so many pairs of lines a block is replaced as a whole between its first and last difference. */
const MOST_PAIRS = 250_000;

/**
 * Lays a file out as `format` does, by as few changed lines as possible, so that cursors and folds stay. What stands
 * outside the blocks is in no edit.
 */
export function formattingOf(desk: Desk, path: string): readonly TextEdit[] {
  const places = desk.places(path);
  const { text } = places;
  const formatted = format(text);
  if (formatted === text) return [];
  const before = findFences(text);
  const after = findFences(formatted);
  return before.flatMap((fence, index) => {
    const other = after[index];
    if (!other) return [];
    const old = splitLines(text.slice(fence.start, fence.end));
    const now = splitLines(formatted.slice(other.start, other.end));
    return changesOf(old, now).map(({ from, to, put }) => {
      const start = fence.start + lengthOf(old, 0, from);
      return { range: places.range(start, lengthOf(old, from, to)), newText: put.join("") };
    });
  });
}

/** Lines with their ends. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[], from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) length += lines[at]!.length;
  return length;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}

/** Stretches of lines to be replaced: all but a longest common subsequence. */
function changesOf(old: readonly string[], now: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > MOST_PAIRS) return [{ from: head, to: head + a.length, put: b }];
  const common: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromOld, fromNow] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) i++;
      else j++;
    }
    if (i > fromOld || j > fromNow) changes.push({ from: head + fromOld, to: head + i, put: b.slice(fromNow, j) });
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
  }
  return changes;
}
