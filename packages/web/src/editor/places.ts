import type { Text } from "@codemirror/state";
import type { Position, TextEdit } from "./protocol.ts";

/** Offset of a position of the protocol; one past the end of its line or of the text is the end. */
export function offsetOf(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const found = doc.line(line + 1);
  return Math.min(found.to, found.from + character);
}

export function positionOf(doc: Text, offset: number): Position {
  const line = doc.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** Edits as changes of a document; they speak of the text before any of them. */
export const changesOf = (doc: Text, edits: readonly TextEdit[]) =>
  edits.map(({ range, newText }) => ({
    from: offsetOf(doc, range.start),
    to: offsetOf(doc, range.end),
    insert: newText,
  }));
