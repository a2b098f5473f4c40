import {
  type Dated,
  type Fact,
  firstDay,
  lastDay,
  type MembershipFact,
  type Organisation,
  type Region,
} from "@kelisim/model";
import { relationKind } from "../institutions/relation-kind.ts";
import type { Exclusion, ResultInput } from "../result.ts";
import { tableInputs } from "../table-inputs.ts";
import type { Engagement } from "./engagement.ts";
import {
  type Belonging,
  engagementsOfBelonging,
  engagementsOfEvents,
  engagementsOfRows,
  kindsOf,
} from "./from-region.ts";
import { engagementsOfProgrammes } from "./from-tables.ts";

/** Ids of an engagement say in which table it stands: "programme:US-IMET", "agreement:SH1996:CHN:KGZ". */
export type EngagementOf = "engagement" | "programme" | "event" | "organisation" | "agreement";

/** Everything that tables and agreements tell of engagements, and what they leave out. */
export interface Gathered {
  readonly engagements: readonly Engagement[];
  readonly inputs: readonly ResultInput[];
  readonly exclusions: readonly Exclusion[];
  /** Parties that an organisation or an agreement had, by its id, for what stands behind a row. */
  readonly bound: readonly Belonging[];
}

/** Tables of a region that tell of powers from outside. */
export type EngagementRegion = Pick<
  Region,
  "engagementKinds" | "engagements" | "organisations" | "programmes" | "tables" | "timeline"
>;

/** The powers from outside that a region names, and the states on which it looks. */
export function powersAndStates({ powers, focus }: Pick<Region, "powers" | "focus">) {
  const ids = powers.map(({ id }) => id);
  return { powers: ids, states: focus.filter((id) => !ids.includes(id)) };
}

/** Stretches in which powers and states were bound by agreements, and how many agreements were left out. */
export interface AgreementsOfPowers {
  readonly belongings: readonly Belonging[];
  /** Open to all states. */
  readonly worldWide: number;
  /** Documents that bind politically or not at all. */
  readonly notTreaties: number;
}

/**
 * What powers do in states: rows of the table of engagements, programmes, events, organisations to which both belong, and agreements
 * that bind both (`agreements`). `facts`: memberships and status as they are known.
 */
export function gatherEngagements(
  region: EngagementRegion,
  { powers, states }: { readonly powers: readonly string[]; readonly states: readonly string[] },
  facts: readonly Fact[],
  agreements: AgreementsOfPowers,
): Gathered {
  const codes = region.engagementKinds;
  const seen = (table: string) => {
    const asOf = region.tables.find((each) => each.table === table)?.asOf;
    return asOf === undefined ? {} : { seen: asOf };
  };
  const programmes = engagementsOfProgrammes(
    region.programmes,
    Object.fromEntries(kindsOf(codes, "programme")),
    powers,
  );
  const memberships = membershipsThroughTime(
    facts.filter((fact) => fact.kind === "membership"),
    region.organisations,
  );
  const events = engagementsOfEvents(region.timeline, codes, { powers, states, membersOn: membersIn(memberships) });
  const kinds = kindsOf(codes, "organisation");
  const between = { powers, states };
  const belonging = engagementsOfBelonging(memberships, (id) => notNone(kinds.get(id)), {
    ...between,
    ...seen("memberships"),
  });
  const treaties = engagementsOfBelonging(agreements.belongings, () => "treaty", { ...between, ...seen("status") });
  const both = new Set(sharedBy(memberships, powers, states));
  const countOf = (test: (kind: string | undefined) => boolean) => [...both].filter((id) => test(kinds.get(id))).length;
  return {
    engagements: [
      ...tagged("engagement", engagementsOfRows(region.engagements)),
      ...tagged("programme", programmes.engagements),
      ...tagged("event", events.engagements),
      ...tagged("organisation", belonging),
      ...tagged("agreement", treaties),
    ].filter(({ state }) => states.includes(state)),
    inputs: inputsOf(region, facts),
    exclusions: [
      {
        reason: "no kind given by the table of kinds",
        rows: programmes.uncoded.length + events.uncoded.length + countOf((kind) => kind === undefined),
      },
      {
        reason: "no engagement, or counted elsewhere, by the table of kinds",
        rows: programmes.none.length + events.none.length + countOf((kind) => kind === "none"),
      },
      { reason: "agreement open to all states", rows: agreements.worldWide },
      { reason: "document that is no treaty", rows: agreements.notTreaties },
    ],
    bound: [...memberships, ...agreements.belongings],
  };
}

const tagged = (of: EngagementOf, all: readonly Engagement[]): readonly Engagement[] =>
  all.map((one) => ({ ...one, id: `${of}:${one.id}` }));

const notNone = <Kind extends string>(kind: Kind | undefined) =>
  kind === "none" ? undefined : (kind as Exclude<Kind, "none"> | undefined);

/** Memberships as stretches; those outside or suspended belong to nothing. An organisation that is no more has no members. */
function membershipsThroughTime(
  facts: readonly MembershipFact[],
  organisations: readonly Organisation[],
): readonly Belonging[] {
  const ended = new Map(organisations.map(({ id, dissolved }) => [id, dissolved]));
  return facts.flatMap((fact): readonly Belonging[] => {
    const kind = relationKind(fact.status);
    if (kind === "outside" || kind === "suspended") return [];
    const to: Dated | undefined = fact.to ?? ended.get(fact.organisation);
    return [
      {
        of: fact.organisation,
        party: fact.party,
        ...(fact.from === undefined ? {} : { from: fact.from }),
        ...(to === undefined ? {} : { to }),
        full: kind === "member" && fact.dispute === undefined,
        source: fact.source,
      },
    ];
  });
}

/** Full members of an organisation on a day, for certain. */
const membersIn = (memberships: readonly Belonging[]) => (organisation: string, day: number) =>
  memberships
    .filter(
      ({ of, full, from, to }) =>
        of === organisation &&
        full &&
        from !== undefined &&
        lastDay(from) <= day &&
        (to === undefined || firstDay(to) > day),
    )
    .map(({ party }) => party);

/** Organisations of which a power and a state have rows. */
function sharedBy(memberships: readonly Belonging[], powers: readonly string[], states: readonly string[]) {
  const groups = Map.groupBy(memberships, ({ of }) => of);
  const has = (rows: readonly Belonging[], ids: readonly string[]) => rows.some(({ party }) => ids.includes(party));
  return [...groups].filter(([, rows]) => has(rows, powers) && has(rows, states)).map(([of]) => of);
}

function inputsOf(region: EngagementRegion, facts: readonly Fact[]): readonly ResultInput[] {
  const of = (kind: Fact["kind"]) => facts.filter((fact) => fact.kind === kind).length;
  return tableInputs(region, {
    engagements: region.engagements.length,
    programmes: region.programmes.length,
    timeline: region.timeline.length,
    memberships: of("membership"),
    status: of("status"),
    "engagement-kinds": region.engagementKinds.length,
  });
}
