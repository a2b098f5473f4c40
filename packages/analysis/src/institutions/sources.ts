import {
  type Confidence,
  type Dated,
  isRefusal,
  lastDay,
  type MembershipFact,
  type ObservationRow,
  parseDated,
} from "@kelisim/model";
import { dateOf, datesOf } from "../row-dates.ts";

/** One spell of one party in one organisation, as one source tells it. */
export interface Spell {
  /** Id of the organisation as it is called here, the same for all sources. */
  readonly organisation: string;
  readonly party: string;
  readonly status: string;
  /** Absent: unknown. */
  readonly from?: Dated;
  /** First day on which it no longer holds; absent: no end known. */
  readonly to?: Dated;
  /** The source tells of the spell and does not verify it: while it lasts the membership is uncertain. */
  readonly unverified?: true;
  /** Sources of the row itself, where a table gathers from several. */
  readonly cited?: string;
  /** What the row says of itself, as far as its table does. */
  readonly confidence?: Confidence;
  readonly dispute?: string;
  readonly note?: string;
}

/** Where spells come from: the region's table, a list of the field, the treaty record of another. */
export interface MembershipSource {
  readonly id: string;
  readonly name: string;
  readonly vintage: string;
  readonly spells: readonly Spell[];
  /**
   * Last day that the source describes, for the organisations and parties that it lists at all. Up to then its silence means that
   * there was no membership; a source that gathers what it happens to find gives none, and its silence means nothing.
   */
  readonly listsAllTo?: Dated;
}

/**
 * Rows of the region's table of memberships. It is partial and its silence says nothing, unless the region declares it complete up to
 * a day (`listsAllTo`). `ended`: organisations that are no more, with the day from which on; nobody belongs to one after it.
 */
export function regionSource(
  facts: readonly MembershipFact[],
  vintage: string,
  { ended = new Map(), listsAllTo }: { readonly ended?: ReadonlyMap<string, Dated>; readonly listsAllTo?: Dated } = {},
): MembershipSource {
  const spells = facts.map(({ organisation, party, status, from, to, source, confidence, dispute, note }): Spell => {
    const end = earlier(to, ended.get(organisation));
    return {
      organisation,
      party,
      status,
      ...(from === undefined ? {} : { from }),
      ...(end === undefined ? {} : { to: end }),
      cited: source,
      confidence,
      ...(dispute === undefined ? {} : { dispute }),
      ...(note === undefined ? {} : { note }),
    };
  });
  const complete = listsAllTo === undefined ? {} : { listsAllTo };
  return { id: "region", name: "the region's table", vintage, spells, ...complete };
}

const earlier = (a: Dated | undefined, b: Dated | undefined): Dated | undefined =>
  a === undefined ? b : b === undefined || lastDay(a) <= lastDay(b) ? a : b;

/**
 * Rows of the table `memberships` that were taken in. `names` tells what the producer's ids are called here ("4220" of ATOP is
 * "CSTO"); others keep their id. The list is complete to the end of the least `covered_to` of its rows, where all rows have one.
 */
export function rowsSource(
  about: { readonly id: string; readonly name: string; readonly vintage: string },
  rows: readonly ObservationRow[],
  names: Readonly<Record<string, string>>,
): MembershipSource {
  const spells = rows.map((row): Spell => {
    const organisation = String(row.organisation);
    return {
      organisation: names[organisation] ?? organisation,
      party: String(row.party),
      status: String(row.status),
      ...datesOf(row),
    };
  });
  const covered = rows.map((row) => row.covered_to);
  const isComplete = covered.length > 0 && covered.every((year) => typeof year === "number");
  const last = isComplete ? parseDated(String(Math.min(...covered.map(Number)))) : undefined;
  return { ...about, spells, ...(last === undefined || isRefusal(last) ? {} : { listsAllTo: last }) };
}

/** Acts of the table `acts` that bind nobody yet. */
const NOT_BINDING = /^(?:signature|succession to signature)$/;

/**
 * Rows of the table `acts` as memberships: whoever accepted the treaty that makes members is one since the first such act. `names`
 * tells which organisation a treaty makes members of; other treaties are left out. A status list names all parties of a treaty, up
 * to `listsAllTo`; behind it nothing is known.
 */
export function actsSource(
  about: { readonly id: string; readonly name: string; readonly vintage: string },
  rows: readonly ObservationRow[],
  names: Readonly<Record<string, string>>,
  listsAllTo?: Dated,
): MembershipSource {
  const first = new Map<string, Spell>();
  for (const row of rows) {
    const organisation = names[String(row.treaty)];
    if (organisation === undefined || NOT_BINDING.test(String(row.act))) continue;
    const from = dateOf({ ...row, from: row.date ?? null }, "from");
    const party = String(row.party);
    const key = JSON.stringify([organisation, party]);
    const before = first.get(key);
    if (before?.from !== undefined && (from === undefined || lastDay(before.from) <= lastDay(from))) continue;
    const note = String(row.act);
    first.set(key, { organisation, party, status: "party", ...(from === undefined ? {} : { from }), note });
  }
  return { ...about, spells: [...first.values()], ...(listsAllTo === undefined ? {} : { listsAllTo }) };
}
