/** A place in a text as editors count: line and character from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the start up to, and not with, the end. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly path: string;
  readonly range: Range;
}

/** Puts `newText` in the place of a range. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Edits of several files, by path. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** Why a request cannot be met, for the person who made it. */
export interface Refused {
  readonly refused: string;
}
