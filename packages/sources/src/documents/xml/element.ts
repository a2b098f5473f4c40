/** An element of an XML document, with its kept children and the text that stands directly in it. */
export interface Element {
  readonly name: string;
  /** Its namespace, where the reader looks at namespaces; else "". */
  readonly uri: string;
  /** Empty where the reader looks at namespaces. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
  /** Line on which its opening tag ends, from 1. */
  readonly line: number;
}

const NONE: readonly Element[] = [];

/** The first child of this name. */
export function childOf(element: Element, name: string): Element | undefined {
  for (const child of element.children) if (child.name === name) return child;
  return undefined;
}

/** All children of this name, in the order of the document. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  let found: Element[] | undefined;
  for (const child of element.children) {
    if (child.name !== name) continue;
    if (found === undefined) found = [child];
    else found.push(child);
  }
  return found ?? NONE;
}

/** An attribute without outer spaces; empty is none. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === "" ? undefined : value;
}

/** The text directly in an element, without outer spaces; empty is none. */
export function textOf(element: Element | undefined): string | undefined {
  const text = element?.text.trim();
  return text === "" ? undefined : text;
}
