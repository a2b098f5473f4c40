import type { MessageId } from "../../texts/ids.ts";

const ASPECTS: Readonly<Record<string, MessageId>> = {
  form: "agreements.aspect.form",
  trigger: "agreements.rule.when",
  condition: "agreements.aspect.condition",
  debtor: "agreements.rule.who",
  creditor: "agreements.aspect.creditor",
  act: "agreements.rule.act",
  "which acts count": "agreements.aspect.whichActs",
  deadline: "agreements.rule.by",
  opening: "agreements.rule.notBefore",
  silence: "agreements.rule.silence",
  amount: "agreements.rule.atMost",
  counting: "agreements.aspect.counting",
  excess: "agreements.aspect.excess",
  consent: "agreements.rule.consent",
  priority: "agreements.rule.priority",
  channel: "agreements.rule.channel",
  assumption: "agreements.aspect.assumption",
  confidence: "agreements.aspect.confidence",
  source: "agreements.column.source",
  article: "agreements.aspect.article",
  title: "agreements.aspect.title",
  id: "agreements.aspect.id",
  instrument: "agreements.column.agreement",
};
export const aspectText = (aspect: string): MessageId => ASPECTS[aspect] ?? "agreements.aspect.other";

const EFFECTS: Readonly<Record<string, MessageId>> = {
  stricter: "agreements.effect.stricter",
  looser: "agreements.effect.looser",
  wider: "agreements.effect.wider",
  narrower: "agreements.effect.narrower",
  other: "agreements.effect.other",
};
export const effectText = (effect: string): MessageId => EFFECTS[effect] ?? "agreements.effect.unknown";

const CHANGES: Readonly<Record<string, MessageId>> = {
  added: "agreements.change.added",
  removed: "agreements.change.removed",
  moved: "agreements.change.moved",
};
export const changeText = (change: string): MessageId => CHANGES[change] ?? "agreements.change.changed";

const CONCERNS: Readonly<Record<string, MessageId>> = {
  "owes more": "agreements.concern.owesMore",
  "owes less": "agreements.concern.owesLess",
  "owes otherwise": "agreements.concern.owesOtherwise",
  "is owed more": "agreements.concern.owedMore",
  "is owed less": "agreements.concern.owedLess",
  "is owed otherwise": "agreements.concern.owedOtherwise",
  "may more": "agreements.concern.mayMore",
  "may less": "agreements.concern.mayLess",
  "may otherwise": "agreements.concern.mayOtherwise",
  "is limited more": "agreements.concern.limitedMore",
  "is limited less": "agreements.concern.limitedLess",
};
export const concernText = (concern: string): MessageId => CONCERNS[concern] ?? "agreements.concern.limitedOtherwise";
