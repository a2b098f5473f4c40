import { createWorld, type World } from "@kelisim/compare";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

/**
 * A view's region made ready for questions that set agreements side by side, at the asked moment. It holds only the
 * facts that the view holds, and of these only what was known by then.
 */
export function worldOf({ desk, facts }: View, asked: Asked): World {
  const { region, program, geography } = desk;
  return createWorld(
    {
      program,
      parties: region.parties,
      facts: facts.filter((fact) => fact.known <= asked.knownAt),
      sources: region.sources,
      organisations: region.organisations,
      modifiers: region.modifiers,
      channels: region.channels,
      threats: region.threats,
      geography,
    },
    asked.asOf,
  );
}
