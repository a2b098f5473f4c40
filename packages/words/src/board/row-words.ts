import type { State } from "@kelisim/duties";
import type { CivilDay, Confidence } from "@kelisim/model";
import { citation } from "../clause-index.ts";
import { grouped } from "../condition.ts";
import { limitUnverified } from "../limit-unverified.ts";
import type { Names } from "../names.ts";
import type { Texts } from "../texts/index.ts";
import { periodWords, shortDayWords } from "../time.ts";
import { notesOf } from "./notes.ts";
import type { Row } from "./row.ts";

/** As what a row is shown: its words differ with it. */
export type RowKind = "owes" | "owed" | "rights" | "limits" | "standing";

/** A state as it is shown: nothing can be said on top of an unverified binding, nor of an unverified number. */
export type ShownState = State | "unverified" | "number unverified";

/** What a row says, cell by cell. */
export interface RowWords {
  readonly state: ShownState;
  readonly act: string;
  readonly who: string;
  /** Channel, date or value, as the kind of row has it. */
  readonly how: string;
  readonly clause: string;
  readonly id: string;
  readonly confidence: string;
  readonly notes: readonly string[];
}

/** So many actors are named; more are counted. */
const NAMED = 3;

/** A row in the words of its kind; `today` is the day of as-of. */
export function rowWords(row: Row, kind: RowKind, names: Names, today: CivilDay): RowWords {
  const { say } = names;
  const { clause, instrument } = row.placed;
  const confidence: Confidence = clause.confidence;
  return {
    state: stateShown(row),
    act: actWords(row, say),
    clause: say.clauseCell(instrument.id, citation(clause), clause.articleAssumed !== undefined),
    id: clause.id,
    confidence: say.confidence[confidence],
    ...cellsOf(row, kind, names, today),
    notes: notesOf(row, kind, names, today),
  };
}

function cellsOf(row: Row, kind: RowKind, names: Names, today: CivilDay): { who: string; how: string } {
  const { say } = names;
  const { line, placed } = row;
  if (kind === "limits") return { who: limitWords(row, say), how: limitState(row, say) };
  if (kind === "owed") return { who: fromWords(row, names), how: dateCell(row, today, say) };
  const from = row.standpoint === "owed";
  const others = from ? fromWords(row, names) : actorsWords(row, row.creditors, names);
  const who = row.bothWays === true ? say.bothWays(others) : others;
  if (kind === "rights") return { who, how: line.deadline === null ? "" : dateCell(row, today, say) };
  // The mark says that it is in force.
  if (kind === "standing") return { who, how: line.state === "in force" ? "" : say.states[line.state] };
  const { channel, channelAssumed } = placed.clause;
  return { who, how: channel === undefined ? "" : say.channelCell(mainChannel(channel), channelAssumed !== undefined) };
}

/** The channel without its particulars in brackets and its alternatives; an explanation has it whole. */
export function mainChannel(channel: string): string {
  return channel.split(/ \(|;/)[0]!;
}

/** The act, with the recurring period it is for. */
export function actWords(row: Row, say: Texts): string {
  const { clause } = row.placed;
  const period = row.line.period === undefined ? "" : periodWords(row.line.period, say);
  const group = row.line.group ?? "";
  return [clause.title, ...[group, period].filter((text) => text !== "" && text !== "always")].reduce(say.actOf);
}

/** The state that a mark stands for: an unverified binding comes before all else. */
export function stateShown(row: StatedRow): ShownState {
  return row.line.unverified ? "unverified" : stateCounted(row);
}

/** The state apart from whether the parties are bound: nothing is said to exceed a number that nobody verified. */
export function stateCounted({ line, placed }: StatedRow): State | "number unverified" {
  return line.state === "exceeded" && limitUnverified(placed.clause) ? "number unverified" : line.state;
}

/** What of a row its state rests on. */
export interface StatedRow {
  readonly line: Pick<Row["line"], "state" | "unverified">;
  readonly placed: Pick<Row["placed"], "clause">;
}

function fromWords(row: Row, names: Names): string {
  const { say } = names;
  const sure = row.debtors.filter((actor) => !row.doubtful.includes(actor));
  const from =
    sure.length > NAMED || row.debtors.length > NAMED
      ? say.fromMany(sure.length)
      : say.fromOne(sure.map((actor) => names.actor(actor)).join(", "));
  return withDoubtful(from, row, row.debtors, names);
}

/** "55 participants, Russia ?": those whose binding is not verified are named, or counted where names would be many. */
export function actorsWords(row: Row, actors: readonly string[], names: Names): string {
  const sure = actors.filter((actor) => !row.doubtful.includes(actor));
  const { instrument } = row.placed;
  const words =
    actors.length > NAMED && row.doubtful.length > 0
      ? names.say.many(sure.length, instrument.kind)
      : names.actors(sure, instrument);
  return withDoubtful(words, row, actors, names);
}

/** The doubtful are named in a note below in any case. */
function withDoubtful(sure: string, row: Row, actors: readonly string[], names: Names): string {
  const { doubtful } = row;
  const { say } = names;
  if (doubtful.length === 0) return sure;
  const counted = doubtful.length > 1 && actors.length > NAMED;
  const words = counted
    ? [say.unsure(say.more(doubtful.length))]
    : doubtful.map((actor) => say.unsure(names.actor(actor)));
  return say.list([sure, ...words]);
}

function dateCell(row: Row, today: CivilDay, say: Texts): string {
  if (row.day !== undefined) {
    const date = shortDayWords(row.day, today, say);
    return row.unsureDate ? say.unsure(date) : date;
  }
  const clause = row.placed.clause;
  const silent = "deadlines" in clause && clause.deadlines.every(({ deadline }) => deadline.kind === "none");
  const unread = silent && clause.deadlines.some(({ deadline }) => deadline.kind === "none" && deadline.unread);
  if (unread) return say.noNumberKnownCell;
  return silent ? say.noNumberCell : say.noDateCell;
}

function limitWords(row: Row, say: Texts): string {
  const { clause } = row.placed;
  const isUnsure = clause.kind === "limit" && clause.amountAssumed !== undefined;
  const amount = row.line.amount === undefined ? "" : grouped(row.line.amount, say);
  const most = isUnsure ? say.unsure(amount) : amount;
  if (clause.kind === "limit" && clause.form === "prohibition")
    return say.recorded(grouped(row.line.value ?? "0", say));
  if (row.line.value === undefined) return say.atMost(most);
  return row.line.state === "unknown"
    ? say.limitValueOrMore(grouped(row.line.value, say), most)
    : say.limitValue(grouped(row.line.value, say), most);
}

function limitState(row: Row, say: Texts): string {
  return row.line.state === "unknown" ? say.notComplete : say.states[stateCounted(row)];
}
