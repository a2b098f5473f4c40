import type { FrontMatter, SignOff } from "./read/front-matter.ts";
import { textsIn } from "./texts/index.ts";

/** The table of versions: header and rows, in words. Empty where the brief names no version. */
export function versionRows({
  versions,
  reviewed,
  approved,
  withdrawn,
  language,
}: FrontMatter): readonly (readonly string[])[] {
  if (versions.length === 0) return [];
  const say = textsIn(language);
  const signed = (all: readonly SignOff[], number: number) =>
    all.filter(({ version }) => version === number).map(({ name, date }) => say.signed(name, date));
  const gone = (number: number) =>
    withdrawn
      .filter(({ version }) => version === number)
      .map(({ version, name, date, reason }) => say.withdrawn(version, name, date, reason));
  const words = (said: readonly string[]) => said.join("; ") || say.notSigned;
  return [
    [say.version, say.date, say.what, say.reviewed, say.approved],
    ...versions.map(({ number, date, what }) => [
      String(number),
      date,
      what,
      words(signed(reviewed, number)),
      words([...signed(approved, number), ...gone(number)]),
    ]),
  ];
}

/** What a reader must know of the newest version: that it was withdrawn, or that nobody has approved it. Empty where neither is so. */
export function versionNotices({ versions, approved, withdrawn, language }: FrontMatter): readonly string[] {
  const newest = versions.at(-1)?.number;
  if (newest === undefined) return [];
  const say = textsIn(language);
  const gone = withdrawn.filter(({ version }) => version === newest);
  if (gone.length > 0) return gone.map(({ name, date, reason }) => say.withdrawn(newest, name, date, reason));
  return approved.some(({ version }) => version === newest) ? [] : [say.notApproved(newest)];
}
