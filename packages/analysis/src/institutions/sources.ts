import { type Dated, isRefusal, type MembershipFact, type ObservationRow, parseDated } from "@kelisim/model";
import { datesOf } from "../row-dates.ts";

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
  /** Sources of the row itself, where a table gathers from several. */
  readonly cited?: string;
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

/** Rows of the region's table of memberships. It is partial: its silence says nothing. */
export function regionSource(facts: readonly MembershipFact[], vintage: string): MembershipSource {
  const spells = facts.map(({ organisation, party, status, from, to, source }) => ({
    organisation,
    party,
    status,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    cited: source,
  }));
  return { id: "region", name: "the region's table", vintage, spells };
}

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
