import type { Belonging } from "@kelisim/analysis";
import type { World } from "@kelisim/compare";
import {
  type CivilDay,
  type Dated,
  isRefusal,
  type MembershipFact,
  type Organisation,
  parseDated,
} from "@kelisim/model";
import { relationKind } from "../cooperation/spells.ts";
import { boundSpells } from "../cooperation/standing.ts";

/** Stretches in which parties were bound by agreements, and how many agreements were left out. */
export interface Bound {
  readonly belongings: readonly Belonging[];
  /** Open to all states: everybody is bound, which says nothing of one power. */
  readonly worldWide: number;
  /** Documents that bind politically or not at all. */
  readonly notTreaties: number;
}

/** Agreements with a power and a state among those with a row, each with the stretches in which they were bound. */
export function boundThroughTime(
  world: World,
  worldWide: readonly string[],
  { powers, states }: { readonly powers: readonly string[]; readonly states: readonly string[] },
  today: CivilDay,
): Bound {
  const named = new Set(world.setting.facts.flatMap((fact) => (fact.kind === "status" ? [fact.instrument] : [])));
  const all = [...new Set([...world.instruments.keys(), ...named])].sort().filter((id) => {
    const parties = world.book.status.parties(id);
    return powers.some((power) => parties.includes(power)) && states.some((state) => parties.includes(state));
  });
  const isTreaty = (id: string) => (world.instruments.get(id)?.kind ?? "treaty") === "treaty";
  const treaties = all.filter((id) => !worldWide.includes(id) && isTreaty(id));
  const belongings = treaties.flatMap((of) =>
    world.book.status
      .parties(of)
      .filter((party) => powers.includes(party) || states.includes(party))
      .flatMap((party) =>
        boundSpells(world, of, party, today)
          .filter(({ state }) => state === "bound" || state === "unverified")
          .map(
            ({ state, from, to }): Belonging => ({
              of,
              party,
              ...dates(from, to),
              full: state === "bound",
              source: of,
            }),
          ),
      ),
  );
  return {
    belongings,
    worldWide: all.filter((id) => worldWide.includes(id)).length,
    notTreaties: all.filter((id) => !worldWide.includes(id) && !isTreaty(id)).length,
  };
}

/** Memberships as stretches; those outside or suspended belong to nothing. An organisation that is no more has no members. */
export function membershipsThroughTime(
  facts: readonly MembershipFact[],
  organisations: readonly Organisation[],
): readonly Belonging[] {
  const ended = new Map(organisations.map(({ id, dissolved }) => [id, dissolved]));
  return facts.flatMap((fact): readonly Belonging[] => {
    const kind = relationKind(fact.status);
    if (kind === "outside" || kind === "suspended") return [];
    const to = fact.to ?? ended.get(fact.organisation);
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

function dates(from: string | undefined, to: string | undefined): Pick<Belonging, "from" | "to"> {
  const [first, last] = [read(from), read(to)];
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
}

function read(text: string | undefined): Dated | undefined {
  const date = text === undefined ? undefined : parseDated(text);
  return date === undefined || isRefusal(date) ? undefined : date;
}
