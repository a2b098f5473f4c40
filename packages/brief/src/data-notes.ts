import type { BoundFigure } from "./document.ts";
import type { BriefLanguage } from "./read/front-matter.ts";
import { textsIn } from "./texts/index.ts";

/**
 * A line for each state of a data set that the figures of a brief are made of: how its producer asks to be cited, on what terms it may
 * be used, and what a reader must know. The producer's own words stay in their language.
 */
export function dataNotes(figures: readonly BoundFigure[], language: BriefLanguage): readonly string[] {
  const say = textsIn(language);
  const lines = figures.flatMap(({ figure }) =>
    figure.inputs.flatMap(({ name, vintage, producer }) => {
      if (producer === undefined) return [];
      const { citation, licence, caveats } = producer;
      return [[say.dataset(name, vintage), say.cite(citation), say.licence(licence), ...caveats].join(" ")];
    }),
  );
  return [...new Set(lines)];
}
