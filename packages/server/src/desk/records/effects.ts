import type { Line } from "@kelisim/api";
import type { BoardLine } from "@kelisim/duties";
import { parseInstant, type WrittenRecord } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { lineView } from "../line-view.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

const DAY_MS = 86_400_000;
/** Around the moment of the record, duties that recur are looked at so many days back and ahead. */
const BACK = 400;
const AHEAD = 1100;
/** Boards looked at: the parties that a record names, those that speak first. */
const PARTIES = 8;
const MOST = 60;

/** What a record did: the lines it gave rise to, and those it discharged. */
export interface Effects {
  readonly arose: Line[];
  readonly discharged: Line[];
}

/**
 * Looks at the boards of the parties that a record names, as this view and standpoint have them. `first` is the id of the
 * first record of its chain: duties are about the chain, whichever of its statements counts.
 */
export function effectsOf(view: View, asked: Asked, record: WrittenRecord, first: string, words: Words): Effects {
  const occurred = parseInstant(record.occurred);
  const at = typeof occurred === "number" ? occurred : asked.asOf;
  const question = {
    asOf: asked.asOf,
    knownAt: asked.knownAt,
    from: Math.min(asked.from, at - BACK * DAY_MS),
    until: Math.max(asked.until, at + AHEAD * DAY_MS),
  };
  const arose = new Map<string, BoardLine>();
  const discharged = new Map<string, BoardLine>();
  for (const party of partiesOf(record, words)) {
    for (const line of view.ledger.board({ ...question, party }).lines) {
      if (line.subject === first) merge(arose, line);
      if (line.performance === first) merge(discharged, line);
    }
  }
  const views = (lines: ReadonlyMap<string, BoardLine>) =>
    words.rowsOf([...lines.values()].slice(0, MOST)).map((row) => lineView(row, words));
  return { arose: views(arose), discharged: views(discharged) };
}

/** Two boards show the same duties, each from its side: one line a debtor, with all creditors that any of them names. */
function merge(lines: Map<string, BoardLine>, { debtors, creditors, ...same }: BoardLine): void {
  const { standpoint: _standpoint, ...rest } = same;
  for (const debtor of debtors) {
    const key = JSON.stringify([rest, debtor]);
    const all = new Set([...(lines.get(key)?.creditors ?? []), ...creditors]);
    lines.set(key, { ...rest, standpoint: "neither", debtors: [debtor], creditors: [...all].sort() });
  }
}

function partiesOf({ from, to = [], content = {} }: WrittenRecord, words: Words): readonly string[] {
  const known = new Set(words.region.parties.map(({ id }) => id));
  const named = Object.values(content)
    .flat()
    .filter((value): value is string => typeof value === "string");
  return [...new Set([from ?? "", ...to, ...named])].filter((id) => known.has(id)).slice(0, PARTIES);
}
