import type { Geography, Instant, KelisimRecord } from "@kelisim/model";
import type { Recurrence } from "../calendar/periods.ts";
import type { FactBook } from "../facts/fact-book.ts";

/** What terms and conditions can look at besides the records bound to their variables. */
export interface World {
  readonly book: FactBook;
  readonly geography: Geography | undefined;
  /** The subject (root id) of the chain that a record id belongs to. */
  rootOf(id: string): string;
  /** Current versions of all subjects of a kind, not withdrawn, in no particular order. */
  currentOf(kind: string): Iterable<KelisimRecord>;
}

/** The period of a recurring duty. */
export interface PeriodAt {
  readonly recurrence: Recurrence;
  readonly index: number;
}

/** What the variables of a clause stand for while a term or condition is evaluated. */
export interface Scope {
  readonly world: World;
  readonly instrument: string;
  /** The record bound to the trigger's variable. */
  trigger: KelisimRecord | undefined;
  /** The record bound to the act's variable, or to that of a limit's member. */
  act: KelisimRecord | undefined;
  /** Inside a window: the record that is being counted. */
  readonly counted?: KelisimRecord;
  /** The moment at which the duty arose. */
  moment: Instant;
  period: PeriodAt | undefined;
  /** Party ids of the debtor: one, or all that its side or group lists. */
  debtor: readonly string[];
  /** Look at suspended parties as bound, so that a suspended clause can be shown as that. */
  readonly evenSuspended?: boolean;
}

/** A scope without a record or period. */
export function newScope(world: World, instrument: string, moment: Instant): Scope {
  return { world, instrument, trigger: undefined, act: undefined, moment, period: undefined, debtor: [] };
}
