import type { Instrument } from "@kelisim/accord/program";
import { ALWAYS, type Dated, type Instant, NEVER, type StatusFact } from "@kelisim/model";
import { firstDay, lastDay, startOfDay } from "./calendar.ts";
import { factsOf, type World } from "./world.ts";

/** Docs: "Who is bound". */

export type Binding = "bound" | "not bound" | "unverified";

const CREATING = [
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
  "participation",
  "provisional application",
];
const ENDING = ["withdrawal", "expiry"];

/** An effect of a row, with the instant from which it may be there, and from which it certainly is (NEVER: none). */
interface Row {
  readonly fact: StatusFact;
  readonly may: Instant;
  readonly surely: Instant;
}

/** From when a date may have come, and from when it certainly has. */
export const reach = (date: Dated, zone: string): { readonly may: Instant; readonly surely: Instant } => ({
  may: startOfDay(firstDay(date), zone),
  surely: typeof date === "number" ? startOfDay(date, zone) : startOfDay(lastDay(date) + 1, zone),
});

/** A creating row with `provisionalFrom` has two effects: one from that date, one from its effect date. */
function effectsOf(fact: StatusFact, zone: string): Row[] {
  const provisional = CREATING.includes(fact.act) ? fact.provisionalFrom : undefined;
  const early = provisional === undefined ? [] : [{ fact, ...reach(provisional, zone) }];
  if (fact.effectDate !== undefined) return [...early, { fact, ...reach(fact.effectDate, zone) }];
  return [...early, { fact, may: fact.actDate === undefined ? ALWAYS : reach(fact.actDate, zone).may, surely: NEVER }];
}

/** A disputed act: by the earliest of its rows at most, by the latest at least; alone it is denied and never sure. */
function settled(all: readonly Row[]): readonly Row[] {
  const sameAct = (row: Row) =>
    all.filter((other) => other.fact.dispute === row.fact.dispute && other.fact.act === row.fact.act);
  return all.flatMap((row) => {
    if (row.fact.dispute === undefined) return [row];
    const group = sameAct(row);
    const may = Math.min(...group.map((other) => other.may));
    const first = group.filter((other) => other.may === may).sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1))[0];
    if (first !== row) return [];
    const isAlone = group.every((other) => other.fact === row.fact);
    return [{ ...row, surely: isAlone ? NEVER : Math.max(...group.map((other) => other.surely)) }];
  });
}

function rows(world: World, instrument: Instrument, party: string): Row[] {
  const facts = factsOf(world, "status").filter((fact) => fact.instrument === instrument.id);
  const mine = facts.filter((fact) => fact.party === party || (fact.party === "*" && !CREATING.includes(fact.act)));
  return mine.flatMap((fact) => effectsOf(fact, instrument.timeZone));
}

/** Two opposed acts folded over those rows that may have had effect by `at`: undefined means unverified. */
function fold(all: readonly Row[], on: readonly string[], off: readonly string[], at: Instant): boolean | undefined {
  const order = (row: Row) => (on.includes(row.fact.act) ? 0 : 1);
  const came = settled(all)
    .filter((row) => row.may <= at && (on.includes(row.fact.act) || off.includes(row.fact.act)))
    .sort((a, b) => a.may - b.may || order(a) - order(b) || (a.fact.id < b.fact.id ? -1 : 1));
  let state: boolean | undefined = false;
  for (const row of came) {
    const target = on.includes(row.fact.act);
    if (state !== target) state = row.surely <= at ? target : undefined;
  }
  return state;
}

/** The first instant at which the instrument may be in force: not before it was signed (ALWAYS: nothing says). */
function entryIntoForce(world: World, instrument: Instrument): Instant {
  const general = factsOf(world, "status").filter(
    (fact) =>
      fact.instrument === instrument.id &&
      fact.party === "*" &&
      CREATING.includes(fact.act) &&
      fact.effectDate !== undefined,
  );
  const { signed, timeZone } = instrument;
  const from = signed === undefined ? ALWAYS : startOfDay(Date.parse(signed) / 86_400_000, timeZone);
  if (general.length === 0) return from;
  return Math.max(from, Math.min(...general.map((fact) => reach(fact.effectDate!, timeZone).may)));
}

/** Binding by creating and ending acts alone, without suspensions. */
export function joined(world: World, instrument: Instrument, party: string, at: Instant): Binding {
  if (at < entryIntoForce(world, instrument)) return "not bound";
  const state = fold(rows(world, instrument, party), CREATING, ENDING, at);
  return state === undefined ? "unverified" : state ? "bound" : "not bound";
}

/** Whether a party is suspended for a clause; undefined: not certain. */
export function suspended(
  world: World,
  instrument: Instrument,
  party: string,
  clause: string,
  at: Instant,
): boolean | undefined {
  const about = rows(world, instrument, party).filter((row) => row.fact.clauses?.includes(clause) ?? true);
  return fold(about, ["suspension"], ["resumption"], at);
}

const isState = (world: World, party: string): boolean =>
  world.input.parties.find(({ id }) => id === party)?.kind === "state";
const isKnown = (world: World, party: string): boolean => world.input.parties.some(({ id }) => id === party);

/** The whole answer; organisations and organs need no status. */
export function binding(world: World, instrument: Instrument, party: string, clause: string, at: Instant): Binding {
  if (!isState(world, party)) return isKnown(world, party) ? "bound" : "not bound";
  const base = joined(world, instrument, party, at);
  const halted = suspended(world, instrument, party, clause, at);
  if (base === "not bound" || halted === true) return "not bound";
  return halted === undefined ? "unverified" : base;
}

/** Every instant at which the status of a party may change. */
function turns(world: World, instrument: Instrument, party: string): Instant[] {
  const own = rows(world, instrument, party).flatMap((row) => [row.may, row.surely]);
  const all = [...own, entryIntoForce(world, instrument)].filter((at) => at < NEVER);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Instants at which the first of some parties becomes certainly bound while none of them was (suspensions aside). */
export function boundInstants(world: World, instrument: Instrument, parties: readonly string[]): Instant[] {
  const anyBound = (at: Instant) => parties.some((party) => joined(world, instrument, party, at) === "bound");
  const all = [...new Set(parties.flatMap((party) => turns(world, instrument, party)))].sort((a, b) => a - b);
  return all.filter((at, place) => anyBound(at) && !(place > 0 && anyBound(all[place - 1]!)));
}

/** Stretches [from, to) in which a party is certainly suspended for a clause; an open end is NEVER. */
export function suspensions(world: World, instrument: Instrument, party: string, clause: string) {
  const all = turns(world, instrument, party);
  return all
    .map((from, place) => ({ from, to: all[place + 1] ?? NEVER }))
    .filter(({ from }) => suspended(world, instrument, party, clause, from) === true);
}
