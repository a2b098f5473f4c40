import type { Clause, Program } from "@kelisim/accord/program";
import { createLedger, type LedgerSetting, type Line, type Question } from "@kelisim/duties";
import { type AdoptionFact, ALWAYS, type Fact, type Instant, type KelisimRecord } from "@kelisim/model";
import type { ProgramDiff } from "./compare-programs.ts";

/** A line as it stands under the old text, and as it would stand. One of the two may be missing. */
export interface LineChange {
  readonly before?: Line;
  readonly after?: Line;
}

export interface OpenDuties {
  /** Open and upcoming lines of clauses that change, with what the new version would say of them. They keep the old one. */
  readonly pinned: readonly LineChange[];
  /** Had the new text applied from the beginning: other lines of what is already on record, and other dates and states. */
  readonly hadItApplied: readonly LineChange[];
  /** Adopted on its day: what becomes different within the asked window. */
  readonly onceAdopted: readonly LineChange[];
  /** Clauses that their own adoption facts already date: the comparison leaves them as they are. */
  readonly dated: readonly string[];
}

export interface OpenDutiesInput {
  readonly before: Program;
  readonly now: Program;
  readonly diff: ProgramDiff;
  readonly setting: Omit<LedgerSetting, "programs">;
  readonly facts: readonly Fact[];
  readonly records: readonly KelisimRecord[];
  readonly question: Question;
  /** The first instant from which the new text applies. */
  readonly adoptOn: Instant;
}

const AHEAD = new Set(["open", "upcoming", "available"]);

/**
 * What a new version does to duties that are already there. A duty keeps the version under which it arose; so three ledgers of
 * the same records are compared: the old text, the old until a day and the new from it, and the new alone.
 */
export function compareOpenDuties(input: OpenDutiesInput): OpenDuties {
  const { before, now, diff, question, adoptOn } = input;
  const touched = new Set(diff.clauses.flatMap((change) => idsOf(change)));
  const ids = new Map<string, string>();
  for (const change of diff.clauses) {
    if ("before" in change && "now" in change) ids.set(change.now.clause.id, change.before.clause.id);
  }
  const dated = new Set(
    input.facts.flatMap((fact) => (fact.kind === "adoption" && touched.has(fact.clause) ? [fact.clause] : [])),
  );
  const linesOf = (programs: readonly Program[], facts: readonly Fact[]) => {
    const ledger = createLedger({ ...input.setting, programs });
    ledger.appendFacts([...input.facts, ...facts]);
    ledger.append(input.records);
    const lines = new Map<string, Line>();
    ledger.forEachDuty(question, (line) => {
      if (!touched.has(line.clause)) return;
      const clause = ids.get(line.clause) ?? line.clause;
      lines.set(JSON.stringify([clause, line.debtor, line.creditor, line.subject, line.period]), line);
    });
    return lines;
  };
  const old = linesOf([before], []);
  const alone = linesOf([now], []);
  const adopted = linesOf([before, now], adoptionsOf(diff, adoptOn, dated));
  const oldHashes = new Set(before.instruments.flatMap(({ clauses }) => clauses.map(({ hash }) => hash)));
  const newHashes = new Set(now.instruments.flatMap(({ clauses }) => clauses.map(({ hash }) => hash)));
  const pinned = [...adopted].flatMap(([key, line]): LineChange[] => {
    const old = oldHashes.has(line.version) && !newHashes.has(line.version) && AHEAD.has(line.state);
    const after = alone.get(key);
    return old ? [{ before: line, ...(after && differs(line, after) ? { after } : {}) }] : [];
  });
  return {
    pinned: pinned.sort(byDate),
    hadItApplied: differences(old, alone),
    onceAdopted: differences(old, adopted),
    dated: [...dated],
  };
}

function idsOf(change: ProgramDiff["clauses"][number]): readonly string[] {
  return [...("before" in change ? [change.before.clause.id] : []), ...("now" in change ? [change.now.clause.id] : [])];
}

/** The old version until the day, the new from it; a clause that goes is followed by a version that no program holds. */
function adoptionsOf(diff: ProgramDiff, adoptOn: Instant, dated: ReadonlySet<string>): readonly AdoptionFact[] {
  const facts: AdoptionFact[] = [];
  const adopt = (clause: string, hash: string, from: Instant) => {
    if (dated.has(clause)) return;
    const id = `adoption ${facts.length} of the compared texts`;
    facts.push({
      kind: "adoption",
      id,
      known: ALWAYS,
      source: "the compared texts",
      confidence: "low",
      clause,
      hash,
      from,
    });
  };
  const end = (clause: Clause) => adopt(clause.id, "", adoptOn);
  const begin = (clause: Clause, from: Instant) => adopt(clause.id, clause.hash, from);
  for (const change of diff.clauses) {
    if (change.kind === "added") begin(change.now.clause, adoptOn);
    else {
      begin(change.before.clause, ALWAYS);
      if (change.kind === "removed" || change.now.clause.id !== change.before.clause.id) end(change.before.clause);
      if (change.kind !== "removed") begin(change.now.clause, adoptOn);
    }
  }
  return facts;
}

function differences(before: ReadonlyMap<string, Line>, after: ReadonlyMap<string, Line>): readonly LineChange[] {
  const changes: LineChange[] = [];
  for (const [key, line] of before) {
    const other = after.get(key);
    if (other === undefined) changes.push({ before: line });
    else if (differs(line, other)) changes.push({ before: line, after: other });
  }
  for (const [key, line] of after) if (!before.has(key)) changes.push({ after: line });
  return changes.sort(byDate);
}

function differs(a: Line, b: Line): boolean {
  return a.deadline !== b.deadline || a.state !== b.state || a.reason !== b.reason || a.form !== b.form;
}

function byDate(a: LineChange, b: LineChange): number {
  const [x, y] = [a.before ?? a.after!, b.before ?? b.after!];
  const date = (line: Line) => line.deadline ?? Number.MAX_VALUE;
  const key = ({ clause, debtor, creditor, subject, period }: Line) =>
    `${clause} ${debtor} ${creditor} ${subject} ${period}`;
  return date(x) - date(y) || (key(x) < key(y) ? -1 : 1);
}
