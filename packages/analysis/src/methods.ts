import type { Exclusion, Result, ResultInput } from "./result.ts";

/** Every method of this package, with its formula in words. docs/observatory.md tells what each cannot say. */
export const METHODS = {
  "money.series": "sum of the amounts of one measure, currency and price basis, for each combination of the keys",
  "money.share": "sum of the amounts whose purpose is in the set / sum of all amounts of the same group and basis",
  "money.delivery": "sum of disbursements / sum of commitments, of the same keys, currency and price basis",
  "money.prices": "100 x sum in prices of the year / sum in constant prices, of the same keys, measure and currency",
  "money.concentration": "Herfindahl-Hirschman index: sum of the squared shares of donors; effective number: 1 / index",
  "money.fragmentation": "number of donors whose share of the group is below the limit, and their share together",
  "money.growth": "(sum of the year - sum of the year before) / sum of the year before",
  "money.check": "each rule by itself: a finding holds the figures that cannot all be right",
  "money.reconcile": "printed total - sum of the rows below it; within half a unit of the last printed digit of each",
  "programmes.chains": "programmes of one name before the word phase, in the order of their numbers and beginnings",
  "programmes.ends":
    "programmes whose last possible day is on or before the day, and for which no later phase, declared successor or programme of common theme and country is known",
  "programmes.overlaps": "pairs of programmes with a common country and theme whose periods have days in common",
  "programmes.totals":
    "sum of budgets in one currency; a row over several phases stands for them; of rows that disagree the least and the greatest are taken",
  "vintages.compare": "figure of the later vintage - figure of the earlier one, for each combination of keys",
  "institutions.membership": "for each source: the row of the organisation and party whose period holds the day",
  "institutions.overlap":
    "number of organisations of which both are members / number of which at least one is (Jaccard)",
  "institutions.centrality":
    "degree: number of neighbours; strength: sum of weights; eigenvector: x = A x / largest eigenvalue, scaled to a sum of 1",
  "index.components":
    "sum of weight x component / sum of weights; component: (figure - worst) / (best - worst), held within 0 and 1",
  "coverage.matrix":
    "for each threat and country: clauses that bind it, programmes under way in it, budgets for it alone; budgets for several countries apart",
  "coverage.double": "threat and country with programmes under way on the same day whose donors have nobody in common",
  "coverage.dependence": "threat and country of which all programmes under way have one donor, or one implementer",
  "coverage.taken":
    "sum of the amounts of one data set whose purpose was declared to speak to the threat, for each recipient and basis",
  "powers.engagement": "number of engagements of a kind under way in the year, for each power and state",
  "powers.share": "engagements of the power / engagements of all powers compared, of one kind, state and year",
  "powers.trainings":
    "number of lines of a year of the report, and the sum of the people in them, for each power and state",
  "alignment.priorities":
    "cosine: sum of products of weights / product of the lengths; Jaccard: priorities of both / of either; by declared coding",
  "alignment.reciprocity":
    "2 x the lesser of acts each way / all acts; balance: (acts there - acts back) / all acts; one kind at a time",
  "alignment.definitions": "what each says of one term, beside each other",
  "evidence.support":
    "number of families of sources that say the same, machine-written text and general knowledge not counted",
  "evidence.figures": "each vintage's figure of one indicator, party and period, beside each other",
  "evidence.agreement":
    "agreement over units that both coded; kappa = (observed - expected) / (1 - expected); alpha = 1 - observed / expected disagreement",
  "evidence.codes": "for each code: segments and interviews to which at least one coder gave it, by sector and country",
  "evidence.counts": "rows of one data set that name the state, by the year of their first day",
  "evidence.money":
    "for each task: programmes under way on the day of the threats that name its clause, or else its agreement",
  "evidence.recommendations": "newest decision known on or before the day, for each recommendation",
} as const satisfies Readonly<Record<string, string>>;

export type MethodId = keyof typeof METHODS;

/** A value with the method of that id. What the inputs left out before stands first among the exclusions. */
export function result<Value>(
  id: MethodId,
  value: Value,
  inputs: readonly ResultInput[],
  exclusions: readonly Exclusion[] = [],
): Result<Value> {
  const before = inputs.flatMap(({ leftOut = [] }) => leftOut);
  return {
    value,
    method: { id, formula: METHODS[id] },
    inputs,
    exclusions: [...before, ...exclusions].filter(({ rows }) => rows > 0),
  };
}
