import type { CivilDay } from "@kelisim/model";
import { stretchesOf } from "./stretches.ts";
import type { World } from "./world.ts";

/** A stretch in which a party was bound by an agreement; `full`: for certain. `to` is the first day on which it no longer was. */
export interface BoundStretch {
  /** The agreement, which is the source too. */
  readonly of: string;
  readonly party: string;
  readonly from?: CivilDay;
  readonly to?: CivilDay;
  readonly full: boolean;
  readonly source: string;
}

/** Stretches in which parties were bound by agreements, and how many agreements were left out. */
export interface BoundTogether {
  readonly belongings: readonly BoundStretch[];
  /** Open to all states: everybody is bound, which says nothing of one power. */
  readonly worldWide: number;
  /** Documents that bind politically or not at all. */
  readonly notTreaties: number;
}

/** Agreements with a power and a state among those with a row, each with the stretches in which they were bound, up to a day. */
export function boundTogether(
  world: World,
  worldWide: readonly string[],
  { powers, states }: { readonly powers: readonly string[]; readonly states: readonly string[] },
  today: CivilDay,
): BoundTogether {
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
        stretchesOf(world, of, party, today)
          .filter(({ state }) => state === "bound" || state === "unverified")
          .map(({ state, from, to }) => ({
            of,
            party,
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
            full: state === "bound",
            source: of,
          })),
      ),
  );
  return {
    belongings,
    worldWide: all.filter((id) => worldWide.includes(id)).length,
    notTreaties: all.filter((id) => !worldWide.includes(id) && !isTreaty(id)).length,
  };
}
