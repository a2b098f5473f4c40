import { type Gathered, gatherEngagements, powersAndStates } from "@kelisim/analysis";
import { boundTogether } from "@kelisim/compare";
import { dayOf } from "@kelisim/model";
import { factsKnown, worldOf } from "../cooperation/world.ts";
import { remembered } from "../remembered.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

const MINUTE = 60_000;
const FRESH = 60 * MINUTE;

/** Worked out once for everybody who asks the same view, known at the same moment: it does not depend on the day or the language. */
export function gather(view: View, asked: Asked, now: number): Gathered {
  const today = Math.max(asked.today, dayOf(now, view.desk.region.timeZone));
  const key = `powers ${today} ${knownKey(asked, now)}`;
  return remembered(view, key, now, FRESH, () => gathered(view, asked, today));
}

/** "As known now" moves with the clock, and the view is asked anew as soon as it knows more: one key for all of it. */
export const knownKey = ({ knownAt }: Asked, now: number): string => (now - knownAt < MINUTE ? "now" : `${knownAt}`);

function gathered(view: View, asked: Asked, today: number): Gathered {
  const { region } = view.desk;
  const between = powersAndStates(region);
  const bound = boundTogether(worldOf(view, asked), region.worldWide, between, today);
  return gatherEngagements(region, between, factsKnown(view, asked.knownAt), bound);
}
