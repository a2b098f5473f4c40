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
import { betweenTable, boardTable } from "./line-tables.ts";
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
  timelineTable,
  bordersTable,
  threatsTable,
  coverageTable,
  coverageGapsTable,
  doubleWorkTable,
  dependenceTable,
  programmesTable,
  indicatorsTable,
  claimsTable,
  undertakingsTable,
  disputesTable,
  sourcesTable,
  recordsTable,
];
