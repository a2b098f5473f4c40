import { type ColumnTest, type CountOfYear, countsByYear } from "@kelisim/analysis";
import type { TakenHappening, TakenList, TakenListQuery } from "@kelisim/api";
import type { Words } from "@kelisim/words";
import { proofOf } from "../../../proof.ts";
import { actorNamed } from "../../cooperation/names.ts";
import type { Desk } from "../../desk.ts";
import { curatedHappenings } from "./curated.ts";
import {
  askedSet,
  cellsOf,
  frozenOf,
  inputOf,
  listAsked,
  setsData,
  setsOf,
  type TakenNeeds,
  type TakenSet,
} from "./sets.ts";

export type ListTable = "events" | "acts";

/** Where each table says what happened, when and to whom. */
const SHAPES = {
  events: {
    kind: "kind",
    date: "from",
    parties: "parties",
    columns: [
      "event",
      "kind",
      "title",
      "from",
      "to",
      "precision",
      "parties",
      "place",
      "deaths",
      "deaths_low",
      "deaths_high",
      "severity",
      "written",
      "row",
    ],
  },
  acts: {
    kind: "act",
    date: "date",
    parties: "party",
    columns: ["treaty", "treaty_name", "party", "act", "date", "precision", "written", "row"],
  },
} as const;

const PAGE = 50;
const BETWEEN = /\s*;\s*/;

type Cell = Readonly<Record<string, string | number | null>>;
interface Found extends Omit<TakenHappening, "parties"> {
  readonly ids: readonly string[];
  readonly year?: number;
}

/** What happened, or who did which act, as one data set has it: counts by state and year, the rows, and the region's own beside. */
export async function takenList(
  needs: TakenNeeds,
  desk: Desk,
  words: Words,
  table: ListTable,
  query: TakenListQuery,
): Promise<TakenList> {
  const { language } = words;
  const sets = await setsOf(needs, table, query, language, false);
  const set = askedSet(sets, query.dataset);
  const { kinds, cells } = await listsOf(needs, table, set);
  const here = [...new Set(cells.flatMap((cell) => cell.split(BETWEEN)))].filter(Boolean).sort();
  const asked = query.party === "*" ? here : (listAsked(query.party) ?? desk.region.focus);
  // Counts stand for all years and for the states of the region, whatever the list below is narrowed to.
  const counted = [...new Set([...desk.region.focus, ...asked])];
  const named = (ids: readonly string[]) => ids.map((id) => actorNamed(desk, words, id));
  const where = testsOf(table, query.kind === undefined ? {} : { kind: query.kind }, cells, counted);
  const found = await Promise.all(
    (set?.parts ?? []).map(async (part) =>
      (await cellsOf(needs, part, { where, by: SHAPES[table].columns })).map(({ by }) =>
        foundOf(table, by, part.holding),
      ),
    ),
  );
  const isAsked = ({ ids, year }: { readonly ids: readonly string[]; readonly year?: number }) =>
    ids.some((id) => asked.includes(id)) &&
    (query.from === undefined || (year !== undefined && year >= query.from)) &&
    (query.to === undefined || (year !== undefined && year <= query.to));
  const all = found.flat().toSorted((a, b) => compare(b.date ?? "", a.date ?? "") || compare(a.id, b.id));
  const rows = all.filter(isAsked);
  const own = curatedHappenings(desk, words, table, counted);
  const inputs = (set?.parts ?? []).map(({ holding }, at) => inputOf(holding, found[at]!.length, language));
  const taken = countsByYear(all.map(happening), counted, inputs);
  const counts = together(taken.value, countsByYear(own.map(happening), counted, []).value);
  const start = query.start ?? 0;
  return {
    sets: setsData(sets),
    ...(set === undefined ? {} : { dataset: set.dataset, made: proofOf(taken, language) }),
    parties: named(counted),
    choices: {
      kinds,
      parties: named(here),
      years: [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a),
    },
    counts,
    items: rows
      .slice(start, start + (query.rows ?? PAGE))
      .map(({ ids, year: _, ...row }) => ({ ...row, parties: named(ids) })),
    of: rows.length,
    curated: own.filter(isAsked).map(({ ids: _, year: __, ...row }) => row),
    frozen: frozenOf(set),
  };
}

const happening = ({ ids, year }: { readonly ids: readonly string[]; readonly year?: number }) => ({
  parties: ids,
  ...(year === undefined ? {} : { year }),
  rows: 1,
});

/** Counts of the file and of our own table, side by side and never added. */
function together(taken: readonly CountOfYear[], own: readonly CountOfYear[]): TakenList["counts"] {
  const counts = new Map<string, TakenList["counts"][number]>();
  for (const { party, year, rows } of taken) counts.set(`${party} ${year}`, { party, year, taken: rows });
  for (const { party, year, rows } of own) {
    const key = `${party} ${year}`;
    counts.set(key, { party, year, ...counts.get(key), curated: rows });
  }
  return [...counts.values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The words for what happened, with how often, and the cells in which parties stand, as they are written. */
async function listsOf(needs: TakenNeeds, table: ListTable, set: TakenSet | undefined) {
  const { kind, parties } = SHAPES[table];
  const kinds = new Map<string, number>();
  const cells = new Set<string>();
  for (const part of set?.parts ?? []) {
    for (const { by, rows } of await cellsOf(needs, part, { where: [], by: [kind, parties] })) {
      const value = String(by[kind]);
      kinds.set(value, (kinds.get(value) ?? 0) + rows);
      if (by[parties] !== null) cells.add(String(by[parties]));
    }
  }
  return {
    kinds: [...kinds]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || compare(a.value, b.value)),
    cells: [...cells],
  };
}

/** Which rows are asked for: those that name one of the states, in the years, of the kind. */
export function testsOf(
  table: ListTable,
  { kind, from, to }: Pick<TakenListQuery, "kind" | "from" | "to">,
  cells: readonly string[],
  asked: readonly string[],
): readonly ColumnTest[] {
  const { kind: kinds, date, parties } = SHAPES[table];
  return [
    { column: parties, in: cells.filter((cell) => cell.split(BETWEEN).some((id) => asked.includes(id))) },
    ...(kind === undefined ? [] : [{ column: kinds, in: [kind] }]),
    ...(from === undefined && to === undefined
      ? []
      : [
          {
            column: date,
            ...(from === undefined ? {} : { from: `${from}-01-01` }),
            ...(to === undefined ? {} : { to: `${to}-12-31` }),
          },
        ]),
  ];
}

/** The tests of a file of rows; see `testsOf`. */
export async function testsOfFile(
  needs: TakenNeeds,
  desk: Desk,
  table: ListTable,
  set: TakenSet,
  query: TakenListQuery,
): Promise<readonly ColumnTest[]> {
  const { cells } = await listsOf(needs, table, set);
  const here = [...new Set(cells.flatMap((cell) => cell.split(BETWEEN)))];
  return testsOf(table, query, cells, query.party === "*" ? here : (listAsked(query.party) ?? desk.region.focus));
}

function foundOf(table: ListTable, by: Cell, { id: holding, file }: TakenSet["parts"][number]["holding"]): Found {
  const { kind, date, parties } = SHAPES[table];
  const text = (name: string, cell: string | number | null | undefined) =>
    cell == null ? {} : { [name]: String(cell) };
  const count = (name: string, cell: string | number | null | undefined) =>
    cell == null ? {} : { [name]: Number(cell) };
  const day = (cell: string | number | null | undefined) =>
    cell == null ? undefined : String(cell).slice(0, { year: 4, month: 7 }[String(by.precision)] ?? 10);
  const first = day(by[date]);
  return {
    holding,
    file: file.name,
    row: Number(by.row),
    id: String(by[table === "events" ? "event" : "treaty"]),
    what: String(by[kind]),
    ...text("title", table === "events" ? by.title : by.treaty_name),
    ...text("date", first),
    ...text("end", table === "events" ? day(by.to) : undefined),
    ...text("place", by.place),
    ...count("deaths", by.deaths),
    ...count("deathsLow", by.deaths_low),
    ...count("deathsHigh", by.deaths_high),
    ...text("written", [by.severity, by.written].filter((cell) => cell != null && cell !== "").join("; ") || null),
    ids: String(by[parties] ?? "")
      .split(BETWEEN)
      .filter(Boolean),
    ...(first === undefined ? {} : { year: Number(first.slice(0, 4)) }),
  };
}
