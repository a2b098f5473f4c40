/** The same function, which keeps what it gave for texts that come again and again; forgets all when there are too many. */
export function remembered<Given>(read: (text: string) => Given, most = 5_000): (text: string) => Given {
  const known = new Map<string, Given>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Given;
    if (known.size >= most) known.clear();
    const given = read(text);
    known.set(ownCopy(text), given);
    return given;
  };
}

/** A text that can be kept: one cut out of a long text would keep all of that in memory. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
