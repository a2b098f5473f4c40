import { basename } from "node:path";
import { type Delimiter, type Detection, detect, headerOf, type Layout, type Sample } from "@kelisim/sources";
import type { Database } from "../database/database.ts";
import { brokenParquet, parquetHeader } from "../execute/index.ts";
import type { Input } from "../file/input.ts";
import { type FileStopped, stop } from "../file/stopped.ts";
import type { FileOptions } from "./options.ts";

/** A file of which is known what it is. */
export interface Recognised {
  readonly input: Input;
  readonly layout: Layout;
  /** By what it was recognised. */
  readonly why: string;
  readonly sample: Sample;
  /** Of delimited text. */
  readonly header?: Header;
}

/** How delimited text is cut, and the names of its columns. */
export interface Header {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
}

/** Finds the layout of a file: the one that is named, else the one (of several named) that its header or first lines show. Throws `FileStopped`. */
export async function recognise(
  path: string,
  input: Input,
  database: Database,
  layouts: readonly Layout[],
  named?: FileOptions["layout"],
): Promise<Recognised> {
  const header = input.kind === "text" && !isDocument(input.head) ? headerOf(input.head) : undefined;
  const names = input.kind === "parquet" ? await headerOfParquet(path, input, database) : header?.header;
  const sample: Sample = {
    name: input.name,
    bytes: input.bytes,
    head: input.head,
    ...(names === undefined ? {} : { header: names }),
  };
  const found =
    named === undefined || isList(named)
      ? detected(path, sample, layouts, named)
      : { layout: layoutFor(path, named, layouts), why: "as was asked" };
  if (found.layout.form === "table" && names === undefined)
    throw stop("file/no-table", path, `"${found.layout.id}" reads a table, and this is none`, "name another layout");
  if (found.layout.form === "document" && input.kind === "parquet")
    throw stop("file/no-document", path, `"${found.layout.id}" reads text, and this is Parquet`, "name another layout");
  return { input, ...found, sample, ...(header === undefined ? {} : { header }) };
}

const isList = (named: NonNullable<FileOptions["layout"]>): named is readonly string[] => Array.isArray(named);

const isDocument = (head: string) => /^\uFEFF?\s*[<{[]/.test(head);

async function headerOfParquet(path: string, input: Input, database: Database): Promise<readonly string[]> {
  try {
    return await parquetHeader(database, input.path);
  } catch (error) {
    throw brokenParquet(error, path);
  }
}

function layoutFor(path: string, named: Layout | string, layouts: readonly Layout[]): Layout {
  if (typeof named !== "string") return named;
  const layout = layouts.find(({ id }) => id === named);
  if (layout === undefined) throw stop("layout/unknown", path, `there is no layout "${named.slice(0, 60)}"`);
  return layout;
}

function detected(
  path: string,
  sample: Sample,
  layouts: readonly Layout[],
  among?: readonly string[],
): { readonly layout: Layout; readonly why: string } {
  const found = detect(sample, among === undefined ? layouts : layouts.filter(({ id }) => among.includes(id)));
  if ("layout" in found) return found;
  const other = among === undefined ? undefined : detect(sample, layouts);
  if (other !== undefined && "layout" in other) {
    const { id, producer } = other.layout;
    throw stop("layout/another", path, `it is a file of "${producer.name}"`, `name ${id}, or no source`, { line: 1 });
  }
  throw notRecognised(path, sample, layouts, found);
}

/** Lines above the names of the columns that are looked through. */
const MOST_ABOVE = 30;

const SOMETHING_ELSE: readonly (readonly [begins: RegExp, code: string, message: string, mend: string])[] = [
  [
    /^<(?:!doctype html|html|head|body)\b/i,
    "file/web-page",
    "this is a web page, not data",
    "open it in a browser: it may say why (a login, a limit, an address that moved); then load the file again",
  ],
  [
    /^\{\s*"(?:error|errors|message|detail|status)"/i,
    "file/message",
    "this is a message of a server, not data",
    "read in it what the server asks for; then load the file again",
  ],
];

/** Why no layout reads a file: what it is instead, where its columns stand, or what it nearly is. */
function notRecognised(
  path: string,
  sample: Sample,
  layouts: readonly Layout[],
  { candidates, problem }: Extract<Detection, { readonly candidates: unknown }>,
): FileStopped {
  const text = sample.head.replace(/^\uFEFF/, "").trimStart();
  if (sample.header === undefined && text === "" && sample.bytes <= sample.head.length)
    return stop("file/empty", path, "there is nothing in the file", "load it again");
  for (const [begins, code, message, mend] of SOMETHING_ELSE)
    if (begins.test(text)) return stop(code, path, message, mend, { line: 1 });
  const below = headerBelow(sample, layouts);
  if (below !== undefined)
    return stop(
      "layout/header-below",
      path,
      `the columns of "${below.name}" stand in line ${below.line}, not in the first`,
      `remove what stands above line ${below.line}`,
      { line: below.line },
    );
  const near = candidates.map(({ layout }) => layout.id).join(", ");
  const mend = near === "" ? "see which files are read here, and take the producer's own" : undefined;
  return stop("layout/not-recognised", path, problem, mend ?? `nearest: ${near}`, { line: 1 });
}

/** The line in which the columns of a layout stand, where titles or notes stand above them. */
function headerBelow(sample: Sample, layouts: readonly Layout[]): { name: string; line: number } | undefined {
  const tables = layouts.filter((layout) => layout.form === "table");
  let rest = sample.head;
  for (let line = 2; line <= MOST_ABOVE; line += 1) {
    const end = rest.indexOf("\n");
    if (end === -1) return undefined;
    rest = rest.slice(end + 1);
    const header = headerOf(rest)?.header;
    const found = header === undefined ? undefined : detect({ ...sample, head: rest, header }, tables);
    if (found !== undefined && "layout" in found) return { name: found.layout.producer.name, line };
  }
  return undefined;
}

/** Which state of the data set a file is, and how that is known. */
export function vintageOf(
  { layout, sample }: Recognised,
  given: string | undefined,
  today: string,
): { readonly vintage: string; readonly vintageFrom: "file" | "name" | "given" | "day taken" } {
  if (given !== undefined) return { vintage: given, vintageFrom: "given" };
  const found = layout.vintage?.(sample);
  if (found === undefined) return { vintage: today, vintageFrom: "day taken" };
  return { vintage: found, vintageFrom: layout.vintage?.({ ...sample, name: "" }) === found ? "file" : "name" };
}

/** The file's own name, as a person knows it. */
export const fileName = (path: string): string => basename(path);
