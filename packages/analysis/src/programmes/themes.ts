import type { Programme, Threat } from "@kelisim/model";

/** Which themes a programme serves; ids. */
export type ThemesOf = (programme: Programme) => readonly string[];

/** Themes by the table of threats: the threats whose row names the programme. What no row names has no theme. */
export function themesByThreats(threats: readonly Threat[]): ThemesOf {
  const themes = new Map<string, string[]>();
  for (const { id, programmes } of threats) {
    for (const programme of programmes) themes.set(programme, [...(themes.get(programme) ?? []), id]);
  }
  return ({ id }) => themes.get(id) ?? [];
}

/** What two lists have in common, in the order of the first. */
export function common(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((one) => b.includes(one));
}
