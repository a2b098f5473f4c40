import type { Attribute, Kind } from "@kelisim/accord/program";
import type { Kit } from "./kit.ts";

/** Which words a draft takes from the region, and which it declares itself, under which name. */
export interface ChosenWords {
  readonly region: readonly Kind[];
  /** Name in the kit → name in the draft. */
  readonly own: ReadonlyMap<string, string>;
}

/**
 * Chooses words for parts of the kit. A kind of the region serves where it has the same name, form and actor, and every
 * attribute that the clauses read in the same type; a reference must lead to a kind that serves too. Whether it *means*
 * the same only a person can say, and the draft asks for that. Other kinds are the draft's own; where the region has one of
 * that name, `prefix` stands before it.
 */
export function chooseWords(
  kit: Kit,
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  vocabulary: readonly Kind[],
  prefix: string,
): ChosenWords {
  const newest = new Map<string, Kind>();
  for (const kind of vocabulary) {
    if ((newest.get(kind.name)?.version ?? 0) < kind.version) newest.set(kind.name, kind);
  }
  const needed = closure(kit, reads);
  const serving = new Map<string, Kind>();
  for (const name of needed) {
    const [mine, theirs] = [kit.words.get(name)!.kind, newest.get(name)];
    if (theirs !== undefined && fits(mine, theirs, reads.get(name) ?? new Set())) serving.set(name, theirs);
  }
  // A kind that refers to one that does not serve cannot serve either; until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of serving.keys()) {
      const asked = reads.get(name) ?? new Set();
      const lost = kit.words.get(name)!.kind.attributes.some(({ name: attribute, type }) => {
        return type.type === "record" && asked.has(attribute) && !serving.has(type.of);
      });
      if (lost) changed = serving.delete(name) || changed;
    }
  }
  const own = new Map<string, string>();
  for (const name of needed) {
    if (serving.has(name)) continue;
    let free = name;
    while (newest.has(free)) free = free === name ? prefix + name : `${free}_`;
    own.set(name, free);
  }
  return { region: [...serving.values()], own };
}

/** The kinds that clauses speak of, and those to which these refer. */
function closure(kit: Kit, reads: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const { type } of kit.words.get(name)!.kind.attributes) if (type.type === "record") add(type.of);
  };
  for (const name of reads.keys()) add(name);
  return new Set([...kit.words.keys()].filter((name) => needed.has(name)));
}

function fits(mine: Kind, theirs: Kind, asked: ReadonlySet<string>): boolean {
  if (mine.form !== theirs.form || mine.actor !== theirs.actor) return false;
  return mine.attributes.every((attribute) => {
    if (!asked.has(attribute.name) && attribute.name !== mine.actor) return true;
    const same = theirs.attributes.find(({ name }) => name === attribute.name);
    return same !== undefined && sameType(attribute, same);
  });
}

function sameType(a: Attribute, b: Attribute): boolean {
  return JSON.stringify(a.type) === JSON.stringify(b.type);
}
