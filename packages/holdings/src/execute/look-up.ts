import type { ColumnType } from "@kelisim/model";
import type { Cell } from "@kelisim/sources";
import type { Control, Database } from "../database/database.ts";
import type { CellPlan } from "./cells.ts";
import { SQL_TYPES } from "./columns.ts";

type LookedUp = Extract<CellPlan, { readonly kind: "looked up" }>;

/** SQL of a cell that is read: its value, and why it could not be read (NULL where it could). */
export interface CellSql {
  readonly value: string;
  readonly problem: string;
  /** The text that a refusal quotes. */
  readonly quoted: string;
  /** The table to join it with, where there is one. */
  readonly join?: string;
  /** Whether any text of the file could not be read. */
  readonly fails: boolean;
}

/** Reads each different text once and keeps what it gives in tables, one for each way of reading. */
export class LookUps {
  readonly #database: Database;
  readonly #made = new Map<
    string,
    Promise<{ readonly table: string; readonly rows: number; readonly failed: number }>
  >();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * SQL of a planned cell for a column of this type; `from` says where the texts stand, and `place` keeps the names of joined
   * tables apart.
   */
  async sqlOf(
    plan: CellPlan,
    cell: Cell,
    type: ColumnType,
    from: string,
    place: string,
    control: Control,
  ): Promise<CellSql> {
    if (plan.kind === "value") return { value: plan.sql, problem: "NULL", quoted: "NULL", fails: false };
    const { from: _, ...reading } = { from: "", ...cell };
    const id = JSON.stringify([plan.key, reading, from, type]);
    let making = this.#made.get(id);
    if (making === undefined) {
      making = this.#make(plan, type, from, `look_up_${this.#made.size}`, control);
      this.#made.set(id, making);
    }
    const { table, rows, failed } = await making;
    const usual = plan.quick.map(({ when, sql }) => `WHEN ${when} THEN ${sql}`).join(" ");
    const quick = (otherwise: string) => (usual === "" ? otherwise : `CASE ${usual} ELSE ${otherwise} END`);
    if (rows === 0)
      return { value: quick(`CAST(NULL AS ${SQL_TYPES[type]})`), problem: "NULL", quoted: "NULL", fails: false };
    return {
      value: quick(`${place}.value`),
      problem: failed === 0 ? "NULL" : `${place}.problem`,
      quoted: plan.quoted,
      join: `LEFT JOIN ${table} ${place} ON ${place}.key = ${plan.key}`,
      fails: failed > 0,
    };
  }

  async #make(plan: LookedUp, type: ColumnType, from: string, table: string, control: Control) {
    const unusual = plan.quick.length === 0 ? "" : ` AND NOT (${plan.quick.map(({ when }) => when).join(" OR ")})`;
    return this.#database.with(async (reading) => {
      await reading.run(`CREATE TABLE ${table}_texts (key VARCHAR, value VARCHAR, problem VARCHAR)`);
      const appender = await reading.createAppender(`${table}_texts`);
      let [rows, failed] = [0, 0];
      await this.#database.with(async (asking) => {
        const result = await asking.stream(
          `SELECT DISTINCT ${plan.key} AS key FROM ${from} WHERE ${plan.key} IS NOT NULL${unusual}`,
        );
        for await (const chunk of result.yieldRowsJs()) {
          control.signal?.throwIfAborted();
          for (const [key] of chunk) {
            const value = plan.read(String(key));
            appender.appendVarchar(String(key));
            if (typeof value === "object" && value !== null) {
              appender.appendNull();
              appender.appendVarchar(value.refusal);
              failed += 1;
            } else {
              if (value === null) appender.appendNull();
              else appender.appendVarchar(String(value));
              appender.appendNull();
            }
            appender.endRow();
            rows += 1;
          }
        }
      });
      appender.closeSync();
      await reading.run(
        `CREATE TABLE ${table} AS SELECT key, CAST(value AS ${SQL_TYPES[type]}) AS value, problem FROM ${table}_texts`,
      );
      await reading.run(`DROP TABLE ${table}_texts`);
      return { table, rows, failed };
    });
  }
}
