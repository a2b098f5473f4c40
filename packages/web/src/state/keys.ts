/** Letters behind `g`, by screen. */
export const GO: Readonly<Record<string, string>> = {
  t: "/today",
  a: "/agreements",
  p: "/plan",
  s: "/situation",
  c: "/cooperation",
  m: "/money",
  o: "/coverage",
  e: "/evidence",
  b: "/brief",
  r: "/records",
  n: "/node",
};

export interface Stroke {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  /** The focus is where text is typed, or in something that reads keys itself. */
  readonly inField?: boolean;
}

export type KeyAct =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "none" };

/**
 * Reads one key stroke after another: `g` waits for a letter, every other key is itself. `pending` is what the last
 * call gave back. Single keys are nothing in fields, with a modifier, or where a person turned them off (WCAG 2.1.4).
 */
export function readKey(
  pending: boolean,
  stroke: Stroke,
  on: boolean,
): { readonly pending: boolean; readonly act: KeyAct } {
  const none: KeyAct = { kind: "none" };
  if (!on || stroke.inField || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return { pending: false, act: none };
  const key = stroke.key.length === 1 ? latin(stroke.key) : stroke.key;
  if (pending) {
    const to = GO[key];
    return { pending: false, act: to ? { kind: "go", to } : none };
  }
  if (key === "g") return { pending: true, act: none };
  return { pending: false, act: { kind: "key", key } };
}

/** The same physical key under a Russian keyboard, so that nobody has to switch it to move about. */
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
function latin(key: string): string {
  const at = CYRILLIC.indexOf(key);
  return at < 0 ? key : LATIN[at]!;
}
