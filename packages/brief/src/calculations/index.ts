import type { Answer, Call } from "../document.ts";
import { COVERAGE } from "./coverage.ts";
import { EVIDENCE } from "./evidence.ts";
import { INSTITUTIONS } from "./institutions.ts";
import { MONEY } from "./money.ts";
import { POWERS } from "./powers.ts";
import { PROGRAMMES } from "./programmes.ts";
import { type Calculation, type FigureSources, refused } from "./sources.ts";
import { TRAININGS } from "./trainings.ts";

export type { AskFlows, BriefRegion, Calculation, Cells, Engagements, FigureSources } from "./sources.ts";

/** Calculations by the names by which a brief asks for them. */
export const CALCULATIONS: Readonly<Record<string, Calculation>> = {
  ...EVIDENCE,
  ...MONEY,
  ...TRAININGS,
  ...PROGRAMMES,
  ...COVERAGE,
  ...INSTITUTIONS,
  ...POWERS,
};

/** Whether a calculation is worked out from files that were taken in. */
export const asksHoldings = ({ calculation }: Pick<Call, "calculation">): boolean =>
  Object.hasOwn(MONEY, calculation) || Object.hasOwn(TRAININGS, calculation);

/** Works out what a brief asks for, or says why it cannot. A figure that the producer does not give has no value. */
export async function answerCall({ calculation, arguments: given }: Call, sources: FigureSources): Promise<Answer> {
  const found = Object.hasOwn(CALCULATIONS, calculation) ? CALCULATIONS[calculation] : undefined;
  if (found === undefined)
    return refused(
      `there is no figure "${calculation}"`,
      `name it in a block of figures, or use one of: ${Object.keys(CALCULATIONS).join(", ")}`,
    );
  const { takes, answer } = found;
  const other = Object.keys(given).find((name) => !takes.includes(name));
  if (other !== undefined) return refused(`${calculation} does not take "${other}"`, `it takes: ${takes.join(", ")}`);
  return answer(given, sources);
}
