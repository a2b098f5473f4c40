import { type CivilDay, namesClause, type Programme, type Threat } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import { underWay } from "../programmes/periods.ts";
import type { Result, ResultInput } from "../result.ts";

/** A clause that stands against threats, and who owes it on the day asked. Whoever knows the agreements gives these. */
export interface BindingClause {
  readonly clause: string;
  readonly parties: readonly string[];
  /** Parties of which our tables leave open whether it binds them. */
  readonly perhaps?: readonly string[];
}

/** What a table without a row says: a complete one that there is none, a partial one only that it has none. */
export type TableScope = "complete" | "partial";

/** Something found, or what it means that nothing was. "unknown": nobody looked. */
export type CoverageState = "some" | "none" | "none in our table" | "unknown";

export interface CoverageCell {
  readonly threat: string;
  readonly country: string;
  readonly duties: {
    readonly state: CoverageState;
    readonly clauses: readonly string[];
    /** Whether they bind is not verified. */
    readonly perhaps: readonly string[];
  };
  readonly programmes: {
    readonly state: CoverageState;
    readonly underWay: readonly string[];
    /** Dates do not say whether they are under way on the day. */
    readonly perhaps: readonly string[];
  };
  readonly money: {
    readonly state: CoverageState;
    /** Budgets of programmes under way for this country alone. */
    readonly own: readonly { readonly currency: string; readonly sum: string }[];
    /** Programmes for several countries: their parts are not known, and the whole is not repeated for each. */
    readonly shared: readonly string[];
    readonly budgetUnknown: readonly string[];
  };
}

export interface CoverageQuestion {
  readonly day: CivilDay;
  readonly countries: readonly string[];
  /** Absent: nobody gave the clauses, so duties are unknown. */
  readonly binding?: readonly BindingClause[];
  readonly scope: { readonly duties: TableScope; readonly programmes: TableScope };
}

/** Threats against countries: what binds, what is under way, what is paid. */
export function coverageMatrix(
  threats: readonly Threat[],
  programmes: readonly Programme[],
  question: CoverageQuestion,
  from: readonly ResultInput[],
): Result<readonly CoverageCell[]> {
  const named = new Set(threats.flatMap((threat) => threat.programmes));
  const value = threats.flatMap((threat) => {
    const its = programmes.filter(({ id }) => threat.programmes.includes(id));
    return question.countries.map((country) => cellOf(threat, country, its, question));
  });
  return result("coverage.matrix", value, from, [
    { reason: "programme that no threat names", rows: programmes.filter(({ id }) => !named.has(id)).length },
  ]);
}

function cellOf(
  threat: Threat,
  country: string,
  programmes: readonly Programme[],
  { day, binding, scope }: CoverageQuestion,
): CoverageCell {
  const named = binding?.filter(({ clause }) => threat.duties.some((listed) => namesClause(listed, clause)));
  const clauses = (named ?? []).filter(({ parties }) => parties.includes(country)).map(({ clause }) => clause);
  const doubtful = (named ?? []).filter((each) => each.perhaps?.includes(country)).map(({ clause }) => clause);
  const here = programmes.filter(({ countries }) => countries.includes(country));
  const active = here.filter((programme) => underWay(programme, day) === "yes");
  const perhaps = here.filter((programme) => underWay(programme, day) === "unknown");
  const found = active.length > 0 ? "some" : perhaps.length > 0 ? "unknown" : noneIn(scope.programmes);
  return {
    threat: threat.id,
    country,
    duties: {
      state:
        clauses.length > 0 ? "some" : named === undefined || doubtful.length > 0 ? "unknown" : noneIn(scope.duties),
      clauses,
      perhaps: doubtful,
    },
    programmes: { state: found, underWay: idsOf(active), perhaps: idsOf(perhaps) },
    money: moneyOf(active, found),
  };
}

function moneyOf(active: readonly Programme[], found: CoverageState): CoverageCell["money"] {
  const isShared = ({ countries }: Programme) => countries.length > 1;
  const known = active.filter(({ budget }) => budget !== undefined);
  const own = known.filter((programme) => !isShared(programme));
  const currencies = [...new Set(own.map(({ budget }) => budget!.currency))].sort();
  return {
    state: active.length > 0 ? (known.length > 0 ? "some" : "unknown") : found,
    own: currencies.map((currency) => {
      const same = own.filter(({ budget }) => budget!.currency === currency);
      const sum = same.reduce((total, { budget }) => total.plus(budget!.amount), new Big(0));
      return { currency, sum: sum.toFixed() };
    }),
    shared: idsOf(known.filter(isShared)),
    budgetUnknown: idsOf(active.filter(({ budget }) => budget === undefined)),
  };
}

const noneIn = (scope: TableScope): CoverageState => (scope === "complete" ? "none" : "none in our table");

const idsOf = (programmes: readonly Programme[]): readonly string[] => programmes.map(({ id }) => id);
