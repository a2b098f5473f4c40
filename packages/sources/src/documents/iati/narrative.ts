import { type Element, textOf } from "../xml/element.ts";

/**
 * The text of an element that may be given in several languages: in English, else in the language of the activity, which is the
 * one of a narrative that names none, else the first. In 1.x it stands in the element itself.
 */
export function narrativeOf(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  let found: string | undefined;
  let best = 0;
  for (const child of element.children) {
    const text = child.name === "narrative" ? textOf(child) : undefined;
    if (text === undefined) continue;
    const language = child.attributes["xml:lang"];
    const rank = language === undefined ? 2 : /^en/i.test(language) ? 3 : 1;
    if (rank > best) [found, best] = [text, rank];
  }
  const text = found ?? textOf(element);
  return text !== undefined && /\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, " ") : text;
}
