import { WrittenNumber } from "./read-value.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Longer lines are refused: no record has a reason to be, and one endless line must not fill the memory. */
export const LONGEST_LINE = 1_000_000;

const COLON = /\s*:/y;

export type JsonLine = { readonly value: unknown } | (Refusal & { readonly column?: number });

/** Parses one line of JSON Lines; a refusal tells the column (1-based) where the engine gives it. */
export function parseJsonLine(text: string): JsonLine {
  if (text.includes("\u0000")) {
    const refusal = refuse("the line has a NUL character", "take it out", "record/nul");
    return { ...refusal, column: text.indexOf("\u0000") + 1 };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(said)?.[1];
    const column = position === undefined ? endColumn(said, text) : Number(position) + 1;
    const reason = said.replace(/ in JSON at position.*$/s, "").replace(/, [."].*is not valid JSON$/s, "");
    const refusal = refuse(
      `the line is not JSON: ${reason.slice(0, 200)}`,
      "one JSON object a line",
      "record/not-json",
    );
    return column === undefined ? refusal : { ...refusal, column };
  }
}

function endColumn(said: string, text: string): number | undefined {
  return /end of (JSON )?input/.test(said) ? text.length + 1 : undefined;
}

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;
/** JSON.parse as ECMAScript 2026 has it: the reviver is given the text of a primitive (not yet in the es2024 types). */
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/**
 * Parses a line again, keeping the digits of its numbers, for kinds whose amounts must be exact. An engine that does
 * not give them leaves plain numbers, and then only what a double shows is known.
 */
export function parseKeepingDigits(text: string): unknown {
  return parseWithSource(text, (_key, value, context) =>
    typeof value === "number" && context?.source !== undefined ? new WrittenNumber(context.source) : value,
  );
}

/**
 * The first key that stands twice in one object of a valid JSON text. JSON.parse keeps the last of them in silence,
 * another reader may keep the first (RFC 8259, section 4). `keys` is the number of keys that parsing kept.
 */
export function repeatedKey(text: string, keys: number): string | undefined {
  // A key is a string followed by a colon. Counting those never counts too few, and is nearly always enough.
  if (countColonsAfterQuotes(text) === keys) return undefined;
  const objects: (Set<string> | undefined)[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "{") objects.push(new Set());
    else if (character === "[") objects.push(undefined);
    else if (character === "}" || character === "]") objects.pop();
    else if (character === '"') {
      const end = stringEnd(text, index);
      COLON.lastIndex = end + 1;
      if (COLON.test(text)) {
        const key = String(JSON.parse(text.slice(index, end + 1)));
        const seen = objects.at(-1);
        if (seen?.has(key)) return key;
        seen?.add(key);
      }
      index = end;
    }
  }
  return undefined;
}

/** How many keys a parsed JSON value has in all its objects. */
export function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const item of value) sum += countKeys(item);
    return sum;
  }
  let sum = 0;
  for (const key of Object.keys(value)) sum += 1 + countKeys((value as Record<string, unknown>)[key]);
  return sum;
}

function countColonsAfterQuotes(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    let before = colon - 1;
    while (before > 0 && text.charCodeAt(before) <= 0x20) before -= 1;
    if (text.charCodeAt(before) === 0x22) count += 1;
  }
  return count;
}

function stringEnd(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return index;
}
