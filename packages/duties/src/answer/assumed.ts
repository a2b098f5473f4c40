import type { Assumption, Clause } from "@kelisim/accord/program";

export interface Assumed extends Assumption {
  /** What is assumed, as it stands in the clause: "42 days", "9000", "article 38, 40.1". */
  readonly what: string;
}

function isAssumption(value: unknown): value is Assumption {
  return typeof value === "object" && value !== null && "source" in value && "confidence" in value;
}

function nameOf(key: string, holder: Readonly<Record<string, unknown>>, clause: Clause): string {
  if (key === "articleAssumed") return `article ${clause.article}`;
  if (key === "channelAssumed") return `channel: ${clause.channel ?? ""}`;
  if (key === "amountAssumed") return `at most ${(holder.amount as { value: unknown }).value}`;
  if ("unit" in holder && "value" in holder) return `${holder.value} ${holder.unit}${holder.value === 1 ? "" : "s"}`;
  // Of a cumulative act: { attribute, amount, assumed }.
  if (typeof holder.amount === "object" && holder.amount !== null && "value" in holder.amount) {
    const { value, unit, currency } = holder.amount as Readonly<Record<string, unknown>>;
    return [value, unit ?? currency, "in all"].filter((part) => part !== undefined).join(" ");
  }
  if (typeof holder.value === "object" && holder.value !== null && "value" in holder.value) {
    return String(holder.value.value);
  }
  if ("month" in holder) return `${holder.day}.${holder.month}.`;
  if ("percent" in holder) return `${holder.percent} percent`;
  return String(holder.date ?? holder.kind ?? key);
}

/**
 * All numbers, dates and references of a clause that no source we hold confirms, wherever they stand in it.
 * What the screens mark as unverified comes from here.
 */
export function assumedIn(clause: Clause): readonly Assumed[] {
  const found: Assumed[] = [];
  const walk = (value: unknown) => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const [key, inner] of Object.entries(holder)) {
      if (/assumed$/i.test(key) && isAssumption(inner)) {
        found.push({ what: nameOf(key, holder, clause), source: inner.source, confidence: inner.confidence });
      } else walk(inner);
    }
  };
  walk(clause);
  return found;
}
