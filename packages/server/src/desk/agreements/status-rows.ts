import type { World } from "@kelisim/compare";
import type { StatusFact } from "@kelisim/model";

const grouped = new WeakMap<World, ReadonlyMap<string, readonly StatusFact[]>>();

/** All rows about an instrument that are known at the moment of the world: of every party, and of the instrument itself ("*"). */
export function statusRows(world: World, instrument: string): readonly StatusFact[] {
  let rows = grouped.get(world);
  if (rows === undefined) {
    const groups = new Map<string, StatusFact[]>();
    for (const fact of world.setting.facts) {
      if (fact.kind !== "status") continue;
      const list = groups.get(fact.instrument);
      if (list === undefined) groups.set(fact.instrument, [fact]);
      else list.push(fact);
    }
    rows = groups;
    grouped.set(world, rows);
  }
  return rows.get(instrument) ?? [];
}
