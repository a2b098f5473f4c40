import { definitionsSideBySide } from "@kelisim/analysis";
import type { Definitions } from "@kelisim/api";
import { translationOf } from "@kelisim/model";
import { proofOf, wholeTables } from "../../proof.ts";
import { actorNamed } from "../cooperation/names.ts";
import { coverageOf, generalKnowledge, sourcedData } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";

/** What each says of a term, beside each other; words are compared in the language that is shown. */
export function definitionsData(desk: Desk, asked: Asked): Definitions {
  const { region } = desk;
  const words = desk.words(asked.language);
  const general = generalKnowledge(region.sources);
  const translate = translationOf(region, words.language);
  const named = (id: string) => actorNamed(desk, words, id);
  const expected = [...new Set([...region.focus, ...region.powers.map(({ id }) => id)])];
  const actors = [...new Set([...expected, ...region.definitions.map(({ actor }) => actor)])];
  const shown = region.definitions.map((row) => ({
    ...row,
    text: translate("definition", row.id) ?? row.definition,
  }));
  const made = definitionsSideBySide(shown, actors, wholeTables(region, ["definitions", "claims"]));
  const value = made.value.map(({ term, withoutOne, inAll, onlyIn }) => ({
    id: term,
    name: translate("category", term) ?? term,
    definitions: shown
      .filter((row) => row.term.toLowerCase() === term)
      .map(({ id, actor, text, location, ...row }) => ({
        id,
        actor: named(actor),
        text,
        ...(location === undefined ? {} : { location: translate("definition", id, "location") ?? location }),
        ...sourcedData(row, general),
      })),
    withoutOne: withoutOne.filter((id) => expected.includes(id)).map(named),
    inAll: [...inAll],
    onlyIn: onlyIn.map(({ actor, words: own }) => ({ actor, words: [...own] })),
    claims: region.claims
      .filter(({ claim }) => claim.toLowerCase().includes(term))
      .map((row) => ({ id: row.id, claim: row.claim, ...sourcedData(row, general) })),
  }));
  return {
    standpoint: standpointData(asked, desk),
    terms: { value, ...proofOf(made, words.language) },
    coverage: coverageOf(desk, ["definitions", "claims"]),
  };
}
