import { type CivilDay, type Dated, firstDay, formatDated, lastDay, type Programme } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import { isLater, phaseOf } from "./chains.ts";
import { common, type ThemesOf } from "./themes.ts";

export interface Successor {
  readonly programme: string;
  readonly why: "later phase" | "declared" | "theme and country";
  /** As its source gives it; absent: no beginning known. */
  readonly begins?: string;
}

/** A programme that is over, or will be on the day asked. */
export interface Ending {
  readonly programme: string;
  readonly end: string;
  /** false: its coarse end allows days after the one asked. */
  readonly certain: boolean;
  readonly successors: readonly Successor[];
  /** "named without dates": a later phase is named and nobody says when it begins. Silence of our table is no statement. */
  readonly state: "followed" | "named without dates" | "none in our table";
  readonly implementers?: string;
}

export interface Endings {
  readonly endings: readonly Ending[];
  /** Budgets of those that are not followed: money for whose purpose our table names nobody after the end. */
  readonly withoutOwner: readonly {
    readonly currency: string;
    readonly sum: string;
    readonly programmes: readonly string[];
  }[];
}

export interface EndsQuestion {
  /** Ends on or after this day; absent: ever. */
  readonly from?: CivilDay;
  readonly by: CivilDay;
  readonly themesOf: ThemesOf;
  /** Declared successors: id of a programme to ids of those that go on with its work. */
  readonly declared?: Readonly<Record<string, readonly string[]>>;
  /** How many days before or after the end a programme of the same theme and country may begin and still count as its successor. */
  readonly withinDays: number;
}

/** What ends by a day, and what goes on with it. */
export function endings(
  programmes: readonly Programme[],
  question: EndsQuestion,
  from: readonly ResultInput[],
): Result<Endings> {
  const ended = programmes.filter(
    ({ end }) =>
      end !== undefined && firstDay(end) <= question.by && lastDay(end) >= (question.from ?? Number.NEGATIVE_INFINITY),
  );
  const found = ended.map((programme) => endingOf(programme, programme.end!, programmes, question));
  const open = ended.filter((_, at) => found[at]!.state !== "followed");
  return result("programmes.ends", { endings: found, withoutOwner: budgetsOf(open) }, from, [
    { reason: "no end known", rows: programmes.filter(({ end }) => end === undefined).length },
    { reason: "not followed, budget not known", rows: open.filter(({ budget }) => budget === undefined).length },
  ]);
}

function endingOf(programme: Programme, end: Dated, programmes: readonly Programme[], question: EndsQuestion): Ending {
  const successors = programmes.flatMap((other) => successorOf(programme, end, other, question) ?? []);
  const isDated = successors.some(({ begins }) => begins !== undefined);
  return {
    programme: programme.id,
    end: formatDated(end),
    certain: lastDay(end) <= question.by,
    successors,
    state: isDated ? "followed" : successors.length > 0 ? "named without dates" : "none in our table",
    ...(programme.implementers === undefined ? {} : { implementers: programme.implementers }),
  };
}

function successorOf(
  programme: Programme,
  end: Dated,
  other: Programme,
  { themesOf, declared, withinDays }: EndsQuestion,
): Successor | undefined {
  if (other.id === programme.id) return undefined;
  const begins = other.start === undefined ? {} : { begins: formatDated(other.start) };
  if (declared?.[programme.id]?.includes(other.id)) return { programme: other.id, why: "declared", ...begins };
  const [phase, later] = [phaseOf(programme.name), phaseOf(other.name)];
  if (phase !== undefined && later !== undefined && isLater(later, phase)) {
    return { programme: other.id, why: "later phase", ...begins };
  }
  if (common(themesOf(programme), themesOf(other)).length === 0) return undefined;
  if (common(programme.countries, other.countries).length === 0 || other.start === undefined) return undefined;
  const goesOn = other.end === undefined ? firstDay(other.start) > lastDay(end) : firstDay(other.end) > lastDay(end);
  const isSoon =
    lastDay(other.start) <= lastDay(end) + withinDays && firstDay(other.start) >= firstDay(end) - withinDays;
  return goesOn && isSoon ? { programme: other.id, why: "theme and country", ...begins } : undefined;
}

function budgetsOf(programmes: readonly Programme[]): Endings["withoutOwner"] {
  const currencies = new Map<string, { sum: Big; programmes: string[] }>();
  for (const { id, budget } of programmes) {
    if (budget === undefined) continue;
    const total = currencies.get(budget.currency) ?? { sum: new Big(0), programmes: [] };
    currencies.set(budget.currency, { sum: total.sum.plus(budget.amount), programmes: [...total.programmes, id] });
  }
  return [...currencies].map(([currency, { sum, programmes }]) => ({ currency, sum: sum.toFixed(), programmes }));
}
