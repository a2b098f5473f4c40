import type { FrontMatter, SignOff } from "./read/front-matter.ts";
import { textsIn } from "./texts/index.ts";

/** The table of versions: header and rows, in words. Empty where the brief names no version. */
export function versionRows({ versions, reviewed, approved, language }: FrontMatter): readonly (readonly string[])[] {
  if (versions.length === 0) return [];
  const say = textsIn(language);
  const signed = (all: readonly SignOff[], number: number) =>
    all
      .filter(({ version }) => version === number)
      .map(({ name, date }) => say.signed(name, date))
      .join("; ") || say.notSigned;
  return [
    [say.version, say.date, say.what, say.reviewed, say.approved],
    ...versions.map(({ number, date, what }) => [
      String(number),
      date,
      what,
      signed(reviewed, number),
      signed(approved, number),
    ]),
  ];
}

/** That the newest version has not been approved; undefined where it has, or there is none. */
export function notApproved({ versions, approved, language }: FrontMatter): string | undefined {
  const newest = versions.at(-1);
  if (newest === undefined || approved.some(({ version }) => version === newest.number)) return undefined;
  return textsIn(language).notApproved(newest.number);
}
