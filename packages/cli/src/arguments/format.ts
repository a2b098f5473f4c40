import { type Answer, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

export const FORMATS = ["table", "json", "csv", "ics"] as const;
export type Format = (typeof FORMATS)[number];

export interface FormatOptions {
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly ics?: boolean | undefined;
}

/** The one format asked for, among those that the command has. */
export function readFormat(options: FormatOptions, command: string, has: readonly Format[] = FORMATS): Answer<Format> {
  const asked: { format: string; written: string }[] = [];
  if (options.format !== undefined) asked.push({ format: options.format, written: `--format ${options.format}` });
  for (const each of ["json", "csv", "ics"] as const)
    if (options[each] === true) asked.push({ format: each, written: `--${each}` });
  const first = asked[0];
  if (first === undefined) return "table";
  const other = asked.find((each) => each.format !== first.format);
  if (other !== undefined) return refuse(texts.twoFormats(first.written, other.written));
  const known = FORMATS.find((each) => each === first.format);
  if (known === undefined) return refuse(texts.unknownFormat(first.format), texts.formatsAre(has));
  if (!has.includes(known)) return refuse(texts.formatNotHere(known, command), texts.formatsAre(has));
  return known;
}
