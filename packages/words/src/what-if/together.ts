import {
  type Clause,
  type Condition,
  canHold,
  type Declarations,
  type DutyClause,
  HEADER_ATTRIBUTES,
  type Kind,
} from "@kelisim/accord/program";
import type { WhatIf } from "@kelisim/duties";
import type { Row } from "../board/row.ts";
import type { Names } from "../names.ts";
import { rowKey } from "./rows.ts";

export interface Together {
  /** Kind of the record that would do. */
  readonly record: string;
  /** Rows that one record discharges, in their order. */
  readonly rows: readonly Row[];
  /** Numbers of these rows, from 1. */
  readonly numbers: readonly number[];
}

interface Candidate {
  readonly row: Row;
  readonly number: number;
  readonly clause: DutyClause;
  /** Those who could speak for the debtor: itself, or a member of the side or group. */
  readonly speakers: readonly string[];
  /** What is asked of the act and of the record it follows from, in names that all clauses share. */
  readonly asked: readonly Condition[];
}

/**
 * Which rows one record would discharge together. The engine names the rows that ask for the same kind of record
 * about the same subject; kept together are those that one party can perform by one act: somebody can speak for every
 * debtor, the conditions on the act can hold at once, and the act is not too early for one where it is in time for another.
 */
export function togetherRows(
  found: WhatIf["together"],
  rows: readonly Row[],
  names: Names,
  vocabulary: readonly Kind[],
): readonly Together[] {
  const numbers = new Map(rows.map((row, index) => [rowKey({ ...row.line, debtor: row.debtors[0] ?? "" }), index]));
  const all: Together[] = [];
  for (const { record, lines } of found) {
    const indexes = new Set(lines.map((line) => numbers.get(rowKey(line))).filter((index) => index !== undefined));
    const candidates = [...indexes]
      .sort((a, b) => a - b)
      .flatMap((index) => candidateOf(rows[index]!, index + 1, names));
    for (const set of setsOf(candidates, vocabulary))
      all.push({ record, rows: set.map(({ row }) => row), numbers: set.map(({ number }) => number) });
  }
  return all;
}

/** A cumulative act is not done by one record, and no right has to be used. */
function candidateOf(row: Row, number: number, names: Names): readonly Candidate[] {
  const { clause } = row.placed;
  if (clause.kind !== "duty" || clause.act.total !== undefined) return [];
  return [{ row, number, clause, speakers: names.membersOf(row.debtors[0] ?? ""), asked: askedBy(clause) }];
}

/** The largest sets that one act can discharge, beginning from each row in turn; several clauses each. */
function setsOf(candidates: readonly Candidate[], vocabulary: readonly Kind[]): readonly (readonly Candidate[])[] {
  const sets: Candidate[][] = [];
  for (const first of candidates) {
    let set = [first];
    for (const other of candidates) {
      const wider = [...set, other].sort((a, b) => a.number - b.number);
      if (other !== first && isOneAct(wider, vocabulary)) set = wider;
    }
    const isKnown = sets.some((known) => set.every((each) => known.includes(each)));
    if (!isKnown && new Set(set.map(({ clause }) => clause.id)).size > 1) sets.push(set);
  }
  return sets;
}

function isOneAct(set: readonly Candidate[], vocabulary: readonly Kind[]): boolean {
  const [first] = set;
  if (first === undefined) return false;
  if (!first.speakers.some((party) => set.every(({ speakers }) => speakers.includes(party)))) return false;
  if (set.some(({ row }) => row.line.period !== first.row.line.period)) return false;
  const opens = Math.max(...set.map(({ row }) => row.line.notBefore ?? Number.NEGATIVE_INFINITY));
  const closes = Math.min(...set.map(({ row }) => row.line.deadline ?? Number.POSITIVE_INFINITY));
  if (opens > closes) return false;
  return canHold({ kind: "and", all: set.flatMap(({ asked }) => asked) }, declarationsOf(first.clause, vocabulary));
}

const ACT = "act";
const TRIGGER = "trigger";

/** Moments and dates of binding are those of their own clause; every other term is the same wherever it is written the same. */
const OF_ITS_CLAUSE = new Set(["moment", "bound since"]);

function askedBy(clause: DutyClause): readonly Condition[] {
  const conditions = [clause.act.where, clause.trigger.kind === "record" ? clause.trigger.where : undefined];
  return conditions.flatMap((condition) => (condition === undefined ? [] : [inSharedNames(condition, clause)]));
}

function inSharedNames(condition: Condition, clause: DutyClause): Condition {
  const rename = (key: string, value: unknown): unknown => {
    if (key === "variable") return value === clause.act.variable ? ACT : TRIGGER;
    const isOwn = typeof value === "object" && value !== null && "kind" in value && OF_ITS_CLAUSE.has(`${value.kind}`);
    return isOwn ? { ...value, clause: clause.id } : value;
  };
  return JSON.parse(JSON.stringify(condition, rename)) as Condition;
}

/** What the vocabulary says of the attributes of the act and of the record it follows from. */
function declarationsOf({ act, trigger }: DutyClause, vocabulary: readonly Kind[]): Declarations {
  const newest = (name: string) => vocabulary.findLast((kind) => kind.name === name);
  const kinds: Readonly<Record<string, Kind | undefined>> = {
    [ACT]: newest(act.record),
    [TRIGGER]: trigger.kind === "record" ? newest(trigger.record) : undefined,
  };
  return (variable, name) => {
    const header = Object.hasOwn(HEADER_ATTRIBUTES, name) ? HEADER_ATTRIBUTES[name] : undefined;
    return header !== undefined
      ? { type: header }
      : kinds[variable]?.attributes.find((attribute) => attribute.name === name);
  };
}

/** Whether the rows are discharged by a notice (sent to somebody) or by an event. */
export function isNotice({ rows }: Together): boolean {
  const clauses: readonly Clause[] = rows.map((row) => row.placed.clause);
  return clauses.every((clause) => clause.kind === "duty" && clause.act.verb === "send");
}
