import type { Problem } from "@kelisim/model";
import { report } from "../lower/world.ts";
import { findItems, type ItemText } from "./items.ts";
import { type ParsedItem, parseItem } from "./syntax.ts";

/** An item at its place in a file, and what its text says wherever it stands. */
export interface PlacedItem {
  readonly source: ItemText;
  /** Places in it are counted from the first line of the item. */
  readonly parsed: ParsedItem;
}

export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly items: readonly PlacedItem[];
  /** Of the file itself; those of its items are theirs. */
  readonly problems: readonly Problem[];
}

/** Parses a file. Items whose text already stood in an earlier version of it are not parsed again. */
export function parseFile(path: string, text: string, earlier?: ParsedFile): ParsedFile {
  const known = new Map(earlier?.items.map(({ parsed }) => [parsed.source.text, parsed]));
  const { fences, items } = findItems(path, text);
  const problems: Problem[] = [];
  const open = fences.find((fence) => !fence.closed);
  if (open) {
    const mark = { file: path, line: Math.max(1, open.line - 1), column: 1, length: 3 };
    report({ problems }, "warning", "open-fence", mark, {
      message: "This accord block is never closed.",
      why: "The rest of the file is read as clauses.",
      mend: "Add a line ``` at its end.",
    });
  }
  const placed = items.map((source): PlacedItem => {
    const same = known.get(source.text);
    const parsed =
      same && same.source.word === source.word ? same : parseItem({ ...source, file: "", offset: 0, line: 1 });
    known.set(source.text, parsed);
    return { source, parsed };
  });
  return { path, text, items: placed, problems };
}
