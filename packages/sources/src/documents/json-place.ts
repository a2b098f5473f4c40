/**
 * Where JSON stops being JSON, from 1; undefined where the engine's message does not say. Engines word it differently:
 * "... at position 12 (line 2 column 3)", "... at line 2 column 3 of the JSON data".
 */
export function jsonErrorPlace(
  text: string,
  message: string,
): { readonly line: number; readonly column: number } | undefined {
  const [, line, column] = /line (\d+),? column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) };
  const position = /position (\d+)/.exec(message)?.[1];
  const at = position === undefined && message.includes("end of JSON") ? text.length : Number(position);
  if (Number.isNaN(at)) return undefined;
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
