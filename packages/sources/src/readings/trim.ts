/**
 * What is cut from both ends of a cell: space, tab, line ends, no-break space and the mark of byte order. The last two stand as
 * themselves, because RE2 has another way to write them.
 */
export const OUTER_SPACE = "[ \\t\\r\\n\u00a0\ufeff]+";

const outer = new RegExp(`^${OUTER_SPACE}|${OUTER_SPACE}$`, "g");

/** A cell without outer spaces. */
export function trimCell(text: string): string {
  return text.replace(outer, "");
}
