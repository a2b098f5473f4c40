import type { Deadline, Duration, GuardedDeadline } from "@kelisim/accord/program";
import type { Order } from "./change.ts";
import { same } from "./plain.ts";

const HOUR = 60;
/** How long a unit of time lasts, in minutes, at least and at most: a day may lose or win an hour, months differ. */
const LENGTH: Readonly<Record<Duration["unit"], readonly [number, number]>> = {
  minute: [1, 1],
  hour: [HOUR, HOUR],
  day: [23 * HOUR, 25 * HOUR],
  week: [7 * 24 * HOUR - HOUR, 7 * 24 * HOUR + HOUR],
  month: [28 * 24 * HOUR - HOUR, 31 * 24 * HOUR + HOUR],
  year: [365 * 24 * HOUR - HOUR, 366 * 24 * HOUR + HOUR],
  // How many days pass until so many are worked depends on the calendar.
  "working day": [23 * HOUR, Number.POSITIVE_INFINITY],
};
/** Units that are a whole number of others. */
const WHOLE: Partial<Record<Duration["unit"], readonly [Duration["unit"], number]>> = {
  hour: ["minute", 60],
  week: ["day", 7],
  year: ["month", 12],
};

/** Whether the second stretch of time is longer. "unknown": it depends on the days it falls on. */
export function compareDurations(before: Duration, now: Duration): Order {
  const [a, b] = [inWhole(before), inWhole(now)];
  if (a.unit === b.unit) return a.value === b.value ? "same" : b.value > a.value ? "more" : "less";
  const [least, greatest] = LENGTH[a.unit].map((length) => length * a.value) as [number, number];
  const [from, to] = LENGTH[b.unit].map((length) => length * b.value) as [number, number];
  return from > greatest ? "more" : to < least ? "less" : "unknown";
}

function inWhole({ value, unit }: Duration): { readonly value: number; readonly unit: Duration["unit"] } {
  const whole = WHOLE[unit];
  return whole ? { value: value * whole[1], unit: whole[0] } : { value, unit };
}

const FLIPPED: Readonly<Record<Order, Order>> = {
  more: "less",
  less: "more",
  same: "same",
  other: "other",
  unknown: "unknown",
};
const TIMELESS = { kind: "none" } as const;

/** Whether the second deadline leaves more time. No date at all is the most time there is. */
export function compareDeadlines(given: Deadline, then: Deadline): Order {
  const [before, now] = [dated(given), dated(then)];
  if (before.kind === "none" || now.kind === "none")
    return before.kind === now.kind ? (same(given, then) ? "same" : "other") : before.kind === "none" ? "less" : "more";
  if ((before.kind === "after" || before.kind === "before") && before.kind === now.kind) {
    if (!same(before.base, now.base)) return "unknown";
    const order = compareDurations(before.duration, now.duration);
    return before.kind === "after" ? order : FLIPPED[order];
  }
  if (before.kind === "calendar date" && now.kind === "calendar date" && same(before.of, now.of)) {
    return ordered(before.years - now.years || before.month - now.month || before.day - now.day);
  }
  if (before.kind === "date" && now.kind === "date")
    return ordered(before.date < now.date ? -1 : before.date > now.date ? 1 : 0);
  return "unknown";
}

/** A vague term with a reading counts as that number; without one it has no date. */
function dated(deadline: Deadline): Exclude<Deadline, { kind: "vague" }> {
  if (deadline.kind !== "vague") return deadline;
  const { reading, base } = deadline;
  return reading === undefined ? TIMELESS : { kind: "after", duration: reading.duration, base };
}

/** Whether the second list of guarded deadlines leaves more time, in every case. */
export function compareGuarded(before: readonly GuardedDeadline[], now: readonly GuardedDeadline[]): Order {
  if (same(before, now)) return "same";
  if (before.length === 0 || now.length === 0) return before.length === 0 ? "less" : "more";
  const alike = before.length === now.length && before.every((each, index) => same(each.when, now[index]!.when));
  const orders = alike
    ? before.map((each, index) => compareDeadlines(each.deadline, now[index]!.deadline))
    : before.flatMap((each) => now.map((other) => compareDeadlines(each.deadline, other.deadline)));
  return together(orders);
}

/** What holds of all: "more" where none is less, and so on. */
export function together(orders: readonly Order[]): Order {
  if (orders.includes("unknown")) return "unknown";
  const [more, less] = [orders.includes("more"), orders.includes("less")];
  if (orders.includes("other") || (more && less)) return "other";
  return more ? "more" : less ? "less" : "same";
}

function ordered(beforeLessNow: number): Order {
  return beforeLessNow < 0 ? "more" : beforeLessNow > 0 ? "less" : "same";
}
