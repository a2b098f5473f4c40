import { badRequest } from "./problem.ts";

/** Where the next page begins: plain values, in an opaque text. It grants nothing: every page is read as its asker. */
export type CursorValues = readonly (string | number)[];

/** The cursor that a page hands out. */
export const writeCursor = (values: CursorValues): string =>
  Buffer.from(JSON.stringify(values), "utf8").toString("base64url");

/**
 * Reads a cursor that a page handed out, with the kinds of its values ("number" or "string" each).
 * Throws 400 at `pointer` for anything else.
 */
export function readCursor(
  text: string,
  kinds: readonly ("number" | "string")[],
  pointer = "/query/after",
): CursorValues {
  let values: unknown;
  try {
    values = text.length > 500 ? undefined : JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    values = undefined;
  }
  if (
    !Array.isArray(values) ||
    values.length !== kinds.length ||
    !values.every(
      (value, index) => typeof value === kinds[index] && (typeof value === "string" || Number.isFinite(value)),
    )
  )
    throw badRequest(pointer, "is no cursor of this node", "leave it out to begin at the first page");
  return values;
}
