import type { Clause, Instrument, Kind, Program } from "@kelisim/accord/program";
import { type Binding, FactBook } from "@kelisim/duties";
import type {
  Channel,
  Fact,
  Instant,
  MappedGeography,
  Modifier,
  Organisation,
  Party,
  Source,
  Threat,
} from "@kelisim/model";

/** What agreements are compared with: compiled clauses, and what is known about the parties. All of it is data. */
export interface ComparisonSetting {
  readonly program: Program;
  readonly parties: readonly Party[];
  /** Only what is known at the asked moment. */
  readonly facts: readonly Fact[];
  readonly sources?: readonly Source[];
  readonly organisations?: readonly Organisation[];
  readonly modifiers?: readonly Modifier[];
  readonly channels?: readonly Channel[];
  readonly threats?: readonly Threat[];
  readonly geography?: MappedGeography | undefined;
}

export interface PlacedClause {
  readonly clause: Clause;
  readonly instrument: Instrument;
}

/** A setting made ready for the questions of one moment. */
export interface World {
  readonly setting: ComparisonSetting;
  readonly on: Instant;
  readonly book: FactBook;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly clauses: ReadonlyMap<string, PlacedClause>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly partyKinds: ReadonlyMap<string, Party["kind"]>;
}

/** Makes a setting ready for questions about one moment. */
export function createWorld(setting: ComparisonSetting, on: Instant): World {
  const { program } = setting;
  const instruments = new Map(program.instruments.map((instrument) => [instrument.id, instrument]));
  const kinds = new Map<string, Kind>();
  for (const kind of program.vocabulary)
    if ((kinds.get(kind.name)?.version ?? 0) < kind.version) kinds.set(kind.name, kind);
  return {
    setting,
    on,
    book: new FactBook(setting.facts, instruments),
    instruments,
    clauses: new Map(
      program.instruments.flatMap((instrument) =>
        instrument.clauses.map((clause) => [clause.id, { clause, instrument }] as const),
      ),
    ),
    kinds,
    partyKinds: new Map(setting.parties.map((party) => [party.id, party.kind])),
  };
}

/** Whether a clause binds a party at the moment of the world. Organisations and organs need no status row. */
export function bindingOf(world: World, { clause, instrument }: PlacedClause, party: string): Binding {
  if ((world.partyKinds.get(party) ?? "state") !== "state") return "bound";
  return world.book.status.binding(instrument.id, party, clause.id, world.on);
}

/** Whether a reservation of the party takes the clause out of use between it and others. */
export function isReserved(world: World, { clause, instrument }: PlacedClause, party: string): boolean {
  return world.book.reservation(instrument.id, party, clause.id, world.on) !== undefined;
}

/** The side of an instrument to which a party belongs. */
export function sideOf(instrument: Instrument, party: string): string | undefined {
  return instrument.sides.find((side) => side.members.includes(party))?.name;
}

/** Members of an organisation at the moment of the world, each with whether that is in doubt. */
export function membersOf(world: World, organisation: string, timeZone: string): ReadonlyMap<string, boolean> {
  const members = world.book.members(organisation, world.on, timeZone);
  return new Map(members.map(({ party, unverified }) => [party, unverified]));
}
