import type { MembershipSource, Spell } from "@kelisim/analysis";
import type { World } from "@kelisim/compare";
import { isRefusal, type OrganisationCode, parseDated } from "@kelisim/model";
import { boundSpells } from "../cooperation/standing.ts";

/** As which status a stretch of being bound counts; "unverified" and "ended" have rules of their own. */
const STATUS: Readonly<Record<string, string>> = {
  bound: "party",
  unverified: "party",
  signed: "signatory",
  suspended: "suspended",
  "not yet": "not yet in force",
};

/**
 * Membership by the table of status: whoever is bound by the agreement that makes members is one, as long as it is bound, up to the
 * asked day. Where binding is not verified the membership is uncertain.
 */
export function statusSource(
  world: World,
  codes: readonly OrganisationCode[],
  today: number,
  vintage: string,
): MembershipSource {
  const spells = codes.flatMap(({ organisation, code }) =>
    world.book.status
      .parties(code)
      .filter((party) => party !== "*")
      .flatMap((party) =>
        boundSpells(world, code, party, today).flatMap(({ state, from, to }): Spell[] => {
          const status = STATUS[state];
          // Rows that tell of neither a signature nor a bond make nobody a signatory.
          if (status === undefined || (state === "signed" && !hasSigned(world, code, party))) return [];
          const start = dateOf(from);
          const end = dateOf(to);
          return [
            {
              organisation,
              party,
              status,
              ...(start === undefined ? {} : { from: start }),
              ...(end === undefined ? {} : { to: end }),
              ...(state === "unverified" ? { unverified: true } : {}),
              note: code,
            },
          ];
        }),
      ),
  );
  return { id: "status", name: "status.csv", vintage, spells };
}

const hasSigned = (world: World, instrument: string, party: string) =>
  world.book.status.factsOf(instrument, party).some((fact) => fact.party === party && fact.act === "signature");

function dateOf(text: string | undefined) {
  const date = text === undefined ? undefined : parseDated(text);
  return date === undefined || isRefusal(date) ? undefined : date;
}
