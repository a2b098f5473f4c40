import type { Explanation } from "@kelisim/duties";
import { type CivilDay, dayOf, type Instant } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import { deadlineWords } from "../deadline.ts";
import type { Setting } from "../setting.ts";

/**
 * A step of the arithmetic, to be drawn on a line of time: what is counted from, the rule that counts, time added, what
 * comes out, and the days between which the act counts. A rule has no day; what is known to the day only has no instant.
 */
export interface ArithmeticStep {
  readonly kind: "base" | "rule" | "suspended" | "opening" | "plannable" | "result";
  readonly text: string;
  readonly day?: CivilDay;
  readonly instant?: Instant;
  /** Rests on a number that no source we hold confirms. */
  readonly unsure: boolean;
}

/** The steps in the order in which they are taken; empty where the line has no deadline to compute. */
export function arithmeticSteps(found: Explanation, row: Row, { names }: Setting): readonly ArithmeticStep[] {
  const { deadline, line } = found;
  if (deadline === undefined) return [];
  const { say } = names;
  const { timeZone } = deadline;
  const steps: ArithmeticStep[] = [];
  const at = (kind: ArithmeticStep["kind"], text: string, instant: Instant, unsure = false) =>
    steps.push({ kind, text, instant, day: dayOf(instant, timeZone), unsure });
  const { base } = deadline;
  if (base?.instant !== undefined) at("base", names.baseName(base.name), base.instant);
  else if (base?.day !== undefined)
    steps.push({ kind: "base", text: names.baseName(base.name), day: base.day, unsure: false });
  steps.push({ kind: "rule", text: deadlineWords(deadline.rule, names), unsure: row.unsureDate });
  if (deadline.suspendedMs > 0)
    steps.push({ kind: "suspended", text: say.suspendedAdded(say.lateBy(deadline.suspendedMs)), unsure: false });
  if (line.notBefore !== undefined) at("opening", say.stepOpening, line.notBefore);
  if (deadline.plannableFrom !== undefined) at("plannable", say.stepPlannable, deadline.plannableFrom);
  if (deadline.result !== null) at("result", say.stepResult, deadline.result, row.unsureDate);
  return steps;
}
