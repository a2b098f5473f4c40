import type { Address } from "../standpoint.ts";
import { inAddress, type PlanKind, type PlanValues } from "./values.ts";

const DAY_MS = 86_400_000;

/**
 * All dates of a plan moved by so many days together, as the node reckons its earliest start: a patch of the address.
 * Days move by whole days; clock times as they are.
 */
export function moved(kind: PlanKind, values: PlanValues, days: number): Address {
  const patch: Record<string, string> = {};
  for (const { name, type } of kind.fields) {
    const text = values[name] ?? "";
    const next =
      type === "date" ? shifted(text, Math.round(days), 10) : type === "instant" ? shifted(text, days, 16) : "";
    if (next !== "") patch[inAddress(name)] = next;
  }
  return patch;
}

function shifted(text: string, days: number, length: 10 | 16): string {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/.test(text)) return "";
  const at = Date.parse(length === 10 ? `${text.slice(0, 10)}T00:00Z` : `${text.slice(0, 16)}Z`);
  return Number.isNaN(at) ? "" : new Date(at + days * DAY_MS).toISOString().slice(0, length);
}
