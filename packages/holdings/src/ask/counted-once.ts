import { join } from "node:path";
import type { Control, Database } from "../database/database.ts";
import { text } from "../database/sql.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { type Library, ROWS } from "../folder/library.ts";

/** What a question is asked of. */
export interface Asking {
  readonly library: Library;
  readonly database: Database;
  readonly contained: Contained;
}

/** Columns by which sums can be the same money. */
const KIND = ["measure", "currency", "price_year"];

/**
 * Activities whose money stands again in those that they contain, by the rule `COUNTED_ONCE` of the sources: of an activity and
 * those below it, at any depth and in any of the asked files, only the lowest that give a measure in a currency are counted.
 */
export class Contained {
  private readonly parents = new Map<string, Promise<boolean>>();
  private readonly files = new Map<string, Promise<string>>();
  private made = 0;
  private readonly library: Library;
  private readonly database: Database;
  /** A folder of one's own, which goes with the library's closing. */
  private readonly folder: string;

  constructor(library: Library, database: Database, folder: string) {
    this.library = library;
    this.database = database;
    this.folder = folder;
  }

  /**
   * SQL of a table of `activity`, `measure`, `currency`, `price_year` that are not counted among these holdings; undefined where
   * no activity contains another. Kept, since a holding never changes.
   */
  async among(holdings: readonly KeptHolding[], control: Control = {}): Promise<string | undefined> {
    const flows = holdings.filter(({ table }) => table === "flows");
    const contain = await Promise.all(flows.map((holding) => this.containsSome(holding, control)));
    if (!contain.includes(true)) return undefined;
    const key = flows.map(({ id }) => id).join(" ");
    const made = this.files.get(key) ?? this.make(flows, control);
    this.files.set(key, made);
    made.catch(() => this.files.delete(key));
    return `read_parquet(${text(await made)})`;
  }

  private containsSome({ id }: KeptHolding, control: Control): Promise<boolean> {
    const known = this.parents.get(id);
    if (known !== undefined) return known;
    const asked = this.database
      .run(`SELECT count(parent) > 0 AS some FROM ${this.rowsOf(id)}`, [], control)
      .then(([row]) => row?.some === true);
    this.parents.set(id, asked);
    asked.catch(() => this.parents.delete(id));
    return asked;
  }

  private async make(holdings: readonly KeptHolding[], control: Control): Promise<string> {
    this.made += 1;
    const path = join(this.folder, `contained-${this.made}.parquet`);
    const kinds = KIND.join(", ");
    const rows = holdings.map(
      ({ id }, at) =>
        `SELECT ${at} AS holding, row, activity, parent, ${kinds} FROM ${this.rowsOf(id)} WHERE activity IS NOT NULL`,
    );
    // The first parent that an activity names counts; a circle ends where it began.
    await this.database.run(
      `COPY (
        WITH RECURSIVE flows AS (${rows.join(" UNION ALL ")}),
        links AS (SELECT activity, arg_min(parent, (holding, row)) AS parent FROM flows WHERE parent IS NOT NULL GROUP BY activity),
        has AS (SELECT DISTINCT activity, ${kinds} FROM flows),
        above AS (
          SELECT activity, parent AS ancestor FROM links WHERE parent <> activity
          UNION
          SELECT above.activity, links.parent FROM above JOIN links ON links.activity = above.ancestor
          WHERE links.parent <> above.activity
        )
        SELECT DISTINCT above.ancestor AS activity, ${KIND.map((column) => `has.${column}`).join(", ")}
        FROM above JOIN has ON has.activity = above.activity
      ) TO ${text(path)} (FORMAT parquet)`,
      [],
      control,
    );
    return path;
  }

  private readonly rowsOf = (id: string): string => `read_parquet(${text(this.library.pathOf(id, ROWS))})`;
}

/** SQL test of a row named `flow`: whether its money stands again below it. */
export const standsBelow = (contained: string): string =>
  `EXISTS (SELECT 1 FROM ${contained} AS below WHERE below.activity = flow.activity AND ${KIND.map(
    (column) => `below.${column} IS NOT DISTINCT FROM flow.${column}`,
  ).join(" AND ")})`;
