/** A name by its letters and digits alone, in small letters: "Donor_Code" and "DonorCode" are one. */
export const foldColumn = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Finds the place of a column in a header: by its exact name, else by letters and digits; -1 where it is not there. */
export function columnFinder(header: readonly string[]): (name: string) => number {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    if (!exact.has(name)) exact.set(name, index);
    const key = foldColumn(name);
    if (key !== "" && !folded.has(key)) folded.set(key, index);
  }
  return (name) => exact.get(name) ?? folded.get(foldColumn(name)) ?? -1;
}
