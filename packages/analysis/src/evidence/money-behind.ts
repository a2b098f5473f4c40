import { type CivilDay, namesClause, type Programme, type Threat } from "@kelisim/model";
import { result } from "../methods.ts";
import { underWay } from "../programmes/periods.ts";
import type { Result, ResultInput } from "../result.ts";

/** Something that is to be done, and the clause that says so, where one does, with its agreement. */
export interface Task {
  readonly id: string;
  readonly clause?: string;
  readonly instrument?: string;
}

export interface MoneyBehind {
  readonly task: string;
  /** Threats whose row names the clause; where none does, those that name its agreement. */
  readonly threats: readonly string[];
  /** Which of the two ties them; absent: nothing does. */
  readonly through?: "clause" | "agreement";
  /** Programmes of these threats that are under way on the day with a known budget, or without one; or perhaps under way. */
  readonly withBudget: readonly string[];
  readonly budgetUnknown: readonly string[];
  readonly perhaps: readonly string[];
  /** "no threat named": no row ties it to any programme, so nothing can be said. "none": of a complete table only. */
  readonly state:
    | "budget known"
    | "budget not known"
    | "dates not known"
    | "none in our table"
    | "none"
    | "no threat named";
}

export interface MoneyBehindQuestion {
  readonly day: CivilDay;
  readonly scope: "complete" | "partial";
}

/** Which money stands behind tasks, by way of the threats that name both their clause (or its agreement) and a programme. */
export function moneyBehind(
  tasks: readonly Task[],
  threats: readonly Threat[],
  programmes: readonly Programme[],
  question: MoneyBehindQuestion,
  from: readonly ResultInput[],
): Result<readonly MoneyBehind[]> {
  const value = tasks.map((task) => behind(task, threats, programmes, question));
  return result("evidence.money", value, from, [
    { reason: "no clause says it", rows: tasks.filter(({ clause }) => clause === undefined).length },
  ]);
}

function behind(
  task: Task,
  threats: readonly Threat[],
  programmes: readonly Programme[],
  { day, scope }: MoneyBehindQuestion,
): MoneyBehind {
  const { its, through } = threatsOf(task, threats);
  const named = new Set(its.flatMap((threat) => threat.programmes));
  const here = programmes.filter(({ id }) => named.has(id));
  const active = here.filter((programme) => underWay(programme, day) === "yes");
  const found = {
    withBudget: idsOf(active.filter(({ budget }) => budget !== undefined)),
    budgetUnknown: idsOf(active.filter(({ budget }) => budget === undefined)),
    perhaps: idsOf(here.filter((programme) => underWay(programme, day) === "unknown")),
  };
  const none = scope === "complete" ? "none" : "none in our table";
  return {
    task: task.id,
    threats: its.map(({ id }) => id),
    ...(through === undefined ? {} : { through }),
    ...found,
    state: through === undefined ? "no threat named" : (stateOf(found) ?? none),
  };
}

function threatsOf(
  { clause, instrument }: Task,
  threats: readonly Threat[],
): Pick<MoneyBehind, "through"> & { readonly its: readonly Threat[] } {
  if (clause === undefined) return { its: [] };
  const byClause = threats.filter(({ duties }) => duties.some((listed) => namesClause(listed, clause)));
  if (byClause.length > 0) return { its: byClause, through: "clause" };
  const byAgreement = threats.filter(({ instruments }) => instrument !== undefined && instruments.includes(instrument));
  return byAgreement.length > 0 ? { its: byAgreement, through: "agreement" } : { its: [] };
}

function stateOf(
  found: Pick<MoneyBehind, "withBudget" | "budgetUnknown" | "perhaps">,
): MoneyBehind["state"] | undefined {
  if (found.withBudget.length > 0) return "budget known";
  if (found.budgetUnknown.length > 0) return "budget not known";
  return found.perhaps.length > 0 ? "dates not known" : undefined;
}

const idsOf = (programmes: readonly Programme[]): readonly string[] => programmes.map(({ id }) => id);
