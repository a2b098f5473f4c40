import type { Line } from "@kelisim/api";
import type { MessageId } from "../texts/ids.ts";
import type { Day } from "./days.ts";
import type { Grouping } from "./standpoint.ts";
import { type StateId, stateOf } from "./states.ts";

/** A heading with its lines: a day, a reason why there is none, an agreement, a partner. */
export type Heading =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "text"; readonly text: MessageId };

export interface Group {
  readonly id: string;
  readonly heading: Heading;
  readonly lines: readonly Line[];
}

/** States whose date is behind or no longer matters, each with the group it stands in, in the order of the page. */
const APART: readonly (readonly [MessageId, readonly StateId[]])[] = [
  ["today.overdueGroup", ["overdue"]],
  ["today.leadPassed", ["lead time already passed"]],
  ["today.notReceived", ["not received by us"]],
  ["today.passed", ["date passed, nothing recorded here"]],
];
const DONE: readonly StateId[] = ["met", "met late", "waived by creditor", "closed by silence", "not applicable"];

/**
 * Puts lines under headings. By day: overdue first, then the days ahead, then what has passed, what has no date, what
 * lies after the window, what is done. By agreement and by partner: alphabetical, lines by date within each.
 * Every line stands in exactly one group.
 */
export function groupLines(lines: readonly Line[], by: Grouping, until: Day, locale: string): readonly Group[] {
  if (by !== "day") return byName(lines, by, locale);
  const apart = APART.map(([text, states]) => ({ text, lines: lines.filter((line) => isIn(line, states)) }));
  const done = lines.filter((line) => isIn(line, DONE));
  const rest = lines.filter((line) => !apart.some((each) => each.lines.includes(line)) && !done.includes(line));
  const dated = rest.filter((line) => line.day !== undefined && line.day <= until);
  const later = rest.filter((line) => line.day !== undefined && line.day > until);
  const undated = rest.filter((line) => line.day === undefined);
  const newestFirst = (some: readonly Line[]) => some.toSorted((a, b) => order(b.day, a.day));

  const [overdue, ...past] = apart;
  return [
    text("today.overdueGroup", overdue!.lines.toSorted(byDay)),
    ...days(dated),
    ...past.map((each) => text(each.text, newestFirst(each.lines))),
    text("today.undated", undated),
    text("today.after", later.toSorted(byDay)),
    text("today.done", newestFirst(done)),
  ].filter((group) => group.lines.length > 0);
}

function days(lines: readonly Line[]): readonly Group[] {
  const found = Map.groupBy(lines.toSorted(byDay), (line) => line.day!);
  return [...found].map(([day, some]) => ({ id: day, heading: { kind: "day", day }, lines: some }));
}

function byName(lines: readonly Line[], by: "agreement" | "partner", locale: string): readonly Group[] {
  const nameOf = (line: Line) => (by === "agreement" ? line.instrumentName : line.who);
  const compare = new Intl.Collator(locale, { numeric: true }).compare;
  return [...Map.groupBy(lines, nameOf)]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compare(a, b)))
    .map(([name, some]) => ({
      id: `${by}:${name}`,
      heading: name === "" ? { kind: "text", text: "today.noPartner" } : { kind: "named", name },
      lines: some.toSorted(byDay),
    }));
}

const text = (id: MessageId, lines: readonly Line[]): Group => ({ id, heading: { kind: "text", text: id }, lines });
const isIn = (line: Line, states: readonly StateId[]) => states.includes(stateOf(line).id);
const order = (a: Day | undefined, b: Day | undefined) => (a ?? "9999").localeCompare(b ?? "9999");
const byDay = (a: Line, b: Line) => order(a.day, b.day) || a.clause.localeCompare(b.clause);
