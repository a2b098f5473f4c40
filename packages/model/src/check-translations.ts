import { propose } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { Region } from "./region.ts";
import type { Translated } from "./translation.ts";
import type { Kind } from "./vocabulary.ts";

/** What a compiled program of agreements has that a translation can name. */
interface Named {
  readonly instruments: readonly {
    readonly id: string;
    readonly sides: readonly { readonly name: string }[];
    readonly clauses: readonly { readonly id: string; readonly channel?: string }[];
  }[];
  readonly vocabulary: readonly Kind[];
}

/**
 * Judges what the translations of a region name of its agreements, vocabulary and channels, given the compiled program.
 * A row that names nothing is a warning: its text will never be shown.
 */
export function checkTranslations(
  { translations, channels }: Pick<Region, "translations" | "channels">,
  { instruments, vocabulary }: Named,
): readonly Problem[] {
  if (translations.size === 0) return [];
  const clauses = instruments.flatMap((instrument) => instrument.clauses);
  const ids: { readonly [T in Translated]?: ReadonlySet<string> } = {
    instrument: new Set(instruments.map((instrument) => instrument.id)),
    clause: new Set(clauses.map((clause) => clause.id)),
    side: new Set(instruments.flatMap(({ id, sides }) => sides.flatMap(({ name }) => [name, `${id}.${name}`]))),
    kind: new Set(vocabulary.map((kind) => kind.name)),
    channel: new Set([...channels, ...clauses].flatMap(({ channel }) => channel ?? [])),
    ...vocabularyIds(vocabulary),
  };
  return [...translations.values()].flat().flatMap(({ of, id, file, line }): readonly Problem[] => {
    const those = ids[of];
    if (those === undefined || those.has(id)) return [];
    const near = propose(id, those);
    return [
      {
        code: "region/unknown-translation",
        severity: "warning",
        file,
        line,
        message: `id: this region has no ${of} "${id.slice(0, 60)}"`,
        why: "The text is never shown.",
        ...(near === undefined ? {} : { mend: near }),
      },
    ];
  });
}

/** Every way to name an attribute or a choice: "Exercise.sector.eastern", "sector.eastern", "eastern". */
function vocabularyIds(kinds: readonly Kind[]): { readonly attribute: Set<string>; readonly choice: Set<string> } {
  const attribute = new Set<string>();
  const choice = new Set<string>();
  for (const kind of kinds) {
    for (const { name, type } of kind.attributes) {
      attribute.add(name).add(`${kind.name}.${name}`);
      if (type.type !== "choice") continue;
      for (const of of type.of) choice.add(of).add(`${name}.${of}`).add(`${kind.name}.${name}.${of}`);
    }
  }
  return { attribute, choice };
}
