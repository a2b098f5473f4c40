/** A line of two texts set beside each other: in both, only in the first, only in the second. */
export interface LineChange {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
  /** Its number in the second text, from 1; of a line that is gone, in the first. */
  readonly line: number;
}

/** Longer texts are compared by their lines alone, without looking for what moved. */
const MOST_CELLS = 4_000_000;

/** Which lines are new and which are gone, in reading order (longest common subsequence). */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = changed(a.slice(start, a.length - end), b.slice(start, b.length - end), start);
  const same = (from: number, to: number): LineChange[] =>
    b.slice(from, to).map((text, at) => ({ kind: "same", text, line: from + at + 1 }));
  return [...same(0, start), ...middle, ...same(b.length - end, b.length)];
}

function changed(a: readonly string[], b: readonly string[], offset: number): readonly LineChange[] {
  if (a.length * b.length > MOST_CELLS)
    return [
      ...a.map((text, at): LineChange => ({ kind: "gone", text, line: offset + at + 1 })),
      ...b.map((text, at): LineChange => ({ kind: "new", text, line: offset + at + 1 })),
    ];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const told: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      told.push({ kind: "same", text: b[j]!, line: offset + j + 1 });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      told.push({ kind: "gone", text: a[i]!, line: offset + i + 1 });
      i += 1;
    } else {
      told.push({ kind: "new", text: b[j]!, line: offset + j + 1 });
      j += 1;
    }
  }
  return told;
}

/** Changed lines with a few of their neighbours; `left` says how many lines were left out before a piece. */
export function pieces(
  changes: readonly LineChange[],
  around = 2,
): readonly { readonly left: number; readonly lines: readonly LineChange[] }[] {
  const kept = changes.map((_, at) =>
    changes.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== "same"),
  );
  const found: { left: number; lines: LineChange[] }[] = [];
  let left = 0;
  for (const [at, change] of changes.entries()) {
    if (!kept[at]) {
      left += 1;
      continue;
    }
    if (found.length === 0 || left > 0) found.push({ left, lines: [] });
    left = 0;
    found.at(-1)!.lines.push(change);
  }
  return found;
}
