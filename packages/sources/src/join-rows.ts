import type { ObservationRow } from "@kelisim/model";
import type { TableLayout, Taken } from "./layout.ts";

/** A row as text without the columns that do not count. */
function keyOf(row: ObservationRow, without: readonly string[]): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([column, value]) => !without.includes(column) && value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

type TakenRow = Extract<Taken, { readonly row: ObservationRow }>;

/**
 * Makes one of rows that say the same. "equal": rows equal in all columns but `row` become the first of them. "spells": rows equal
 * in all but `row`, `from` and `to` whose stretches overlap or touch (the next `from` is not after the `to`) become one, with the
 * first `from`, the last `to` (none where one has none) and the smallest `row`. Each stands where its first row stood. Refused
 * rows, and rows of which a cell was left out, stay as they are.
 */
export function joinRows(taken: readonly Taken[], joins: NonNullable<TableLayout["joins"]>): readonly Taken[] {
  const apart = joins === "equal" ? ["row"] : ["row", "from", "to"];
  const groups = new Map<string, TakenRow[]>();
  for (const one of taken) {
    if (!("row" in one) || one.without !== undefined) continue;
    const key = keyOf(one.row, apart);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const kept = new Map<TakenRow, TakenRow>();
  for (const group of groups.values()) {
    if (joins === "equal") kept.set(group[0]!, group[0]!);
    else for (const spell of spellsOf(group)) kept.set(spell.at, { row: spell.row });
  }
  return taken.flatMap((one) => {
    if (!("row" in one) || one.without !== undefined) return [one];
    const row = kept.get(one);
    return row === undefined ? [] : [row];
  });
}

interface Spell {
  /** The first of its rows in the file. */
  at: TakenRow;
  row: ObservationRow;
}

function spellsOf(group: readonly TakenRow[]): readonly Spell[] {
  const spells: Spell[] = [];
  for (const one of group.toSorted((a, b) => compare(a.row.from, b.row.from) || a.row.row - b.row.row)) {
    const last = spells.at(-1);
    const end = last?.row.to;
    if (last === undefined || (typeof end === "string" && end < String(one.row.from))) {
      spells.push({ at: one, row: one.row });
      continue;
    }
    const { to: _, ...open } = last.row;
    const to = laterOf(end, one.row.to);
    const at = one.row.row < last.at.row.row ? one : last.at;
    last.row = { ...open, ...(to === undefined ? {} : { to }), row: at.row.row };
    last.at = at;
  }
  return spells;
}

const compare = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);

/** The later of two ends; an open one is later than any. */
function laterOf(a: unknown, b: unknown): string | undefined {
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  return a > b ? a : b;
}
