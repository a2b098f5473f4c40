import type { Holdings } from "@kelisim/holdings";
import type { ObservationRow, ObservationTable } from "@kelisim/model";
import { type AskedSet, askedHoldings } from "../../observatory/asked-holdings.ts";
import { type Remember, remember } from "../../observatory/remember.ts";
import { orRefused, selectionOf } from "../../observatory/remembered-cells.ts";

/** A data set that was taken in, with its rows as far as they were asked for. */
export interface Imported {
  readonly dataset: string;
  readonly name: string;
  readonly vintage: string;
  readonly citation: string;
  readonly licence?: string;
  readonly caveats: readonly string[];
  readonly holdings: readonly string[];
  readonly rows: readonly ObservationRow[];
}

/** Holdings never change: their rows are read once for all who ask. */
const kept = new WeakMap<Holdings, Remember>();

const MEMBERSHIP = ["organisation", "organisation_name", "party", "status", "from", "to", "precision", "covered_to"];
const ACT = ["treaty", "treaty_name", "party", "act", "date", "precision"];
const OBLIGATION = ["party", "toward", "kind", "from", "to"];

/** Every data set of memberships, by its newest vintage. */
export const importedMemberships = (holdings: Holdings) => imported(holdings, "memberships", MEMBERSHIP);

/** Acts about the treaties given, by data set ("un-mtdsg"). Data sets without any such treaty are left out. */
export async function importedActs(
  holdings: Holdings,
  treaties: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Imported[]> {
  const found = await imported(holdings, "acts", ACT, treaties);
  return found.filter(({ dataset }) => treaties.has(dataset));
}

/** Obligations of one party toward another. */
export async function importedObligations(holdings: Holdings): Promise<readonly Imported[]> {
  const found = await imported(holdings, "obligations", OBLIGATION);
  return found
    .map((each) => ({ ...each, rows: each.rows.filter(({ toward }) => toward != null) }))
    .filter(({ rows }) => rows.length > 0);
}

async function imported(
  holdings: Holdings,
  table: ObservationTable,
  by: readonly string[],
  treaties?: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Imported[]> {
  const { sets } = await askedHoldings(holdings, table, {});
  return Promise.all(sets.map((set) => readSet(holdings, set, table, by, treaties?.get(set.dataset))));
}

async function readSet(
  holdings: Holdings,
  { dataset, name, parts }: AskedSet,
  table: ObservationTable,
  by: readonly string[],
  treaties: readonly string[] = [],
): Promise<Imported> {
  const where = treaties.length === 0 ? [] : [{ column: "treaty", in: treaties }];
  const selection = { ...selectionOf({ where, by }, parts), table };
  const once = kept.get(holdings) ?? remember();
  kept.set(holdings, once);
  const cells = await once(
    JSON.stringify(selection),
    async () => orRefused(await holdings.answer(selection)).cells,
    ({ length }) => length,
  );
  const { holding } = parts[0]!;
  const { citation, licence, caveats } = holding.producer;
  return {
    dataset,
    name,
    vintage: [...new Set(parts.map((part) => part.holding.vintage))].sort().join(", "),
    citation,
    ...(licence === undefined ? {} : { licence }),
    caveats,
    holdings: parts.map((part) => part.holding.id),
    // Equal rows of a file are one statement.
    rows: cells.map((cell, at) => ({ ...cell.by, row: at + 1 })),
  };
}
