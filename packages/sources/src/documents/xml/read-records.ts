import type { RefusedRow } from "@kelisim/model";
import { SaxesParser } from "saxes";
import type { DocumentLayout, Taken } from "../../layout.ts";
import type { Element } from "./element.ts";

/** Which elements of a document are records, and what of them is kept. */
export interface RecordRules {
  /** Name of the element that is a record. One within another is part of the outer one. */
  readonly record: string;
  /** Whether an element in a record is kept, by its name and the depth at which it stands (1: child of the record). */
  readonly keeps: (name: string, depth: number) => boolean;
  /** Namespaces in which elements count; their names are then local. Absent: names as written. */
  readonly namespace?: (uri: string) => boolean;
}

/** What the reader says of the document itself. `line` and `column` count from 1. */
export interface XmlProblem {
  readonly problem: string;
  readonly line: number;
  readonly column: number;
}

export type XmlItem = { readonly record: Element } | XmlProblem;

/** Larger records are refused, so that no document can fill the memory. */
export const MOST_ELEMENTS = 1_000_000;
/** Letters that are read before what they make is passed on. */
const PIECE = 65_536;
/** A tag, comment or text that is longer is refused. */
const LONGEST_TOKEN = 64 * 1024 * 1024;

const UTF8 = /^(utf-?8|us-ascii|ascii)$/i;
/** What may follow a "&". */
const ENTITY = /^&(?:[A-Za-z]{1,9}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});/;
const LONGEST_ENTITY = 12;
const UNDECODED = "\uFFFD";

const NONE: OpenElement[] = [];
const NO_ATTRIBUTES: Element["attributes"] = {};

class Stopped extends Error {
  override readonly name = "Stopped";
}

interface OpenElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Element["attributes"];
  /** `NONE` until there is one: most elements have none. */
  children: OpenElement[];
  text: string;
  readonly line: number;
}

/**
 * Reads records out of the text of an XML document, piece by piece. At the first place that is not well-formed reading ends: that
 * is an error that XML 1.0 (section 1.2) forbids to pass over. What is declared in a DOCTYPE is not followed: no entity but the
 * five of XML itself is known, and nothing outside the document is ever loaded.
 */
export class RecordReader {
  readonly #parser: SaxesParser<{ xmlns: boolean; position: false }>;
  readonly #rules: RecordRules;
  /** Open elements of the record, from the record itself. */
  readonly #open: OpenElement[] = [];
  /** How many elements deep in one that is not kept. */
  #skipped = 0;
  #elements = 0;
  #outside = true;
  #ending = false;
  #ended = false;
  #undecoded = false;
  #sinceTag = 0;
  /** A "&" since the last tag that begins no entity: the parser looks for its ";" through all that follows. */
  #ampersand: { readonly line: number; readonly column: number } | undefined;
  #items: XmlItem[] = [];

  constructor(rules: RecordRules) {
    this.#rules = rules;
    this.#parser = new SaxesParser({ xmlns: rules.namespace !== undefined, position: false });
    this.#parser.on("error", ({ message }) => this.#objects(message));
    this.#parser.on("opentag", (tag) => {
      this.#sinceTag = 0;
      this.#ampersand = undefined;
      const { namespace } = rules;
      if (namespace === undefined) this.#opened(tag.name, "", tag.attributes as Element["attributes"]);
      else this.#opened(namespace(tag.uri ?? "") ? (tag.local ?? "") : "", tag.uri ?? "", NO_ATTRIBUTES);
    });
    this.#parser.on("closetag", () => this.#closed());
    this.#parser.on("cdata", (text) => this.#text(text));
  }

  /** Takes text; gives the records that end in it, and what is wrong with it. After a problem that ends reading it gives nothing. */
  write(text: string): readonly XmlItem[] {
    if (!this.#ended) this.#piece(text);
    return this.#given();
  }

  /** The document ends. */
  end(): readonly XmlItem[] {
    this.#ending = true;
    if (!this.#ended) this.#parse(null);
    return this.#given();
  }

  #given(): readonly XmlItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #piece(piece: string): void {
    this.#sinceTag += piece.length;
    const at = this.#undecoded ? -1 : piece.indexOf(UNDECODED);
    if (this.#sinceTag > LONGEST_TOKEN) this.#end("one text, comment or tag is longer than 64 MB");
    else if (at < 0) this.#parseWatching(piece);
    else this.#notDecoded(piece, at);
  }

  /** Parses, and remembers the place of a "&" that begins no entity; in a comment or CDATA it may stand. */
  #parseWatching(piece: string): void {
    let done = 0;
    for (let at = piece.indexOf("&"); at >= 0 && !this.#ended; at = piece.indexOf("&", at + 1)) {
      const follows = piece.slice(at, at + LONGEST_ENTITY);
      if (follows.length < LONGEST_ENTITY || this.#ampersand !== undefined || ENTITY.test(follows)) continue;
      this.#parse(piece.slice(done, at));
      done = at;
      const { line, column } = this.#parser;
      this.#ampersand ??= { line, column: column + 1 };
    }
    if (!this.#ended) this.#parse(done === 0 ? piece : piece.slice(done));
  }

  /** A letter at `at` shows that the bytes were not what they were read as. */
  #notDecoded(piece: string, at: number): void {
    this.#parse(piece.slice(0, at));
    if (this.#ended) return;
    this.#undecoded = true;
    const { encoding } = this.#parser.xmlDecl;
    if (encoding === undefined || UTF8.test(encoding)) {
      this.#say(
        "a letter could not be read (U+FFFD): the document is not all UTF-8; such letters are kept as they are",
        1,
      );
      this.#parseWatching(piece.slice(at));
    } else {
      const read = `a letter could not be read: the document says that it is ${encoding}`;
      this.#end(`${read} and was read as something else`, 1);
    }
  }

  #parse(piece: string | null): void {
    try {
      if (piece === null) this.#parser.close();
      else this.#parser.write(piece);
    } catch (error) {
      // The engine's own limit for the length of a text.
      if (error instanceof RangeError) this.#end("one text, comment or tag is too long");
      else if (!(error instanceof Stopped)) throw error;
    }
  }

  /** `after`: how many letters after the last one that was read. */
  #say(problem: string, after = 0): void {
    const { line, column } = this.#parser;
    this.#items.push({ problem, line, column: Math.max(1, column + after) });
  }

  #end(problem: string, after = 0): void {
    this.#say(problem, after);
    this.#ended = true;
  }

  /** The parser objects: reading ends. */
  #objects(message: string): never {
    if (this.#ampersand !== undefined && (this.#ending || message.includes("entity name"))) {
      this.#items.push({ problem: 'a "&" begins no entity: it is written "&amp;"', ...this.#ampersand });
      this.#ended = true;
    } else this.#end(wellFormedness(message, this.#ending));
    throw new Stopped(message);
  }

  #opened(name: string, uri: string, attributes: Element["attributes"]): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const depth = this.#open.length;
    if (depth === 0) {
      if (name !== this.#rules.record) return;
      this.#elements = 0;
      this.#hear(true);
    } else if (!this.#rules.keeps(name, depth) || this.#elements > MOST_ELEMENTS) {
      this.#skipped = 1;
      this.#hear(false);
      return;
    }
    this.#elements += 1;
    const element: OpenElement = { name, uri, attributes, children: NONE, text: "", line: this.#parser.line };
    const above = this.#open[depth - 1];
    if (above?.children === NONE) above.children = [element];
    else above?.children.push(element);
    this.#open.push(element);
  }

  #closed(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      if (this.#skipped === 0) this.#hear(true);
      return;
    }
    const element = this.#open.pop();
    if (element === undefined || this.#open.length > 0) return;
    this.#hear(false);
    if (this.#elements > MOST_ELEMENTS)
      this.#say(`<${element.name}> has more than ${MOST_ELEMENTS} elements: not taken`);
    else this.#items.push({ record: element });
  }

  /** Text is put together by the parser only where it is heard, which is what makes skipping cheap. */
  #hear(hears: boolean): void {
    if (hears === !this.#outside) return;
    this.#outside = !hears;
    if (hears) this.#parser.on("text", (text) => this.#text(text));
    else this.#parser.off("text");
  }

  #text(text: string): void {
    const element = this.#open[this.#open.length - 1];
    if (element !== undefined && this.#skipped === 0) element.text = element.text === "" ? text : element.text + text;
  }
}

/** What the parser objects to, for people. */
function wellFormedness(message: string, ending: boolean): string {
  if (ending) return "the document ends before its last element is closed: it was cut off";
  if (message.startsWith("undefined entity"))
    return "an entity that is not one of XML's own five: declarations of a document are not followed";
  return `this is not well-formed XML: ${message.replace(/\.$/, "")}`;
}

/** Where something stands, for people. */
const placed = ({ problem, line, column }: XmlProblem): string => `line ${line}, column ${column}: ${problem}`;

/** Makes rows of the records of one document, one after another. */
export interface RecordTaker {
  take(record: Element): readonly Taken[];
  /** The row that the next record begins with; what is wrong with the document is reported there. */
  nextRow(): number;
}

/** The `read` of a layout whose rows are made of records of an XML document. */
export function readingRecords(rules: RecordRules, taker: () => RecordTaker): DocumentLayout["read"] {
  return async function* (chunks) {
    const reader = new RecordReader(rules);
    const { take, nextRow } = taker();
    let records = 0;
    let problems = 0;
    const refused = (problem: string): { readonly refused: RefusedRow } => ({ refused: { row: nextRow(), problem } });
    const taken = (items: readonly XmlItem[]): Taken[] =>
      items.flatMap((item): readonly Taken[] => {
        if ("problem" in item) {
          problems += 1;
          return [refused(placed(item))];
        }
        records += 1;
        return take(item.record);
      });
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const rows = taken(reader.write(chunk.slice(at, at + PIECE)));
        if (rows.length > 0) yield rows;
      }
    }
    const rest = taken(reader.end());
    if (records === 0 && problems === 0) rest.push(refused(`there is no <${rules.record}> in the document`));
    if (rest.length > 0) yield rest;
  };
}
