import { RECORDS } from "./0001-records.ts";
import { DECISIONS_AND_TEXTS } from "./0002-decisions-and-texts.ts";
import { INTERVIEWS_AND_DECISIONS } from "./0003-interviews-and-decisions.ts";
import { BRIEFS } from "./0004-briefs.ts";
import { BRIEF_ACTS } from "./0005-brief-acts.ts";
import type { Migration } from "./migration.ts";

/** All migrations in order. */
export const MIGRATIONS: readonly Migration[] = [
  RECORDS,
  DECISIONS_AND_TEXTS,
  INTERVIEWS_AND_DECISIONS,
  BRIEFS,
  BRIEF_ACTS,
];
