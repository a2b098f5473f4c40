import {
  centralityTable,
  indexComponentsTable,
  membershipOverlapTable,
  membershipsBySourceTable,
} from "../institutions/tables.ts";
import {
  agreementsTable,
  channelsTable,
  clausesTable,
  modifiersTable,
  sidesTable,
  statusTable,
} from "./agreement-tables.ts";
import { membershipsTable, organisationsTable, partiesTable } from "./body-tables.ts";
import { coverageGapsTable, coverageTable, dependenceTable, doubleWorkTable } from "./coverage-tables.ts";
import { coverageTakenTable } from "./coverage-taken-table.ts";
import { endingsTable, printedTable, recommendationsTable, taskMoneyTable } from "./evidence-tables.ts";
import { interviewCodesTable, interviewDifferencesTable } from "./interview-tables.ts";
import { betweenTable, boardTable } from "./line-tables.ts";
import { codingsTable, definitionsTable, powersTable, powersYearsTable, prioritiesTable } from "./power-tables.ts";
import { recordsTable } from "./record-table.ts";
import {
  claimsTable,
  disputesTable,
  indicatorsTable,
  programmesTable,
  sourcesTable,
  undertakingsTable,
} from "./research-tables.ts";
import { bordersTable, threatsTable, timelineTable } from "./situation-tables.ts";
import type { TableDefinition } from "./table.ts";

/** Every table that can be taken away as a file. */
export const TABLES: readonly TableDefinition[] = [
  boardTable,
  betweenTable,
  agreementsTable,
  clausesTable,
  statusTable,
  sidesTable,
  modifiersTable,
  channelsTable,
  partiesTable,
  organisationsTable,
  membershipsTable,
  membershipsBySourceTable,
  centralityTable,
  membershipOverlapTable,
  indexComponentsTable,
  timelineTable,
  bordersTable,
  threatsTable,
  coverageTable,
  coverageGapsTable,
  coverageTakenTable,
  doubleWorkTable,
  dependenceTable,
  powersTable,
  powersYearsTable,
  prioritiesTable,
  codingsTable,
  definitionsTable,
  programmesTable,
  indicatorsTable,
  claimsTable,
  recommendationsTable,
  taskMoneyTable,
  endingsTable,
  printedTable,
  interviewCodesTable,
  interviewDifferencesTable,
  undertakingsTable,
  disputesTable,
  sourcesTable,
  recordsTable,
];
