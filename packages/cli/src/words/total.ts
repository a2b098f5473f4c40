import type { Clause } from "@kelisim/accord/program";
import { texts } from "../texts/index.ts";
import { camelWords, plainScalar } from "./condition.ts";
import type { Names } from "./names.ts";

/** What a cumulative act has to come to: "35 million kWh of energy ? in all"; empty for every other act. */
export function totalWords(clause: Clause, names: Names): string {
  if (clause.kind !== "duty" && clause.kind !== "right") return "";
  const { total } = clause.act;
  if (total === undefined) return "";
  return texts.inAll(plainScalar(total.amount, names), camelWords(total.attribute), total.assumed !== undefined);
}
