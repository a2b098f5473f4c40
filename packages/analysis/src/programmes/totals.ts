import type { Programme } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import type { Exclusion, Result, ResultInput } from "../result.ts";
import { chainsOf, isWithin } from "./chains.ts";

/** Rows that tell one sum apart. Nothing is chosen: the totals take the least and the greatest of them. */
export interface Alternative {
  readonly rows: readonly { readonly programme: string; readonly amount: string; readonly source: string }[];
  readonly difference: string;
}

export interface BudgetTotal {
  readonly currency: string;
  readonly least: string;
  readonly greatest: string;
  /** Programmes in the total, alternatives counted once. */
  readonly counted: number;
  readonly alternatives: readonly Alternative[];
}

/**
 * Sum of budgets by currency without counting twice: a row over several phases stands for them, `within` (child to parent) says what
 * else is part of what, and rows of one phase or one dispute are alternatives. A budget that is not known is in neither total.
 */
export function budgetTotals(
  programmes: readonly Programme[],
  within: Readonly<Record<string, string>>,
  from: readonly ResultInput[],
): Result<readonly BudgetTotal[]> {
  const phases = phasesUnderTotals(programmes);
  const ids = new Set(programmes.map(({ id }) => id));
  const isPart = ({ id }: Programme) => phases.has(id) || ids.has(within[id] ?? "");
  const parts = programmes.filter(isPart);
  const whole = programmes.filter((programme) => !isPart(programme));
  const sets = alternativesOf(whole.filter(({ budget }) => budget !== undefined));
  const currencies = [...new Set(sets.map(currencyOf))].sort();
  const value = currencies.map((currency) =>
    totalOf(
      currency,
      sets.filter((set) => currencyOf(set) === currency),
    ),
  );
  return result("programmes.totals", value, from, [
    ...amountsBy(parts, "part of another row that is counted"),
    { reason: "budget not known", rows: whole.filter(({ budget }) => budget === undefined).length },
  ]);
}

function phasesUnderTotals(programmes: readonly Programme[]): ReadonlySet<string> {
  const budgets = new Set(programmes.filter(({ budget }) => budget !== undefined).map(({ id }) => id));
  const found = chainsOf(programmes).flatMap(({ phases, totals }) =>
    phases.filter((phase) =>
      totals.some((total) => isWithin(phase, total) && total.programmes.some((id) => budgets.has(id))),
    ),
  );
  return new Set(found.flatMap(({ programmes }) => programmes));
}

/** Programmes gathered into sets of which only one counts: rows of one phase, rows of one dispute, of one currency. */
function alternativesOf(programmes: readonly Programme[]): readonly (readonly Programme[])[] {
  const phase = new Map<string, string>();
  for (const { family, phases, totals } of chainsOf(programmes)) {
    for (const one of [...phases, ...totals]) {
      for (const id of one.programmes) phase.set(id, `${family} ${one.numbers} ${one.extension}`);
    }
  }
  const sets: { keys: Set<string>; rows: Programme[] }[] = [];
  for (const row of programmes) {
    const currency = row.budget!.currency;
    const keys = [phase.get(row.id), row.dispute && `dispute ${row.dispute}`].flatMap((key) =>
      key ? `${currency} ${key}` : [],
    );
    const met = sets.filter((set) => keys.some((key) => set.keys.has(key)));
    const joined = {
      keys: new Set([...keys, ...met.flatMap((set) => [...set.keys])]),
      rows: met.flatMap((set) => set.rows),
    };
    for (const set of met) sets.splice(sets.indexOf(set), 1);
    sets.push({ ...joined, rows: [...joined.rows, row] });
  }
  return sets.map(({ rows }) => rows);
}

const currencyOf = (set: readonly Programme[]): string => set[0]!.budget!.currency;

function totalOf(currency: string, sets: readonly (readonly Programme[])[]): BudgetTotal {
  const amounts = sets.map((set) => set.map(({ budget }) => budget!.amount).sort((a, b) => a.cmp(b)));
  const sum = (of: (sorted: readonly Big[]) => Big) => amounts.reduce((total, one) => total.plus(of(one)), new Big(0));
  return {
    currency,
    least: sum((sorted) => sorted[0]!).toFixed(),
    greatest: sum((sorted) => sorted.at(-1)!).toFixed(),
    counted: sets.length,
    alternatives: sets.flatMap((set, at) => {
      if (set.length < 2) return [];
      const rows = set.map(({ id, budget, backing, source }) => ({
        programme: id,
        amount: budget!.amount.toFixed(),
        source: backing.budget?.source ?? source,
      }));
      return [{ rows, difference: amounts[at]!.at(-1)!.minus(amounts[at]![0]!).toFixed() }];
    }),
  };
}

function amountsBy(programmes: readonly Programme[], reason: string): readonly Exclusion[] {
  const known = programmes.filter(({ budget }) => budget !== undefined);
  const currencies = [...new Set(known.map(({ budget }) => budget!.currency))];
  const counted = currencies.map((currency) => {
    const rows = known.filter(({ budget }) => budget!.currency === currency);
    const sum = rows.reduce((total, { budget }) => total.plus(budget!.amount), new Big(0)).toFixed();
    return { reason, rows: rows.length, amount: { sum, currency } };
  });
  return [...counted, { reason: `${reason}; budget not known`, rows: programmes.length - known.length }];
}
