/**
 * The names nearest to a misspelt one, best first: at most `most`, and only those near enough to be meant
 * (a third of the letters wrong at most, or one name beginning with the other). Upper and lower case are the same.
 */
export function nearest(wrong: string, names: Iterable<string>, most = 3): string[] {
  const wanted = wrong.toLowerCase();
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const other = name.toLowerCase();
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    const begins =
      wanted.length >= 3 &&
      (other.startsWith(wanted) || (wanted.startsWith(other) && other.length > wanted.length / 2));
    const distance = begins ? 0.5 : editDistance(wanted, other, allowed);
    if (distance <= allowed) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, most).map((each) => each.name);
}

/** Letters to insert, remove, replace or swap; anything above `limit` comes back as a larger number. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
