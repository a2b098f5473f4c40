import type { Line } from "@kelisim/api";
import type { Say } from "../texts/use-text.ts";
import type { Day } from "./days.ts";
import { dayIn } from "./days.ts";
import { keepTogether, writeDay, writeNumber } from "./format.ts";
import { type StateEntry, stateOf } from "./states.ts";

/** A line as it is drawn: every text in it is worded, nothing is left to decide. */
export interface LineData {
  readonly key: string;
  readonly state: StateEntry;
  readonly act: string;
  readonly direction: "to" | "from" | "both";
  /** The other end: "56 other participating States". Empty: owed to nobody in particular. */
  readonly who: string;
  /** The state in words, with its date where no heading names it. */
  readonly words: string;
  /** The first way named; the whole of it where it is longer. */
  readonly channel: string;
  readonly channelWhole: string;
  readonly channelUnverified: boolean;
  readonly instrument: string;
  readonly article: string;
  readonly articleUnverified: boolean;
  readonly confidence: "high" | "medium" | "low";
  /** The date itself is unsure: its confidence is named as that of the date. */
  readonly unsureDate: boolean;
  /** Ids of those of many, where one line stands for them; opened on demand. */
  readonly many: readonly string[];
  /** How many of them two sources disagree about. */
  readonly doubtful: number;
}

export interface Wording {
  readonly t: Say;
  readonly locale: string;
  readonly timeZone: string;
  /** The day as of which the page is read: years equal to its own are left out. */
  readonly today: Day;
}

/**
 * Words one line. `dated`: a heading above names the date, or says that there is none, so the words of the line need not.
 */
export function lineData(line: Line, wording: Wording, dated: boolean): LineData {
  const others = line.standpoint === "owed" ? line.debtors : line.creditors;
  return {
    key: line.key,
    state: stateOf(line),
    act: keepTogether(line.act),
    direction: line.bothWays ? "both" : line.standpoint === "owed" ? "from" : "to",
    who: line.who,
    words: stateWords(line, wording, dated),
    channel: firstWay(line.channel ?? ""),
    channelWhole: line.channel ?? "",
    channelUnverified: line.channelUnverified,
    instrument: line.instrumentName,
    article: keepTogether(line.article),
    articleUnverified: line.articleUnverified,
    confidence: line.confidence,
    unsureDate: line.unsureDate,
    many: others.length > 3 ? others : [],
    doubtful: line.doubtful.length,
  };
}

/** "Network (agreed format); delegations as fallback" is first of all "Network": the chosen line shows the whole. */
const firstWay = (channel: string): string => channel.split(/; | \(/)[0]!;

/** The state in words with the date that belongs to it: "15 Nov: date passed, nothing recorded here". */
export function stateWords(line: Line, wording: Wording, dated: boolean): string {
  const { t, locale, today, timeZone } = wording;
  const entry = stateOf(line);
  const state = t(entry.text, { reason: line.reason ?? "none" });
  const short = (day: Day) => writeDay(day, locale, { weekday: "short", year: "auto", near: today });
  const plain = (day: Day) => writeDay(day, locale, { year: "auto", near: today });
  const done = line.performedAt ? plain(dayIn(line.performedAt, timeZone)) : undefined;

  if (line.form === "limit" && line.value !== undefined && line.amount !== undefined) {
    const unsure = line.amountUnverified === true && !entry.dashed;
    return t(unsure ? "state.ofLimitUnverified" : "state.ofLimit", {
      state,
      value: figure(line.value, locale),
      amount: figure(line.amount, locale),
    });
  }
  if ((entry.id === "met" || entry.id === "met late") && done) return t("state.metOn", { state, date: done });
  if (entry.id === "overdue" && line.day) return t("state.overdueSince", { date: short(line.day) });
  if (entry.id === "available" && line.day) return t("state.availableUntil", { date: plain(line.day) });
  const past = entry.id === "date passed, nothing recorded here" || entry.id === "not received by us";
  if (past && line.day) return t("state.dateFirst", { date: plain(line.day), state });
  if (!dated && line.form === "duty" && entry.id === "open" && !line.day) return t("state.dateUnverified", { state });
  if (!dated && line.day) return t("state.dated", { state, date: short(line.day) });
  return state;
}

/** Exact decimals stay exact: only what a number holds without loss is written by locale. */
function figure(text: string, locale: string): string {
  return String(Number(text)) === text ? writeNumber(Number(text), locale) : text;
}
