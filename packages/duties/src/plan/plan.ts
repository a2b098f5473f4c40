import type { Clause, Instrument, Kind, Program } from "@kelisim/accord/program";
import { ALWAYS, type CivilDay, type Instant, NEVER, type Party } from "@kelisim/model";
import type { FactBook } from "../facts/fact-book.ts";
import { type ClauseRow, type LimitRow, planClause, type StandingRow, triggerNames } from "./clause-row.ts";
import type { CalendarRules } from "./deadlines.ts";
import { compileRole, type RoleContext } from "./roles.ts";
import { compileCondition, type Names } from "./terms.ts";

/** What a ledger is made for. */
export interface LedgerSetting {
  /** Compiled agreements. Where a clause id occurs in several, the later ones are later versions of it. */
  readonly programs: readonly Program[];
  readonly parties: readonly Party[];
  readonly geography?: import("@kelisim/model").Geography | undefined;
  /** Named calendars of working days. */
  readonly workingDays?: Readonly<Record<string, (day: CivilDay) => boolean>> | undefined;
  /** The node's own parties: their own records are complete here. */
  readonly us?: readonly string[] | undefined;
}

/** What judging asks of a row each time, in a byte: thousands of rows then fit into the processor's nearest memory. */
export const BARE = 1;
export const RIGHT = 2;
export const DISPLACEABLE = 4;
export const SILENT = 8;
export const OPENS = 16;

function traitsOf(row: ClauseRow): number {
  const { clause } = row;
  return (
    (row.actIsBare ? BARE : 0) |
    (clause.kind === "right" ? RIGHT : 0) |
    (clause.subjectTo.length > 0 ? DISPLACEABLE : 0) |
    (clause.kind === "duty" && clause.silence ? SILENT : 0) |
    (row.opening ? OPENS : 0)
  );
}

/** All clauses, made ready to run. */
export interface Plan {
  /** By row: what judging asks of it each time. */
  readonly traits: Uint8Array;
  readonly rows: readonly ClauseRow[];
  readonly limits: readonly LimitRow[];
  readonly standing: readonly StandingRow[];
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly contexts: ReadonlyMap<string, RoleContext>;
}

interface Version {
  readonly clause: Clause;
  readonly instrument: Instrument;
  readonly from: Instant;
  readonly to: Instant;
}

/** From when to when each version of each clause applies: adoption facts by hash, else the version given last. */
function versionsOf(programs: readonly Program[], book: FactBook): readonly Version[] {
  const byId = new Map<string, { clause: Clause; instrument: Instrument }[]>();
  for (const program of programs) {
    for (const instrument of program.instruments) {
      for (const clause of instrument.clauses) {
        const list = byId.get(clause.id);
        if (list) list.push({ clause, instrument });
        else byId.set(clause.id, [{ clause, instrument }]);
      }
    }
  }
  const versions: Version[] = [];
  for (const [id, list] of byId) {
    const adoptions = [...book.adoptions(id)].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    if (adoptions.length === 0) {
      versions.push({ ...list[list.length - 1]!, from: ALWAYS, to: NEVER });
      continue;
    }
    adoptions.forEach((adoption, i) => {
      const version = list.findLast(({ clause }) => clause.hash === adoption.hash);
      const to = adoptions[i + 1]?.from ?? NEVER;
      if (version && adoption.from < to) versions.push({ ...version, from: adoption.from, to });
    });
  }
  return versions;
}

/** Makes the programs ready to run under the visible facts. */
export function makePlan(setting: LedgerSetting, book: FactBook): Plan {
  const kinds = new Map<string, Kind>();
  for (const kind of setting.programs.flatMap((program) => program.vocabulary)) {
    if ((kinds.get(kind.name)?.version ?? 0) <= kind.version) kinds.set(kind.name, kind);
  }
  const partyKinds = new Map(setting.parties.map((party) => [party.id, party.kind] as const));
  const instruments = new Map<string, Instrument>();
  for (const program of setting.programs) {
    for (const instrument of program.instruments) instruments.set(instrument.id, instrument);
  }
  const contexts = new Map<string, RoleContext>();
  for (const instrument of instruments.values()) contexts.set(instrument.id, { instrument, partyKinds });

  const versions = versionsOf(setting.programs, book);
  const find = (id: string) => {
    const clause = versions.find((version) => version.clause.id === id)?.clause;
    return clause?.kind === "duty" || clause?.kind === "right" ? clause : undefined;
  };
  const rows: ClauseRow[] = [];
  const limits: LimitRow[] = [];
  const standing: StandingRow[] = [];
  for (const { clause, instrument, from, to } of versions) {
    const context: RoleContext = { instrument, partyKinds };
    const calendar: CalendarRules = {
      timeZone: instrument.timeZone,
      monthEnd: instrument.monthEnd,
      works: instrument.workingCalendar === undefined ? undefined : setting.workingDays?.[instrument.workingCalendar],
    };
    if (clause.kind === "duty" || clause.kind === "right") {
      const names = { trigger: triggerNames(clause, find), kinds, timeZone: instrument.timeZone };
      rows.push(planClause(rows.length, clause, context, { from, to }, names, calendar));
    } else if (clause.kind === "limit") {
      const names: Names = {
        act: { variable: clause.variable, kind: clause.record },
        kinds,
        timeZone: instrument.timeZone,
      };
      const test = clause.where && compileCondition(clause.where, names);
      const who = clause.bearer.who && compileRole(clause.bearer.who, names, context);
      limits.push({ clause, instrument, from, to, names, calendar, test, who });
    } else {
      const names: Names = { kinds, timeZone: instrument.timeZone };
      standing.push({
        clause,
        instrument,
        from,
        to,
        debtor: compileRole(clause.debtor, names, context),
        creditor: compileRole(clause.creditor, names, context),
      });
    }
  }
  return { traits: Uint8Array.from(rows, traitsOf), rows, limits, standing, instruments, contexts };
}
