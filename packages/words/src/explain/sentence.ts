import type { Explanation } from "@kelisim/duties";
import type { CivilDay } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import { actWords, stateCounted } from "../board/row-words.ts";
import { unsure } from "../confidence.ts";
import type { Names } from "../names.ts";
import { triggerWords } from "../role.ts";
import type { Setting } from "../setting.ts";
import { dayWords, momentWords } from "../time.ts";
import { totalWords } from "../total.ts";
import { limitWords } from "./explanation-facts.ts";
import type { FactTopic } from "./fact.ts";

/** A stretch of a sentence; `about` names what it says and so which facts stand behind it. */
export interface SentencePart {
  readonly text: string;
  readonly about?: SentenceSubject;
}

export type SentenceSubject = "date" | "debtor" | "creditor" | "act" | "amount" | "reason" | "state";

/** The facts behind each part of a sentence, by topic. */
export const FACTS_BEHIND: Readonly<Record<SentenceSubject, readonly FactTopic[]>> = {
  date: ["arithmetic", "rule", "reading"],
  debtor: ["status", "membership"],
  creditor: ["status", "membership", "reservation"],
  act: ["clause"],
  amount: ["counted"],
  reason: ["trigger", "follows"],
  state: ["discharge", "coverage", "waiver"],
};

/** The answer in two sentences: who owes whom what by when, and how it stands. `today` is the day of as-of. */
export function explanationSentences(
  found: Explanation,
  row: Row,
  { names }: Setting,
  today: CivilDay,
): readonly (readonly SentencePart[])[] {
  return sentences(found, row, names, today).map((text) => parted(text.charAt(0).toUpperCase() + text.slice(1)));
}

/** The words of a sentence without its parts. */
export function plainSentence(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join("");
}

const SUBJECTS: readonly SentenceSubject[] = ["date", "debtor", "creditor", "act", "amount", "reason", "state"];
/** Characters that no text of ours has (Unicode, private use): they carry the parts through a language's own word order. */
const OPEN = 0xe000;
const CLOSE = "\uf8ff";

function mark(about: SentenceSubject, text: string): string {
  return text === "" ? "" : `${String.fromCharCode(OPEN + SUBJECTS.indexOf(about))}${text}${CLOSE}`;
}

function parted(text: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  for (const found of text.matchAll(/([\ue000-\ue006])([^\uf8ff]*)\uf8ff/g)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    const about = SUBJECTS[found[1]!.charCodeAt(0) - OPEN]!;
    parts.push({ text: found[2]!, about });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  const [first, ...rest] = parts;
  return first === undefined
    ? []
    : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

function sentences(found: Explanation, row: Row, names: Names, today: CivilDay): readonly string[] {
  const { say } = names;
  const { line } = found;
  const { clause, instrument } = row.placed;
  const debtor = mark("debtor", names.actor(line.debtor));
  const creditors =
    row.creditors.length > 3
      ? names.actors(row.creditors, instrument)
      : row.creditors.map((each) => names.actor(each)).join(", ");
  const creditor = mark("creditor", creditors);
  const act = actWords(row, say);
  const state = line.unverified ? say.bindingUnverified : say.states[stateCounted(row)];
  const distance = row.day === undefined || line.form === "limit" ? "" : say.distance(row.day - today);
  const reason = line.reason === undefined ? "" : ` (${names.engine(line.reason)})`;
  const stand = `${say.stateSentence(mark("state", `${state}${reason}`), distance)}.`;
  if (line.form === "limit") {
    const most = limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined, say);
    return [`${say.limitSentence(debtor, mark("act", act))}; ${mark("amount", most)}.`, stand];
  }
  if (line.form === "standing") return [`${say.standingSentence(debtor, creditor, mark("act", act))}.`, stand];
  const date = (text: string) => mark("date", unsure(text, row.unsureDate, say));
  const by =
    row.day === undefined
      ? say.sentenceNoDate
      : line.deadlineIsDay
        ? say.sentenceDue(date(dayWords(row.day, say)))
        : say.sentenceAt(date(momentWords(line.deadline!, instrument.timeZone, say)));
  const sends = clause.kind === "duty" && clause.act.verb === "send";
  const does = line.form === "right" ? say.mayDo : sends ? say.isToSend : say.isToDo;
  const because = reasonWords(found, names);
  const total = totalWords(clause, names);
  const what = mark("act", total === "" ? act : say.actInAll(act, total));
  return [`${by} ${does(debtor, creditor, what)}${because === "" ? "" : `, ${mark("reason", because)}`}.`, stand];
}

function reasonWords({ line, clause, follows }: Explanation, names: Names): string {
  const { say } = names;
  if (follows !== undefined) return say.becauseMiss(follows.clause);
  if (clause.kind === "duty" || clause.kind === "right") {
    if (clause.trigger.kind === "bound") return say.becauseBound;
    if (clause.trigger.kind === "calendar" && line.period !== undefined)
      return say.becausePeriod(triggerWords(clause.trigger, names));
  }
  return line.subject === undefined ? "" : say.becauseRecord(line.subject);
}
