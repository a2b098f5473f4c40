/**
 * RFC 4180: comma, CRLF, quotes where needed, a header line. A text that a spreadsheet would take for a formula (it begins
 * with = + - @, also in their full-width forms, a tab or a line end) gets an apostrophe in front, unless it is a plain number.
 */
export function csv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null | undefined)[]>,
): string {
  let text = `${header.map(field).join(",")}\r\n`;
  for (const row of rows) text += `${row.map(field).join(",")}\r\n`;
  return text;
}

/** A text as a cell of a spreadsheet may hold it: what would be read as a formula is marked as text. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  const safe = withoutFormula(String(value));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
