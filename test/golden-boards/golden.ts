import assert from "node:assert/strict";
import type { BoardLine } from "@kelisim/duties";
import { groups } from "./groups.ts";

/**
 * What a party owes on a day, derived by hand from the fact base and not from a run. Asked is what is known now, as of
 * the last instant of the day at Tashkent, from that day to 400 days later, over the region as it is.
 */
export interface GoldenBoard {
  readonly party: string;
  readonly asOf: string;
  /**
   * Every line it owes that has a date in the window, one a row, columns two spaces apart:
   * clause, period, creditors, last day (UTC), state, and "unverified" where the binding of one end is.
   *
   * Creditors are ids, or the name of a group (see groups.ts) without the debtor; `-RUS` takes one out, `+IAEA` adds
   * one, `(56)` says how many there are. `MO1997:Joint to MO1997:China` names the side that owes.
   */
  readonly dated: string;
  /** Instruments under which it has any line as debtor, a space apart; see `standings`. */
  readonly bound: string;
  readonly unverified: string;
  /** Each with the reason as the fact base gives it. */
  readonly suspended?: Readonly<Record<string, string>>;
  /** Instruments or clauses that name it and under which it owes nothing then, each with the reason. */
  readonly absent: Readonly<Record<string, string>>;
  /** Clauses that its own reservation or declaration takes out, each with the reason. */
  readonly excluded?: Readonly<Record<string, string>>;
}

/** A dated line, as expected or as shown. */
export interface DatedLine {
  readonly clause: string;
  readonly period: string;
  readonly debtor: string;
  readonly creditors: readonly string[];
  readonly day: string;
  readonly state: string;
  readonly unverified: boolean;
}

/** Reads the rows of `GoldenBoard.dated`; a row that cannot be read is a fault of the board's author. */
export function readDated(text: string, party: string): readonly DatedLine[] {
  const rows = text.split("\n").filter((row) => row.trim() !== "");
  return rows.map((row) => {
    const [clause, period, pair, day, state, mark, ...more] = row.trim().split(/ {2,}/);
    const isSound = clause && period && pair && day && state && more.length === 0;
    assert.ok(isSound && (mark === undefined || mark === "unverified"), `cannot read the row "${row.trim()}"`);
    assert.match(day, /^\d{4}-\d\d-\d\d$/, row);
    const [debtor, owedTo] = pair.includes(" to ") ? (pair.split(" to ") as [string, string]) : [party, pair];
    return {
      clause,
      period,
      debtor,
      creditors: readCreditors(owedTo, debtor),
      day,
      state,
      unverified: mark !== undefined,
    };
  });
}

function readCreditors(text: string, debtor: string): readonly string[] {
  const creditors = new Set<string>();
  let count: number | undefined;
  for (const token of text.split(" ")) {
    const counted = /^\((\d+)\)$/.exec(token);
    const group = groups[token];
    if (counted) count = Number(counted[1]);
    else if (token.startsWith("-")) assert.ok(creditors.delete(token.slice(1)), `${token} is in no group: "${text}"`);
    else if (token.startsWith("+")) creditors.add(token.slice(1));
    else if (group) for (const id of group) id !== debtor && creditors.add(id);
    else creditors.add(token);
  }
  assert.ok(count === undefined || count === creditors.size, `"${text}" are ${creditors.size}`);
  return [...creditors].sort();
}

/** The dated lines that a board shows its party as owing. */
export function shownDated(lines: readonly BoardLine[]): readonly DatedLine[] {
  return lines.flatMap((line) => {
    if (line.standpoint !== "owes" || line.deadline === null) return [];
    const moment = new Date(line.deadline).toISOString();
    return {
      clause: line.clause,
      period: line.period ?? line.subject ?? "",
      debtor: line.debtors.join(" "),
      creditors: line.creditors,
      day: moment.replace(/T23:59:59\.999Z$/, ""),
      state: line.state,
      unverified: line.unverified,
    };
  });
}

const text = (line: DatedLine): string =>
  [line.clause, line.period, line.debtor, line.day, line.state, ...(line.unverified ? ["unverified"] : [])].join("  ");

/** Every difference between two lists of dated lines, in words; none: they are the same. */
export function compareDated(expected: readonly DatedLine[], shown: readonly DatedLine[]): readonly string[] {
  const wanted = new Map(expected.map((line) => [text(line), line]));
  const given = new Map(shown.map((line) => [text(line), line]));
  const differences: string[] = [];
  if (wanted.size < expected.length) differences.push("two rows of the golden board are the same");
  if (given.size < shown.length) differences.push("two lines of the shown board differ in creditors only");
  for (const [key, line] of wanted) {
    const found = given.get(key);
    if (!found) differences.push(`missing:   ${key}  to ${line.creditors.join(" ")}`);
    else differences.push(...compareCreditors(key, line.creditors, found.creditors));
  }
  for (const [key, line] of given)
    if (!wanted.has(key)) differences.push(`too much:  ${key}  to ${line.creditors.join(" ")}`);
  return differences;
}

function compareCreditors(line: string, expected: readonly string[], shown: readonly string[]): readonly string[] {
  const lacking = expected.filter((id) => !shown.includes(id));
  const extra = shown.filter((id) => !expected.includes(id));
  return [
    ...(lacking.length > 0 ? [`creditors: ${line}  misses ${lacking.join(" ")}`] : []),
    ...(extra.length > 0 ? [`creditors: ${line}  has too many: ${extra.join(" ")}`] : []),
  ];
}

export type Standing = "bound" | "unverified" | "suspended";

/**
 * Under which instruments a board shows its party any line as debtor. What looks at the day itself (standing clauses,
 * limits) decides where there is any; duties and rights arose earlier, or arise later. Of these lines, all suspended:
 * suspended; none whose binding is verified at both ends: unverified; else bound.
 */
export function standings(lines: readonly BoardLine[]): ReadonlyMap<string, Standing> {
  const own = Map.groupBy(
    lines.filter((line) => line.standpoint === "owes"),
    (line) => line.instrument,
  );
  return new Map(
    [...own].map(([instrument, all]) => {
      const present = all.filter(({ form }) => form === "standing" || form === "limit");
      const deciding = present.length > 0 ? present : all;
      const inOperation = deciding.filter(({ state }) => state !== "suspended");
      if (inOperation.length === 0) return [instrument, "suspended"];
      return [instrument, inOperation.every(({ unverified }) => unverified) ? "unverified" : "bound"];
    }),
  );
}

/** Every difference between the sets of instruments of a golden board and those shown. */
export function compareInstruments(board: GoldenBoard, shown: ReadonlyMap<string, Standing>): readonly string[] {
  const expected = new Map<string, Standing>();
  const differences: string[] = [];
  const put = (standing: Standing, ids: string) => {
    for (const id of ids.split(/\s+/)) {
      if (id === "") continue;
      if (expected.has(id)) differences.push(`${id}: named twice by the golden board`);
      expected.set(id, standing);
    }
  };
  put("bound", board.bound);
  put("unverified", board.unverified);
  put("suspended", Object.keys(board.suspended ?? {}).join(" "));
  for (const [id, standing] of expected)
    if (shown.get(id) !== standing)
      differences.push(`${id}: ${standing} expected, ${shown.get(id) ?? "no line"} shown`);
  for (const [id, standing] of shown) if (!expected.has(id)) differences.push(`${id}: too much, shown as ${standing}`);
  return differences;
}
