import {
  type Belonging,
  type Engagement,
  type Exclusion,
  engagementsOfBelonging,
  engagementsOfEvents,
  engagementsOfProgrammes,
  engagementsOfRows,
  kindsOf,
  type ResultInput,
} from "@kelisim/analysis";
import { type Dated, dayOf, firstDay, lastDay, type Region } from "@kelisim/model";
import { tableInputs } from "../../proof.ts";
import { membershipFacts } from "../cooperation/relations.ts";
import { worldOf } from "../cooperation/world.ts";
import { remembered } from "../remembered.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { boundThroughTime, membershipsThroughTime } from "./binding.ts";

/** Ids of an engagement say in which table it stands: "programme:US-IMET", "agreement:SH1996:CHN:KGZ". */
export type EngagementOf = "engagement" | "programme" | "event" | "organisation" | "agreement";

/** Everything that the tables of a view tell of engagements, and what they leave out. */
export interface Gathered {
  readonly engagements: readonly Engagement[];
  readonly inputs: readonly ResultInput[];
  readonly exclusions: readonly Exclusion[];
  /** Parties that an organisation or an agreement had, by its id, for what stands behind a row. */
  readonly bound: readonly Belonging[];
}

const MINUTE = 60_000;
const FRESH = 60 * MINUTE;

/** Worked out once for everybody who asks the same view, known at the same moment: it does not depend on the day or the language. */
export function gather(view: View, asked: Asked, now: number): Gathered {
  const today = Math.max(asked.today, dayOf(now, view.desk.region.timeZone));
  const key = `powers ${today} ${knownKey(asked, now)}`;
  return remembered(view, key, now, FRESH, () => gathered(view, asked, today));
}

/** "As known now" moves with the clock, and the view is asked anew as soon as it knows more: one key for all of it. */
export const knownKey = ({ knownAt }: Asked, now: number): string => (now - knownAt < MINUTE ? "now" : `${knownAt}`);

function gathered(view: View, asked: Asked, today: number): Gathered {
  const { desk } = view;
  const { region } = desk;
  const powers = region.powers.map(({ id }) => id);
  const states = region.focus.filter((id) => !powers.includes(id));
  const codes = region.engagementKinds;
  const asOf = (table: string): Dated | undefined => region.tables.find((each) => each.table === table)?.asOf;

  const programmes = engagementsOfProgrammes(
    region.programmes,
    Object.fromEntries(kindsOf(codes, "programme")),
    powers,
  );
  const memberships = membershipsThroughTime(membershipFacts(view.facts, asked.knownAt), region.organisations);
  const events = engagementsOfEvents(region.timeline, codes, { powers, states, membersOn: membersIn(memberships) });
  const kinds = kindsOf(codes, "organisation");
  const belonging = engagementsOfBelonging(memberships, (id) => notNone(kinds.get(id)), {
    powers,
    states,
    ...given(asOf("memberships")),
  });
  const bound = boundThroughTime(worldOf(view, asked), region.worldWide, { powers, states }, today);
  const treaties = engagementsOfBelonging(bound.belongings, () => "treaty", {
    powers,
    states,
    ...given(asOf("status")),
  });
  const both = new Set(powers.length === 0 ? [] : sharedBy(memberships, powers, states));
  const countOf = (test: (kind: string | undefined) => boolean) => [...both].filter((id) => test(kinds.get(id))).length;
  return {
    engagements: [
      ...tagged("engagement", engagementsOfRows(region.engagements)),
      ...tagged("programme", programmes.engagements),
      ...tagged("event", events.engagements),
      ...tagged("organisation", belonging),
      ...tagged("agreement", treaties),
    ].filter(({ state }) => states.includes(state)),
    inputs: inputsOf(region, view),
    exclusions: [
      {
        reason: "no kind given by the table of kinds",
        rows: programmes.uncoded.length + events.uncoded.length + countOf((kind) => kind === undefined),
      },
      {
        reason: "no engagement, or counted elsewhere, by the table of kinds",
        rows: programmes.none.length + events.none.length + countOf((kind) => kind === "none"),
      },
      { reason: "agreement open to all states", rows: bound.worldWide },
      { reason: "document that is no treaty", rows: bound.notTreaties },
    ],
    bound: [...memberships, ...bound.belongings],
  };
}

const tagged = (of: EngagementOf, all: readonly Engagement[]): readonly Engagement[] =>
  all.map((one) => ({ ...one, id: `${of}:${one.id}` }));

const notNone = <Kind extends string>(kind: Kind | undefined) =>
  kind === "none" ? undefined : (kind as Exclude<Kind, "none"> | undefined);

const given = (seen: Dated | undefined) => (seen === undefined ? {} : { seen });

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

function inputsOf(region: Region, view: View): readonly ResultInput[] {
  const facts = (kind: string) => view.facts.filter((fact) => fact.kind === kind).length;
  return tableInputs(region, {
    engagements: region.engagements.length,
    programmes: region.programmes.length,
    timeline: region.timeline.length,
    memberships: facts("membership"),
    status: facts("status"),
    "engagement-kinds": region.engagementKinds.length,
  });
}
