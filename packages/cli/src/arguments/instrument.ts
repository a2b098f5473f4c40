import type { ClauseIndex } from "@kelisim/words";
import { type Answer, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";
import { nearest } from "./nearest.ts";

/** The instrument that a person means, however its letters are cased. Refused: none of that name, with the nearest. */
export function readInstrument(given: string, { clauses }: { readonly clauses: ClauseIndex }): Answer<string> {
  const ids = [...clauses.instruments.keys()];
  const found = ids.find((id) => id.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  const close = nearest(given, ids);
  return refuse(
    texts.unknownInstrument(given),
    ...(close.length > 0 ? [texts.didYouMean(close)] : []),
    texts.instrumentsAre(ids),
  );
}
