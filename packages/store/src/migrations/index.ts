import { RECORDS } from "./0001-records.ts";
import type { Migration } from "./migration.ts";

/** All migrations in order. */
export const MIGRATIONS: readonly Migration[] = [RECORDS];
