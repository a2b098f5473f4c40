/** What the node says of one place of a record (JSON Pointer, RFC 6901). */
export interface PlacedError {
  readonly pointer: string;
  readonly detail: string;
  readonly mend?: string;
}

/** Errors by field: "occurred", "content.start". Those of no field that a form shows stand under "". */
export function errorsByField(
  errors: readonly PlacedError[],
  shown: (field: string) => boolean,
): ReadonlyMap<string, readonly PlacedError[]> {
  const found = new Map<string, PlacedError[]>();
  for (const error of errors) {
    const field = fieldOf(error.pointer);
    const key = shown(field) ? field : "";
    found.set(key, [...(found.get(key) ?? []), error]);
  }
  return found;
}

/** "/record/content/start/lat" is about the field "content.start". */
function fieldOf(pointer: string): string {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [first, ...rest] = parts[0] === "body" || parts[0] === "record" ? parts.slice(1) : parts;
  const path = first === "record" ? rest : [first ?? "", ...rest];
  return path[0] === "content" && path[1] !== undefined ? `content.${path[1]}` : (path[0] ?? "");
}
