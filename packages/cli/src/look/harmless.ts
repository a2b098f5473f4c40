// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that cannot command a terminal: control characters and changes of writing direction, which a record or a file
 * name may hold, are shown as U+FFFD. Line ends stay.
 */
export function harmless(text: string): string {
  return text.replaceAll(CONTROLS, "\ufffd");
}
