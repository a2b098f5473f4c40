/**
 * The known name nearest to a misspelt one, to be proposed; undefined where none is near enough to be meant.
 * Distance is Levenshtein's with letter case ignored; a third of the letters may differ.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase().slice(0, 100);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** "did you mean X?", or the known names where there are few, or nothing. */
export function propose(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const best = nearest(name, names);
  if (best !== undefined) return `did you mean "${best}"?`;
  return names.length > 0 && names.length <= 12 ? `known here: ${names.join(", ")}` : undefined;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
