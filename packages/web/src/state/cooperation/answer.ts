import type { Cooperation, Relation } from "@kelisim/api";

/** The figures of the answer: bodies with a row that holds, those that hold all states of the region, disputes. */
export function cooperationFigures(data: Cooperation): {
  readonly bodies: number;
  readonly all: number;
  readonly states: number;
  readonly disputed: number;
} {
  const focus = data.parties.filter((party) => party.focus).map(({ id }) => id);
  const now = data.relations.filter(belongs);
  const held = Map.groupBy(now, ({ organisation }) => organisation);
  const all = [...held.values()].filter(
    (relations) => focus.length > 0 && focus.every((id) => relations.some(({ party }) => party === id)),
  );
  const disputed = now.filter(({ spells }) =>
    spells.some(({ holds, dispute }) => holds !== "no" && dispute !== undefined),
  );
  return { bodies: held.size, all: all.length, states: focus.length, disputed: disputed.length };
}

/** Whether any row that speaks of belonging holds, or may hold, on the asked day. */
export function belongs({ spells }: Pick<Relation, "spells">): boolean {
  return spells.some(({ holds, kind }) => holds !== "no" && kind !== "outside" && kind !== "suspended");
}
