/** Of which language a text of the page is, and how sure that is. */
export interface Said {
  /** BCP 47. */
  readonly tag: string;
  /** "behind": the draft has no such text, and the language behind it is shown. */
  readonly standing: "translated" | "doubtful" | "behind";
}

/** Texts that are on a page at a time, many times over; the oldest are forgotten first. */
const MOST = 20_000;
const texts = new Map<string, Said>();
let isMarking = false;

/** Whether texts are remembered: only while the page is shown in a draft, where two languages stand side by side. */
export function rememberTexts(on: boolean): void {
  isMarking = on;
  texts.clear();
}

/** Keeps of which language a text is that a catalogue gave, so that the element around it can say so. Gives the text. */
export function remember(text: string, said: Said): string {
  if (!isMarking) return text;
  if (texts.size >= MOST) texts.delete(texts.keys().next().value as string);
  texts.set(text, said);
  return text;
}

/** What is known of a text; nothing where it came from the node, or was put together from several. */
export const saidOf = (text: unknown): Said | undefined =>
  isMarking && typeof text === "string" ? texts.get(text) : undefined;
