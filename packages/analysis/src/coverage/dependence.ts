import type { CivilDay, Programme } from "@kelisim/model";
import { result } from "../methods.ts";
import { underWay } from "../programmes/periods.ts";
import type { ThemesOf } from "../programmes/themes.ts";
import type { Result, ResultInput } from "../result.ts";

/** A theme in a country that rests on one donor or one implementer, as far as our table knows. */
export interface Dependence {
  readonly theme: string;
  readonly country: string;
  readonly on: "donor" | "implementer";
  readonly name: string;
  readonly programmes: readonly string[];
  /** Programmes of the theme and country whose dates, donors or implementers are not known: they may show that it is not so. */
  readonly unknown: readonly string[];
}

/** What rests on one donor or partner on a day. A programme with several donors rests on none of them alone. */
export function dependence(
  programmes: readonly Programme[],
  themesOf: ThemesOf,
  question: { readonly day: CivilDay; readonly countries: readonly string[] },
  from: readonly ResultInput[],
): Result<readonly Dependence[]> {
  const themes = [...new Set(programmes.flatMap(themesOf))].sort();
  const value = themes.flatMap((theme) =>
    question.countries.flatMap((country) => {
      const here = programmes.filter((one) => themesOf(one).includes(theme) && one.countries.includes(country));
      return [
        ...restsOn(here, question.day, ({ donors }) => donors, { theme, country, on: "donor" }),
        ...restsOn(here, question.day, implementersOf, { theme, country, on: "implementer" }),
      ];
    }),
  );
  return result("coverage.dependence", value, from, [
    { reason: "no theme named", rows: programmes.filter((one) => themesOf(one).length === 0).length },
  ]);
}

const implementersOf = ({ implementers }: Programme) => (implementers === undefined ? [] : [implementers]);

function restsOn(
  here: readonly Programme[],
  day: CivilDay,
  namesOf: (programme: Programme) => readonly string[],
  about: Pick<Dependence, "theme" | "country" | "on">,
): readonly Dependence[] {
  const state = (programme: Programme) => underWay(programme, day);
  const active = here.filter((one) => state(one) === "yes" && namesOf(one).length > 0);
  const names = new Set(active.flatMap(namesOf));
  if (active.length === 0 || names.size !== 1) return [];
  const unknown = here.filter((one) => state(one) === "unknown" || (state(one) === "yes" && namesOf(one).length === 0));
  const ids = (of: readonly Programme[]) => of.map(({ id }) => id);
  return [{ ...about, name: [...names][0]!, programmes: ids(active), unknown: ids(unknown) }];
}
