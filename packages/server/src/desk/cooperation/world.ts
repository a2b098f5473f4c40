import { createWorld, type World } from "@kelisim/compare";
import type { Instant } from "@kelisim/model";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

/** Worlds kept a view, one for each state of knowledge; the one asked longest ago goes first. */
const KEPT = 4;

const kept = new WeakMap<View, Map<string, World>>();

/**
 * A view's region made ready for questions that set agreements side by side, at the asked moment. It holds only the
 * facts that the view holds, and of these only what was known by then. What it has worked out of them (who was bound, when) serves
 * every later question that may know the same.
 */
export function worldOf(view: View, { asOf, knownAt }: Pick<Asked, "asOf" | "knownAt">): World {
  let own = kept.get(view);
  if (own === undefined) {
    own = new Map();
    kept.set(view, own);
  }
  const facts = factsKnown(view, knownAt);
  // Facts are only ever added to a view: the same number known by two moments, of the same view, are the same ones.
  const key = `${view.facts.length} ${facts.length}`;
  const world = own.get(key) ?? made(view, facts, asOf);
  own.delete(key);
  own.set(key, world);
  while (own.size > KEPT) own.delete(own.keys().next().value!);
  return { ...world, on: asOf };
}

/** The facts of a view that were known by a moment. */
export const factsKnown = ({ facts }: View, knownAt: Instant): View["facts"] =>
  facts.filter((fact) => fact.known <= knownAt);

function made({ desk }: View, facts: View["facts"], asOf: Instant): World {
  const { region, program, geography } = desk;
  return createWorld(
    {
      program,
      parties: region.parties,
      facts,
      sources: region.sources,
      organisations: region.organisations,
      modifiers: region.modifiers,
      channels: region.channels,
      threats: region.threats,
      geography,
    },
    asOf,
  );
}
