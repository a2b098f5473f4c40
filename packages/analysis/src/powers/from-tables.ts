import { type Dated, lastDay, type ObservationRow, type Programme } from "@kelisim/model";
import { datesOf } from "../row-dates.ts";
import type { Engagement, EngagementKind } from "./engagement.ts";
import type { Uncoded } from "./from-region.ts";

/** Programmes of these kinds by a declared coding. What it does not name is uncoded, what it calls "none" is no engagement; both are counted. */
export function engagementsOfProgrammes(
  programmes: readonly Programme[],
  kindOf: Readonly<Record<string, EngagementKind | "none">>,
  powers: readonly string[],
): { readonly engagements: readonly Engagement[] } & Uncoded {
  const ofPowers = programmes.filter(({ donors }) => donors.some((donor) => powers.includes(donor)));
  const engagements = ofPowers.flatMap((programme) => {
    const kind = kindOf[programme.id];
    if (kind === undefined || kind === "none") return [];
    const { id, donors, countries, start, end, source } = programme;
    const dates = { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) };
    return donors
      .filter((donor) => powers.includes(donor))
      .flatMap((power) => countries.map((state) => ({ id, power, state, kind, ...dates, source })));
  });
  const idsOf = (kind: "none" | undefined) => ofPowers.filter(({ id }) => kindOf[id] === kind).map(({ id }) => id);
  return { engagements, uncoded: idsOf(undefined), none: idsOf("none") };
}

/**
 * Rows of the table `trainings` of one holding: who trains is the power. A line without a first day has no beginning: the year of such
 * a report is a fiscal year, which spans two.
 */
export function engagementsOfTrainings(rows: readonly ObservationRow[], holding: string): readonly Engagement[] {
  return rows.map((row) => ({
    id: `${holding}:${row.row}`,
    power: String(row.provider),
    state: String(row.party),
    kind: "training",
    ...datesOf(row),
    source: holding,
  }));
}

/**
 * Rows of the table `obligations` of one holding, an obligation each (a row of the file may have several), from the side of the power. The
 * end is the last day before it no longer holds; without one, the file tells of it up to the last date that it has.
 */
export function engagementsOfObligations(
  rows: readonly ObservationRow[],
  holding: string,
  powers: readonly string[],
): readonly Engagement[] {
  const seen = rows
    .flatMap((row) => Object.values(datesOf(row)))
    .reduce<Dated | undefined>(
      (last, date) => (last === undefined || lastDay(date) > lastDay(last) ? date : last),
      undefined,
    );
  return rows
    .filter((row) => powers.includes(String(row.party)) && typeof row.toward === "string")
    .map((row) => {
      const { from, to } = datesOf(row);
      const last = typeof to === "number" ? to - 1 : to;
      return {
        id: `${holding}:${row.row}:${row.kind}`,
        power: String(row.party),
        state: String(row.toward),
        kind: row.kind === "base" ? "base" : "treaty",
        ...(from === undefined ? {} : { from }),
        ...(last === undefined ? (seen === undefined ? {} : { seen }) : { to: last }),
        source: holding,
      };
    });
}
