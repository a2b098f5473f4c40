/** Reads "bodies:2,trade:0.5" of the address; what is no number of at least 0 is left to the node to refuse. */
export function readPairs(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (text ?? "").split(",").flatMap((part) => {
      const [name = "", value = ""] = part.split(":");
      return name === "" || value === "" ? [] : [[name, value] as const];
    }),
  );
}

/** The same with one value changed; undefined takes it away. Without any it is undefined, so that the address stays short. */
export function withPair(text: string | undefined, name: string, value: string | undefined): string | undefined {
  const pairs = new Map(readPairs(text));
  if (value === undefined) pairs.delete(name);
  else pairs.set(name, value);
  const written = [...pairs].map(([each, number]) => `${each}:${number}`).join(",");
  return written === "" ? undefined : written;
}

/** A number as a person types it, with a comma or a point; undefined: it is none of at least 0. */
export function typedNumber(text: string): string | undefined {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,9}(\.\d{1,9})?$/.test(plain) ? plain : undefined;
}
