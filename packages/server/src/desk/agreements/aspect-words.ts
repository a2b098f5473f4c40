import type { Aspect, Placed } from "@kelisim/draft";
import {
  baseWords,
  citation,
  conditionWords,
  deadlinesWords,
  durationWords,
  grouped,
  type Names,
  nameOfTerm,
  roleWords,
  totalWords,
  triggerWords,
} from "@kelisim/words";

/**
 * What a clause says in one respect, in words; empty where it says nothing there. Of "form", "confidence" and
 * "consent" the plain value is given, for which a screen has its own word.
 */
export function aspectWords(aspect: Aspect, { clause, instrument }: Placed, names: Names): string {
  const { say } = names;
  switch (aspect) {
    case "form":
      return clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind;
    case "trigger":
      return "trigger" in clause ? triggerWords(clause.trigger, names) : "";
    case "condition":
      return clause.kind === "limit"
        ? conditionWords(clause.where, names)
        : "trigger" in clause && clause.trigger.kind === "record"
          ? conditionWords(clause.trigger.where, names)
          : "";
    case "debtor":
      return "debtor" in clause ? roleWords(clause.debtor, names) : "";
    case "creditor":
      return "creditor" in clause ? roleWords(clause.creditor, names) : "";
    case "act": {
      if (clause.kind === "limit") return names.kind(clause.record);
      if (!("act" in clause)) return "";
      const total = totalWords(clause, names);
      return total === "" ? names.kind(clause.act.record) : say.actInAll(names.kind(clause.act.record), total);
    }
    case "which acts count":
      return "act" in clause ? conditionWords(clause.act.where, names) : "";
    case "deadline":
      return "deadlines" in clause ? deadlinesWords(clause.deadlines, names) : "";
    case "opening": {
      if (!("notBefore" in clause) || clause.notBefore === undefined) return "";
      const { direction, duration, base } = clause.notBefore;
      return say[direction](durationWords(duration, names), baseWords(base, names));
    }
    case "silence":
      return clause.kind === "duty" ? (clause.silence?.means ?? "") : "";
    case "amount": {
      if (clause.kind !== "limit") return "";
      const number = grouped(String(clause.amount.value), say);
      const words = clause.amount.type === "amount" ? `${number} ${clause.amount.unit}` : number;
      return clause.amountAssumed === undefined ? words : say.unsure(words);
    }
    case "counting":
      return clause.kind === "limit"
        ? [clause.bearer.term, ...clause.groups].map((term) => nameOfTerm(term, names)).join(", ")
        : "";
    case "excess":
      return clause.kind === "limit" && clause.excess !== undefined
        ? `${clause.excess.percent} %, ${durationWords(clause.excess.forAtMost, names)}`
        : "";
    case "consent":
      return clause.kind === "limit" ? (clause.unlessConsent ? "yes" : "no") : "";
    case "priority":
      return clause.subjectTo.join(", ");
    case "channel":
      return clause.channel === undefined
        ? ""
        : say.channelCell(names.channel(clause.channel), clause.channelAssumed !== undefined);
    case "assumption":
      return String(JSON.stringify(clause).match(/"(?:\w+A|a)ssumed":/g)?.length ?? 0);
    case "confidence":
      return clause.confidence;
    case "source":
      return clause.source ?? instrument.source;
    case "article":
      return citation(clause);
    case "title":
      return clause.title;
    case "id":
      return clause.id;
    case "instrument":
      return instrument.id;
  }
}
