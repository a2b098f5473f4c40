import type { Position } from "@kelisim/model";

/**
 * The outline of polygons taken together: stretches that two of them share are left out. Polygons of one source share
 * their points exactly (RFC 7946 has no topology of its own, but the atlas they were cut from has).
 */
export function outerEdge(polygons: readonly (readonly Position[][])[]): readonly Position[][] {
  const key = (a: Position, b: Position) => {
    const [one, other] = [a.join(" "), b.join(" ")];
    return one < other ? `${one} ${other}` : `${other} ${one}`;
  };
  const times = new Map<string, number>();
  const rings = polygons.flat();
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 1) {
      const name = key(ring[i - 1]!, ring[i]!);
      times.set(name, (times.get(name) ?? 0) + 1);
    }
  const lines: Position[][] = [];
  for (const ring of rings) {
    let line: Position[] = [];
    for (let i = 1; i < ring.length; i += 1) {
      if (times.get(key(ring[i - 1]!, ring[i]!)) === 1) {
        if (line.length === 0) line.push(ring[i - 1]!);
        line.push(ring[i]!);
      } else if (line.length > 0) {
        lines.push(line);
        line = [];
      }
    }
    if (line.length > 0) lines.push(line);
  }
  return lines;
}
