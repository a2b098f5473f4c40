import type { Clause } from "@kelisim/accord/program";
import type { AgreementClause, RuleLabel } from "@kelisim/api";
import {
  baseWords,
  conditionWords,
  deadlinesWords,
  durationWords,
  grouped,
  type Names,
  roleWords,
  totalWords,
  triggerWords,
} from "@kelisim/words";
import { runsOf } from "./literate/runs.ts";

/**
 * What a clause says before anybody is named, in labelled lines: when, who to whom, what, by when, over which channel.
 * Figures that no source we hold confirms are runs of their own, marked.
 */
export function ruleOf(clause: Clause, names: Names): AgreementClause["rule"] {
  const { say } = names;
  const rule: AgreementClause["rule"] = [];
  const add = (label: RuleLabel, text: string) => {
    if (text !== "") rule.push({ label, runs: runsOf(text) });
  };
  const who = () => {
    if (clause.kind !== "limit")
      add("who", `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`);
  };
  if (clause.kind === "duty" || clause.kind === "right") {
    add("when", triggerWords(clause.trigger, names));
    who();
    const total = totalWords(clause, names);
    const act = names.kind(clause.act.record);
    add("act", total === "" ? act : say.actInAll(act, total));
    const by = deadlinesWords(clause.deadlines, names);
    if (by !== "" || clause.kind === "duty") add("by", by || say.noNumber);
    if (clause.notBefore !== undefined) {
      const { direction, duration, base } = clause.notBefore;
      add("notBefore", say[direction](durationWords(duration, names), baseWords(base, names)));
    }
    if (clause.kind === "duty" && clause.silence !== undefined) add("silence", clause.silence.means);
  } else if (clause.kind === "limit") {
    const amount = "value" in clause.amount ? grouped(String(clause.amount.value), say) : "";
    const unit = clause.amount.type === "amount" ? ` ${clause.amount.unit}` : "";
    if (clause.form !== "prohibition")
      add("atMost", clause.amountAssumed === undefined ? `${amount}${unit}` : say.unsure(`${amount}${unit}`));
    const condition = conditionWords(clause.where, names);
    add("when", condition === "" ? names.kind(clause.record) : `${names.kind(clause.record)}: ${condition}`);
    if (clause.unlessConsent) rule.push({ label: "consent", runs: [] });
  } else who();
  // Of a channel the whole is unverified, not only what follows a figure.
  if (clause.channel !== undefined)
    rule.push({
      label: "channel",
      runs: [
        {
          text: names.channel(clause.channel),
          ...(clause.channelAssumed === undefined ? {} : { mark: "unverified" as const }),
        },
      ],
    });
  add("priority", clause.subjectTo.join(", "));
  return rule;
}
