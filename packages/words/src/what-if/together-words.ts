import type { CivilDay } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import type { Names } from "../names.ts";
import { shortDayWords } from "../time.ts";
import { isNotice, type Together } from "./together.ts";

export interface TogetherWords {
  /** "1, 2 and 4   one exercise notification to China and 56 participants, by 15 Dec" */
  readonly text: string;
  /** Sides among the debtors of which no reading says who speaks for them. */
  readonly remarks: readonly string[];
}

/** Rows that one record would discharge, as a sentence. `today` is the day of as-of. */
export function togetherWords(together: Together, names: Names, today: CivilDay): TogetherWords {
  const { say } = names;
  const days = together.rows.map((row) => row.day).filter((day) => day !== undefined);
  const first = Math.min(...days);
  const whom = recipientsWords(together.rows, names);
  const parts = [
    say.oneRecord(names.kind(together.record)),
    whom === "" ? "" : isNotice(together) ? say.toWhom(whom) : say.forWhom(whom),
    days.length === 0 ? "" : say.byFirst(shortDayWords(first, today, say), first < today),
  ];
  const remarks = [...new Set(together.rows.flatMap((row) => row.debtors))]
    .filter((debtor) => names.membersOf(debtor).length > 1 && debtor.includes(":"))
    .map((debtor) => say.whoSpeaks(names.actor(debtor)));
  const said = parts.filter((part) => part !== "");
  return { text: say.oneNoticeFor(say.numbersAnd(together.numbers), said), remarks };
}

/** To whom one record goes: everybody once, the widest circle first; empty where nobody in particular is owed it. */
export function recipientsWords(rows: readonly Row[], names: Names): string {
  const named = new Set<string>();
  const parts: string[] = [];
  for (const row of [...rows].sort((a, b) => b.creditors.length - a.creditors.length)) {
    const actors = row.creditors.flatMap((actor) => (actor.includes(":") ? [actor] : names.membersOf(actor)));
    const fresh = [...new Set(actors)].filter((actor) => actor !== "" && !named.has(actor));
    for (const actor of fresh) named.add(actor);
    if (fresh.length > 3) parts.push(names.actors(fresh, row.placed.instrument));
    else parts.push(...fresh.map((actor) => names.actor(actor)));
  }
  return names.say.listAnd(parts);
}
