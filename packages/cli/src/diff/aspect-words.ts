import type { Clause, LimitClause } from "@kelisim/accord/program";
import type { Aspect, Placed } from "@kelisim/draft";
import {
  baseWords,
  camelWords,
  conditionWords,
  deadlinesWords,
  durationWords,
  grouped,
  type Names,
  nameOfTerm,
  roleWords,
  triggerWords,
} from "@kelisim/words";
import { texts } from "../texts/index.ts";

const say = texts.diff;

/** What a clause says in one respect, in words; empty where it says nothing there. */
export function aspectWords(aspect: Aspect, placed: Placed, names: Names): string {
  const { clause, instrument } = placed;
  switch (aspect) {
    case "form":
      return say.forms[clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind];
    case "trigger":
      return "trigger" in clause ? underWords(clause, triggerWords(clause.trigger, names)) : "";
    case "condition":
      return conditionOf(clause, names);
    case "debtor":
      return "debtor" in clause ? jointWords(clause, roleWords(clause.debtor, names)) : "";
    case "creditor":
      return "creditor" in clause ? roleWords(clause.creditor, names) : "";
    case "act":
      return actWords(clause);
    case "which acts count":
      if (!("act" in clause)) return "";
      return [conditionWords(clause.act.where, names), clause.act.counts === "received" ? say.whenReceived : ""]
        .filter((text) => text !== "")
        .join(", ");
    case "deadline":
      return "deadlines" in clause ? deadlinesWords(clause.deadlines, names) : "";
    case "opening": {
      const opening = "notBefore" in clause ? clause.notBefore : undefined;
      if (opening === undefined) return "";
      return texts[opening.direction](durationWords(opening.duration, names), baseWords(opening.base, names));
    }
    case "silence":
      return clause.kind === "duty" && clause.silence !== undefined ? clause.silence.means : "";
    case "amount":
      return clause.kind === "limit" ? texts.atMost(amountWords(clause)) : "";
    case "counting":
      return clause.kind === "limit" ? countingWords(clause, names) : "";
    case "excess":
      if (clause.kind !== "limit" || clause.excess === undefined) return "";
      return say.excess(
        clause.excess.percent,
        durationWords(clause.excess.forAtMost, names),
        clause.excess.times?.value,
        clause.excess.times?.unit,
      );
    case "consent":
      return clause.kind === "limit" ? (clause.unlessConsent ? say.unlessConsent : say.noConsent) : "";
    case "priority":
      return clause.subjectTo.length === 0 ? "" : say.subjectTo(clause.subjectTo);
    case "channel":
      return clause.channel ?? "";
    case "assumption":
      return say.marks(JSON.stringify(clause).match(/"(?:\w+A|a)ssumed":/g)?.length ?? 0);
    case "confidence":
      return say.confidence[clause.confidence];
    case "source":
      return clause.source ?? instrument.source;
    case "article":
      return clause.article;
    case "title":
      return clause.title;
    case "id":
      return clause.id;
    case "instrument":
      return instrument.id;
  }
}

/** What a record must be like for the clause to speak of it. */
function conditionOf(clause: Clause, names: Names): string {
  const where =
    clause.kind === "limit"
      ? clause.where
      : "trigger" in clause && clause.trigger.kind === "record"
        ? clause.trigger.where
        : undefined;
  const words = conditionWords(where, names);
  const kind =
    clause.kind === "limit"
      ? clause.record
      : "trigger" in clause && clause.trigger.kind === "record"
        ? clause.trigger.record
        : "";
  return words === "" ? (where === undefined ? say.every(camelWords(kind)) : say.someOf(camelWords(kind))) : words;
}

function underWords(clause: Clause, words: string): string {
  return "trigger" in clause && clause.trigger.kind === "record" && clause.trigger.under ? say.under(words) : words;
}

function jointWords(clause: Clause, words: string): string {
  return "jointly" in clause && clause.jointly ? say.jointly(words) : words;
}

function actWords(clause: Clause): string {
  if (clause.kind === "limit") return camelWords(clause.record);
  if (!("act" in clause)) return "";
  const { verb, record, total } = clause.act;
  const words = say.act(verb, camelWords(record));
  return total === undefined
    ? words
    : say.totalOf(
        words,
        camelWords(total.attribute),
        "value" in total.amount ? grouped(String(total.amount.value), texts) : "",
      );
}

function amountWords({ amount, amountAssumed }: LimitClause): string {
  const number = grouped(String(amount.value), texts);
  const words =
    amount.type === "amount"
      ? `${number} ${amount.unit}`
      : amount.type === "money"
        ? `${number} ${amount.currency}`
        : number;
  return amountAssumed === undefined ? words : texts.unsure(words);
}

function countingWords({ window, bearer, groups }: LimitClause, names: Names): string {
  const over =
    window.kind === "always"
      ? say.always
      : window.kind === "calendar"
        ? say.each(window.unit)
        : say.inAny(window.value, window.unit);
  return say.counting(
    over,
    [bearer.term, ...groups].map((term) => nameOfTerm(term, names)),
  );
}
