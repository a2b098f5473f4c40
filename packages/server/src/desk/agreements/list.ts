import type { AgreementHead, Agreements, AgreementsQuery } from "@kelisim/api";
import { type CursorValues, readCursor, writeCursor } from "../../http/cursor.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { type HeadSetting, headOf } from "./head.ts";

const PER_PAGE = 100;

/** All instruments of a view, filtered, in order, a page of them; with what there is to filter by. */
export function listAgreements(view: View, asked: Asked, query: AgreementsQuery, setting: HeadSetting): Agreements {
  const heads = view.desk.program.instruments.map((instrument) => headOf(instrument, setting));
  const found = heads
    .filter((head) => matches(head, query, setting))
    .sort(orderOf(query.sort ?? "title", asked.language));
  const begin = query.after === undefined ? 0 : Number((readCursor(query.after, ["number"]) as CursorValues)[0]);
  const limit = query.limit ?? PER_PAGE;
  const items = found.slice(begin, begin + limit);
  return {
    standpoint: standpointData(asked, view.desk),
    total: heads.length,
    found: found.length,
    clauses: found.reduce((sum, { clauses }) => sum + clauses.total, 0),
    items,
    ...(begin + limit < found.length ? { next: writeCursor([begin + limit]) } : {}),
    choices: choicesOf(heads, asked),
  };
}

function matches(head: AgreementHead, query: AgreementsQuery, { words }: HeadSetting): boolean {
  const { q, kind, party, from, to, status } = query;
  if (kind !== undefined && head.kind !== kind) return false;
  if (party !== undefined && !head.parties.some(({ id }) => id === party)) return false;
  const year = head.signed === undefined ? undefined : Number(head.signed.slice(0, 4));
  if ((from !== undefined || to !== undefined) && year === undefined) return false;
  if (from !== undefined && year! < from) return false;
  if (to !== undefined && year! > to) return false;
  if (status !== undefined && (head.standing ?? "no row") !== status) return false;
  if (q === undefined || q.trim() === "") return true;
  const instrument = words.clauses.instruments.get(head.id);
  const text = [
    head.id,
    head.title,
    head.fullTitle,
    head.place,
    ...(instrument?.clauses ?? []).flatMap(({ id, title }) => [id, title]),
  ]
    .join(" ")
    .toLocaleLowerCase();
  return q
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function orderOf(sort: NonNullable<AgreementsQuery["sort"]>, language: string) {
  const byTitle = (a: AgreementHead, b: AgreementHead) =>
    a.title.localeCompare(b.title, language) || a.id.localeCompare(b.id);
  const by: Readonly<Record<typeof sort, (a: AgreementHead, b: AgreementHead) => number>> = {
    title: byTitle,
    // The newest first; without a date last.
    signed: (a, b) => (b.signed ?? "").localeCompare(a.signed ?? "") || byTitle(a, b),
    clauses: (a, b) => b.clauses.total - a.clauses.total || byTitle(a, b),
    open: (a, b) => b.open - a.open || byTitle(a, b),
  };
  return by[sort];
}

function choicesOf(heads: readonly AgreementHead[], asked: Asked): Agreements["choices"] {
  const parties = new Map<string, { id: string; name: string; count: number }>();
  for (const head of heads)
    for (const { id, name } of head.parties) {
      const known = parties.get(id);
      parties.set(id, { id, name, count: (known?.count ?? 0) + 1 });
    }
  const years = heads.flatMap(({ signed }) => (signed === undefined ? [] : [Number(signed.slice(0, 4))]));
  return {
    kinds: counted(heads.map(({ kind }) => kind)),
    parties: [...parties.values()].sort((a, b) => a.name.localeCompare(b.name, asked.language)),
    statuses: counted(heads.map(({ standing }) => standing ?? "no row")),
    ...(years.length === 0 ? {} : { years: { from: Math.min(...years), to: Math.max(...years) } }),
  };
}

function counted<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
