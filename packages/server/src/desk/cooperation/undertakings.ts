import type { UndertakingView } from "@kelisim/api";
import { formatDated, type Undertaking } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";
import { actorNamed } from "./names.ts";
import { type GeneralKnowledge, sourcedData } from "./sourced.ts";

/** Decisions that somebody is to do something, those that `keep` lets through, in the order of the table. */
export function undertakingsData(
  desk: Desk,
  words: Words,
  general: GeneralKnowledge,
  keep: (undertaking: Undertaking) => boolean,
): UndertakingView[] {
  return desk.region.undertakings.filter(keep).map((row) => ({
    id: row.id,
    undertaking: row.undertaking,
    decidedAt: row.decidedAt,
    ...(row.decidedOn === undefined ? {} : { decidedOn: formatDated(row.decidedOn) }),
    ...(row.due === undefined ? {} : { due: formatDated(row.due) }),
    by: row.by.map((id) => actorNamed(desk, words, id)),
    to: row.to.map((id) => actorNamed(desk, words, id)),
    ...(row.entry === undefined ? {} : { entry: row.entry }),
    ...sourcedData(row, general),
  }));
}

/** Whether one of the two has it to do for the other, or both have it to do. */
export const isBetween =
  ([a, b]: readonly [string, string]) =>
  ({ by, to }: Undertaking): boolean =>
    (by.includes(a) && (by.includes(b) || to.includes(b))) || (by.includes(b) && to.includes(a));
