import type { Clause } from "@kelisim/accord/program";
import { plainScalar } from "./condition.ts";
import type { Names } from "./names.ts";

/** What a cumulative act has to come to: "35 million kWh of energy ? in all"; empty for every other act. */
export function totalWords(clause: Clause, names: Names): string {
  if (clause.kind !== "duty" && clause.kind !== "right") return "";
  const { total } = clause.act;
  if (total === undefined) return "";
  return names.say.inAll(
    plainScalar(total.amount, names),
    names.attribute(total.attribute, clause.act.record),
    total.assumed !== undefined,
  );
}
