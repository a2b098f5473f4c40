import { ALWAYS, type Instant, parseInstant } from "./instant.ts";
import { propose } from "./nearest.ts";
import { type KnownParties, readId, readParty, readText, shown } from "./read-value.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** The header of a record after reading; `from` is empty where the record does not say who speaks. */
export interface RecordHeader {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly from: string;
  readonly body?: string;
  readonly to: readonly string[];
  readonly under?: readonly string[];
  readonly channel?: string;
  readonly marking?: string;
  readonly occurred: Instant;
  readonly received?: Instant;
  readonly recorded: Instant;
  readonly known: Instant;
  readonly corrects?: string;
  readonly withdraws?: string;
}

export const HEADER_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "kind",
  "version",
  "from",
  "body",
  "to",
  "under",
  "channel",
  "marking",
  "occurred",
  "received",
  "recorded",
  "known",
  "corrects",
  "withdraws",
  "content",
]);

/** Keys that a careless program would let reach an object's prototype. No record needs them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

export interface HeaderContext {
  readonly parties: KnownParties;
  readonly instruments: ReadonlySet<string> | undefined;
  /** The present moment; undefined: nothing is in the future. */
  readonly now: Instant | undefined;
}

/**
 * Reads the header of a written record. Faults go to `fault` with the path of the field; after one with
 * `fatal` the record cannot be used. Instants that could not be read stand as ALWAYS.
 */
export function readHeader(
  written: Readonly<Record<string, unknown>>,
  context: HeaderContext,
  fault: (path: string, refusal: Refusal) => void,
): RecordHeader {
  for (const key of Object.keys(written)) {
    if (HEADER_FIELDS.has(key)) continue;
    if (FORBIDDEN_KEYS.has(key))
      fault(key, refuse("is a name that no record may use", "take it out", "record/forbidden-key"));
    else {
      const mend = propose(key, HEADER_FIELDS) ?? "what a kind says of itself stands in content";
      fault(key.slice(0, 60), refuse("is not part of a record's header", mend, "record/unknown-attribute"));
    }
  }
  /** A field read by `read`; missing ones give undefined, and a fault where they are required. */
  function field<T>(name: string, required: boolean, read: (value: unknown) => T | Refusal): T | undefined {
    const value = Object.hasOwn(written, name) ? written[name] : undefined;
    if (value === undefined) {
      if (required) fault(name, refuse("is missing", `every record has ${name}`, "record/missing-attribute"));
      return undefined;
    }
    const result = read(value);
    if (!isRefusal(result)) return result;
    fault(name, result);
    return undefined;
  }
  const instant = (value: unknown): Instant | Refusal =>
    typeof value === "string" ? parseInstant(value) : refuse(`must be a moment in quotes, not ${shown(value)}`);
  const id = (what: string) => (value: unknown) => readId(value, what);

  const recorded = field("recorded", true, instant);
  const known = field("known", false, instant) ?? recorded;
  const now = context.now;
  if (now !== undefined && known !== undefined && known > now) {
    const name = written.known === undefined ? "recorded" : "known";
    fault(name, refuse("lies in the future: nothing can be known before it is", "correct the date", "record/future"));
  }
  const body = field("body", false, readText);
  const under = field("under", false, (value) => readNames(value, "instruments", context.instruments));
  const channel = field("channel", false, readText);
  const marking = field("marking", false, readText);
  const received = field("received", false, instant);
  const corrects = field("corrects", false, id("the id of the record it corrects"));
  const withdraws = field("withdraws", false, id("the id of the record it withdraws"));
  return {
    id: field("id", true, id("an id")) ?? "",
    kind: field("kind", true, id("the name of a kind")) ?? "",
    version: field("version", false, readVersion) ?? 1,
    from: field("from", false, (value) => readParty(value, context.parties)) ?? "",
    ...(body === undefined ? {} : { body }),
    to: field("to", false, (value) => readAddressees(value, context.parties)) ?? [],
    ...(under === undefined ? {} : { under }),
    ...(channel === undefined ? {} : { channel }),
    ...(marking === undefined ? {} : { marking }),
    occurred: field("occurred", true, instant) ?? ALWAYS,
    ...(received === undefined ? {} : { received }),
    recorded: recorded ?? ALWAYS,
    known: known ?? ALWAYS,
    ...(corrects === undefined ? {} : { corrects }),
    ...(withdraws === undefined ? {} : { withdraws }),
  };
}

function readVersion(value: unknown): number | Refusal {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  return refuse(`must be a whole number from 1 on, not ${shown(value)}`);
}

function readAddressees(value: unknown, parties: KnownParties): readonly string[] | Refusal {
  if (!Array.isArray(value)) return notAList(value, "parties");
  const to: string[] = [];
  for (const item of value) {
    const party = item === "*" ? item : readParty(item, parties);
    if (isRefusal(party)) return party;
    if (!to.includes(party)) to.push(party);
  }
  return to;
}

function readNames(value: unknown, what: string, known: ReadonlySet<string> | undefined): readonly string[] | Refusal {
  if (!Array.isArray(value)) return notAList(value, what);
  const names: string[] = [];
  for (const item of value) {
    const name = readId(item, "an id");
    if (isRefusal(name)) return name;
    if (known !== undefined && !known.has(name)) {
      return refuse(`"${name.slice(0, 60)}" is not among the ${what} known here`, propose(name, known));
    }
    names.push(name);
  }
  return names;
}

function notAList(value: unknown, what: string): Refusal {
  const mend = typeof value === "string" ? `write ["${value.slice(0, 60)}"]` : undefined;
  return refuse(`must be a list of ${what}, not ${shown(value)}`, mend);
}
