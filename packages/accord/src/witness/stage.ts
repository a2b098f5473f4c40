import type { CivilDay, Instant, KelisimRecord, Kind, Party, Place, Value } from "@kelisim/model";
import type { CompileContext } from "../lower/world.ts";
import type { Instrument, Program } from "../program/index.ts";

/** The period of a recurring duty for which a witness is made. */
export interface WitnessPeriod {
  readonly start: CivilDay;
  /** First day of the next period. */
  readonly end: CivilDay;
  label(offset: number): string;
}

/** The hypothetical world in which a witness is made. */
export interface Stage {
  readonly program: Program;
  readonly context: CompileContext;
  readonly instrument: Instrument;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly parties: ReadonlyMap<string, Party>;
  /** States that may be bound; the first are used first. */
  readonly bound: readonly string[];
  /** When the trigger happens. */
  readonly moment: Instant;
  /** The record of each variable. */
  readonly variables: Map<string, KelisimRecord>;
  /** All records made so far, in order. */
  readonly records: KelisimRecord[];
  /** The zone for which a sample place was taken. */
  readonly zones: Map<Place, string>;
  /** Counts the ids given out. */
  readonly ids: { next: number };
  /** Why no witness can be made. */
  readonly gap: { reason: string | undefined };
  period: WitnessPeriod | undefined;
  /** The day from which the debtor is bound, where the clause begins with that. */
  boundSince: CivilDay | undefined;
}

/** Notes why no witness can be made; the first reason is the one told. */
export function gap(stage: Stage, reason: string): undefined {
  stage.gap.reason ??= reason;
  return undefined;
}

/** Makes a record with an id of its own. */
export function addRecord(
  stage: Stage,
  kind: Kind,
  header: {
    readonly id?: string;
    readonly from: string;
    readonly to: readonly string[];
    readonly occurred: Instant;
    readonly under?: string;
  },
  content: Readonly<Record<string, Value | undefined>>,
): KelisimRecord {
  const record: KelisimRecord = {
    id: header.id ?? `witness-${stage.ids.next++}`,
    kind: kind.name,
    version: kind.version,
    from: header.from,
    to: header.to,
    ...(header.under === undefined ? {} : { under: [header.under] }),
    occurred: header.occurred,
    received: header.occurred + 1,
    recorded: header.occurred + 1,
    known: header.occurred + 1,
    content,
  };
  stage.records.push(record);
  return record;
}
