import { RECORDS } from "./0001-records.ts";
import { DECISIONS_AND_TEXTS } from "./0002-decisions-and-texts.ts";
import type { Migration } from "./migration.ts";

/** All migrations in order. */
export const MIGRATIONS: readonly Migration[] = [RECORDS, DECISIONS_AND_TEXTS];
