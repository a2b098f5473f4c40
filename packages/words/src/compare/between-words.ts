import type { BetweenAnswer, CommonOrganisation, InstrumentBetween, Owed } from "@kelisim/compare";
import type { Names } from "../names.ts";
import type { Texts } from "../texts/index.ts";

/** What the two owe each other under an instrument, counted by form. */
export function owedWords({ owed }: InstrumentBetween, pair: BetweenAnswer["pair"], say: Texts): string {
  const [there = [], back = []] = owed.map((each) => countWords(each, say));
  return there.join() === back.join()
    ? say.compare.owesAlike(pair[0], pair[1], there)
    : `${say.compare.owes(pair[0], pair[1], there)}; ${say.compare.owes(pair[1], pair[0], back)}`;
}

function countWords(owed: Owed, say: Texts): readonly string[] {
  return (["duties", "rights", "limits", "standing"] as const).flatMap((form) =>
    owed[form].length === 0 ? [] : [say.compare.counts[form](owed[form].length)],
  );
}

/** "SCO: both member" */
export function organisationWords(each: CommonOrganisation, name: string, { say }: Names): string {
  const statuses = each.facts.map(({ status }) => say.memberships[status] ?? status);
  return say.compare.organisation(name, statuses, each.unverified);
}
