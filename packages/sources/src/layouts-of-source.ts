import type { Layout } from "./layout.ts";

/**
 * The layouts of a source as a person names it: the id of a layout ("wgi-2024"), a data set ("oecd-crs"), or the beginning of
 * either up to a hyphen ("iati", "ucdp", "wgi"); letters of either case. None where nothing is called so.
 */
export function layoutsOfSource(source: string, layouts: readonly Layout[]): readonly Layout[] {
  const name = source.toLowerCase();
  const exact = layouts.filter(({ id }) => id === name);
  if (exact.length > 0) return exact;
  const is = (text: string) => text === name || text.startsWith(`${name}-`);
  return layouts.filter(({ id, producer }) => is(id) || is(producer.dataset));
}
