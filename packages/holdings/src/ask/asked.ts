import { checkSelection, type Selection, type SelectionProblem } from "@kelisim/analysis";
import type { Control } from "../database/database.ts";
import { text } from "../database/sql.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { type Library, ROWS } from "../folder/library.ts";
import { type Asking, standsBelow } from "./counted-once.ts";

/** Years for which a holding is asked; a holding that is not named is asked for all of its years. */
export type OnlyYears = Readonly<Record<string, readonly number[]>>;

/** A question that cannot be answered. */
export interface NotAsked {
  readonly problems: readonly (SelectionProblem | HoldingProblem)[];
}

export interface HoldingProblem {
  readonly code: "selection/no-holding" | "selection/other-table" | "selection/holding-twice" | "selection/too-many";
  /** Where in the selection: `holdings[2]`. */
  readonly at: string;
  readonly message: string;
  readonly mend?: string;
}

/** What a selection asks: its holdings, and SQL of their rows, with `holding` as the place of the holding in the list
 * and `file_row_number` as the place in its kept file. Of activities that contain others each sum stands once. */
export interface Asked {
  readonly holdings: readonly KeptHolding[];
  readonly from: string;
  /** SQL of the rows whose money stands again in activities below them; absent: there are none. */
  readonly again?: string;
}

/** Looks at a selection and finds its holdings. Nothing of it reaches SQL before it was checked here. */
export async function ask(
  { library, contained }: Asking,
  selection: Selection,
  only: OnlyYears = {},
  control: Control = {},
): Promise<Asked | NotAsked> {
  const wrong = checkSelection(selection);
  if (wrong.length > 0) return { problems: wrong };
  const problems: HoldingProblem[] = [];
  const holdings: KeptHolding[] = [];
  for (const [index, id] of selection.holdings.entries()) {
    const at = `holdings[${index}]`;
    const holding = await library.get(id);
    if (holding === undefined)
      problems.push({ code: "selection/no-holding", at, message: `there is no holding "${id.slice(0, 120)}"` });
    else if (holding.table !== selection.table)
      problems.push({
        code: "selection/other-table",
        at,
        message: `"${id}" holds ${holding.table}, not ${selection.table}`,
      });
    else if (selection.holdings.indexOf(id) < index)
      problems.push({
        code: "selection/holding-twice",
        at,
        message: `"${id}" is named twice: its rows would count twice`,
      });
    else holdings.push(holding);
  }
  if (problems.length > 0) return { problems };
  const rows = fromSql(library, holdings, only);
  const below = await contained.among(holdings, control);
  if (below === undefined) return { holdings, from: rows };
  const those = (test: string) => `(SELECT * FROM ${rows} AS flow WHERE ${test})`;
  return { holdings, from: those(`NOT ${standsBelow(below)}`), again: those(standsBelow(below)) };
}

export const isNotAsked = (answer: object): answer is NotAsked => "problems" in answer;

function fromSql(library: Library, holdings: readonly KeptHolding[], only: OnlyYears): string {
  const parts = holdings.map(({ id, held }, at) => {
    const years = held === undefined ? undefined : only[id];
    const rows = `SELECT ${at} AS holding, * FROM read_parquet(${text(library.pathOf(id, ROWS))}, file_row_number = true)`;
    if (years === undefined) return rows;
    const whole = years.filter(Number.isSafeInteger);
    return `${rows} WHERE ${whole.length === 0 ? "false" : `year IN (${whole.join(", ")})`}`;
  });
  return `(${parts.join(" UNION ALL ")})`;
}
