import { basename } from "node:path";
import { type Delimiter, detect, headerOf, type Layout, type Sample } from "@kelisim/sources";
import type { Database } from "../database/database.ts";
import { parquetHeader } from "../execute/index.ts";
import type { Input } from "../file/input.ts";
import { stop } from "../file/stopped.ts";
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
    const said = error instanceof Error ? error.message.split("\n")[0] : "";
    throw stop("file/broken", path, "the Parquet file cannot be read: it was cut or changed on the way", said);
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
  const near = found.candidates.map(({ layout }) => layout.id).join(", ");
  throw stop("layout/not-recognised", path, found.problem, near === "" ? undefined : `nearest: ${near}`, { line: 1 });
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
