/** Where a reader stands in each source. */
export type Positions = ReadonlyMap<string, string>;

/** The `id` of an event: the positions of all sources once it is read, "record=12;duty=…". */
export function writeEventId(positions: Positions): string {
  return [...positions].map(([kind, position]) => `${kind}=${encodeURIComponent(position)}`).join(";");
}

/** Reads a `Last-Event-ID` back. Undefined for anything that this node did not write. */
export function readEventId(text: string): Positions | undefined {
  if (text.length > 1000) return undefined;
  const positions = new Map<string, string>();
  for (const part of text.split(";")) {
    const [, kind, position] = /^([a-z]+)=([^=]*)$/.exec(part) ?? [];
    if (kind === undefined || position === undefined) return undefined;
    try {
      positions.set(kind, decodeURIComponent(position));
    } catch {
      return undefined;
    }
  }
  return positions;
}
