import type { Ledger, Line, Question } from "@kelisim/duties";
import { type CivilDay, civilDay, dayOf, dayParts, type Instant, type KelisimRecord, type Kind } from "@kelisim/model";
import type { ClauseIndex } from "../clause-index.ts";
import { hasDates, momentOf, type PlannedMoment, shifted } from "./planned-dates.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Further than this the dates of a plan are no longer the same plan. */
const MOST_MS = 5 * 366 * DAY_MS;
/** Moving the dates can change which duties arise, so the answer is looked for and then checked; it settles in two or three steps. */
const MOST_STEPS = 16;

export interface Earliest {
  /** The attribute whose date is meant: "start". */
  readonly attribute: string;
  /** By how many milliseconds all dates move; undefined: no move within five years keeps every lead time. */
  readonly shift: number | undefined;
  /** To when the attribute moves; undefined where nothing does, or where no hypothetical record gives it. */
  readonly to: PlannedMoment | undefined;
}

/**
 * How far the dates of hypothetical records have to move, all together, so that no lead time has passed if notice is
 * given now (`arising`: what arises from them as they stand): later where one has passed, earlier where all have
 * room. Plans with a date move by whole days, plans of moments only by minutes. Undefined where no lead time applies.
 */
export function earliest(
  ledger: Ledger,
  records: readonly KelisimRecord[],
  arising: readonly Line[],
  question: Question,
  kinds: readonly Kind[],
  clauses: ClauseIndex,
): Earliest | undefined {
  const leads = (line: Line) => baseOf(line, clauses) !== undefined && line.deadline !== null;
  const leading = (shift: number) => {
    const moved = records.map((record) => shifted(record, shift, kinds));
    return ledger.whatIf(moved, question).arising.filter(leads);
  };
  const first = arising.find(leads);
  if (first === undefined) return undefined;
  const { attribute } = baseOf(first, clauses)!;
  const grain = hasDates(records, kinds) ? DAY_MS : MINUTE_MS;
  /** What the tightest line lacks (positive) or has to spare (negative), once the dates have moved by `moved`. */
  const lack = (lines: readonly Line[], moved: number) =>
    Math.max(...lines.map((line) => lacking(line, { records, moved, grain, asOf: question.asOf, kinds, clauses })));
  const answer = (shift: number | undefined): Earliest => ({
    attribute,
    shift,
    to: shift === undefined ? undefined : momentOf(records, first.subject, attribute, shift, kinds),
  });
  let shift = 0;
  let lines = arising.filter(leads);
  for (let step = 0; step < MOST_STEPS && lines.length > 0; step++) {
    const move = lack(lines, shift);
    if (move <= 0 && (step > 0 || move === 0)) return answer(shift);
    shift += move;
    if (shift > MOST_MS) return answer(undefined);
    lines = leading(shift);
    // A move to earlier dates is kept only if nothing is lacking there.
    if (lines.length === 0 || lack(lines, shift) <= 0) return answer(shift);
  }
  return answer(lines.length === 0 || lack(lines, shift) <= 0 ? shift : undefined);
}

interface Moved {
  readonly records: readonly KelisimRecord[];
  readonly moved: number;
  readonly grain: number;
  readonly asOf: Instant;
  readonly kinds: readonly Kind[];
  readonly clauses: ClauseIndex;
}

/**
 * By how much the dates must at least move for one line (or may move back, negative). A deadline that counts back
 * from a date moves with it; one on a day of a year moves only when the date comes into another year.
 */
function lacking(line: Line, { records, moved, grain, asOf, kinds, clauses }: Moved): number {
  const base = baseOf(line, clauses)!;
  const most = Math.ceil((asOf - line.deadline!) / grain) * grain;
  if (!base.byYear) return most;
  const at = momentOf(records, line.subject, base.attribute, moved, kinds);
  if (at === undefined) return most;
  const day: CivilDay = at.kind === "day" ? at.day : dayOf(at.instant, clauses.of(line).instrument.timeZone);
  const years = most <= 0 ? 0 : Math.ceil(most / (366 * DAY_MS));
  return (civilDay(dayParts(day).year + years, 1, 1) - day) * DAY_MS;
}

/** Attributes of the header: a plan cannot move them. */
const OF_THE_HEADER = new Set(["sent", "occurred", "received"]);

/** The date that a deadline counts back from, and whether only its year matters; undefined for every other deadline. */
function baseOf(line: Line, clauses: ClauseIndex): { attribute: string; byYear: boolean } | undefined {
  const { clause } = clauses.of(line);
  if (clause.kind !== "duty") return undefined;
  for (const { deadline } of clause.deadlines) {
    const base =
      deadline.kind === "before" ? deadline.base : deadline.kind === "calendar date" ? deadline.of : undefined;
    if (base?.kind === "attribute" && !OF_THE_HEADER.has(base.name))
      return { attribute: base.name, byYear: deadline.kind === "calendar date" };
  }
  return undefined;
}
