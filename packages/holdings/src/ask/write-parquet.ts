import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { name, text } from "../database/sql.ts";
import type { Asking } from "./counted-once.ts";

/** A table as it stands in memory, to be handed out as a file. */
export interface PlainTable {
  /** "amount": an exact decimal as text; "count": a whole number or a year. */
  readonly columns: readonly { readonly name: string; readonly type: "text" | "amount" | "count" }[];
  /** null: not known. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What is said of the whole table: the key-value metadata of the file. */
  readonly about: readonly (readonly [key: string, said: string])[];
}

/** A table as Parquet. Amounts are decimals of 38 digits with as many places as the column needs. */
export async function writeParquet({ library, database }: Asking, table: PlainTable): Promise<Uint8Array> {
  const { columns, rows, about } = table;
  const work = await library.work();
  const path = join(work.path, "table.parquet");
  const made = name(`table ${randomUUID()}`);
  try {
    await database.with(async (connection) => {
      await connection.run(`CREATE TABLE ${made} (${columns.map((_, at) => `c${at} VARCHAR`).join(", ")})`);
      const appender = await connection.createAppender(made.slice(1, -1));
      for (const row of rows) {
        for (const [at] of columns.entries()) {
          const cell = row[at] ?? null;
          if (cell === null) appender.appendNull();
          else appender.appendVarchar(String(cell));
        }
        appender.endRow();
      }
      appender.closeSync();
      const typed = columns.map(
        (column, at) => `CAST(c${at} AS ${sqlType(column.type, placesOf(rows, at))}) AS ${name(column.name)}`,
      );
      const said = about.map(([key, value]) => `${name(key)}: ${text(value)}`);
      const metadata = said.length === 0 ? "" : `, KV_METADATA {${said.join(", ")}}`;
      await connection.run(
        `COPY (SELECT ${typed.join(", ")} FROM ${made}) TO ${text(path)} (FORMAT parquet, COMPRESSION zstd${metadata})`,
      );
      await connection.run(`DROP TABLE ${made}`);
    });
    return await readFile(path);
  } finally {
    await work.end();
  }
}

function sqlType(type: PlainTable["columns"][number]["type"], places: number): string {
  if (type === "text") return "VARCHAR";
  return type === "count" ? "BIGINT" : `DECIMAL(38,${places})`;
}

const placesOf = (rows: PlainTable["rows"], at: number): number =>
  rows.reduce((most, row) => Math.max(most, String(row[at] ?? "").split(".")[1]?.length ?? 0), 0);
