import type { RowTest } from "@kelisim/sources";
import { text } from "../database/sql.ts";

/** SQL of a test of a row of the file; never NULL. */
export function testSql(test: RowTest, column: (name: string) => string): string {
  const value = `coalesce(${column(test.column)}, '')`;
  if ("in" in test) return test.in.length === 0 ? "false" : `${value} IN (${test.in.map(text).join(", ")})`;
  if ("notIn" in test) return test.notIn.length === 0 ? "true" : `${value} NOT IN (${test.notIn.map(text).join(", ")})`;
  if ("matches" in test) return `regexp_matches(${value}, ${text(test.matches)})`;
  return `${value} <> ''`;
}

/** All of them. */
export function allOf(tests: readonly RowTest[], column: (name: string) => string): string {
  return tests.length === 0 ? "true" : tests.map((test) => `(${testSql(test, column)})`).join(" AND ");
}
