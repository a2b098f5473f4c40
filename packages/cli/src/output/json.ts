/** Machine output: two spaces, one object, a line end. Every object names its format and version first. */
export function json(format: string, content: object): string {
  return `${JSON.stringify({ format, version: 1, ...content }, null, 2)}\n`;
}
