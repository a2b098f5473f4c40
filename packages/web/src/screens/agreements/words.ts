import type { AgreementClause, AgreementHead, AgreementStanding, RuleLabel } from "@kelisim/api";
import type { StateEntry } from "../../state/states.ts";
import type { MessageId } from "../../texts/ids.ts";

/** Words for what the node gives as plain values. */
export const KIND: Readonly<Record<AgreementHead["kind"], MessageId>> = {
  treaty: "agreements.kind.treaty",
  "politically binding": "agreements.kind.political",
  voluntary: "agreements.kind.voluntary",
};

export const STANDING: Readonly<Record<AgreementStanding, MessageId>> = {
  bound: "agreements.standing.bound",
  unverified: "agreements.standing.unverified",
  suspended: "agreements.standing.suspended",
  "not yet": "agreements.standing.notYet",
  signed: "agreements.standing.signed",
  ended: "agreements.standing.ended",
  "no row": "agreements.standing.noRow",
};

/** The mark of a standing: filled where a row tells it, outlined where it is ahead, dashed where it is not verified. */
export const STANDING_MARK: Readonly<Record<AgreementStanding, Pick<StateEntry, "shape" | "token">>> = {
  bound: { shape: "bars", token: "accent" },
  unverified: { shape: "square-dashed", token: "unv" },
  suspended: { shape: "pause", token: "none" },
  "not yet": { shape: "circle", token: "ink2" },
  signed: { shape: "circle", token: "ink2" },
  ended: { shape: "circle-slash", token: "none" },
  "no row": { shape: "dash", token: "none" },
};

const DOUBTS: Readonly<Record<string, MessageId>> = {
  "effect date unknown": "agreements.doubt.effect",
  "coarse date": "agreements.doubt.coarse",
  "general knowledge only": "agreements.doubt.general",
  "low confidence": "agreements.doubt.low",
  dispute: "agreements.doubt.dispute",
};
export const doubtText = (doubt: string): MessageId => DOUBTS[doubt] ?? "agreements.doubt.low";

export const FORM: Readonly<Record<AgreementClause["form"], MessageId>> = {
  duty: "agreements.form.duty",
  right: "agreements.form.right",
  limit: "agreements.form.limit",
  prohibition: "agreements.form.prohibition",
  standing: "agreements.form.standing",
};

export const LABEL: Readonly<Record<RuleLabel, MessageId>> = {
  when: "agreements.rule.when",
  who: "agreements.rule.who",
  act: "agreements.rule.act",
  by: "agreements.rule.by",
  notBefore: "agreements.rule.notBefore",
  atMost: "agreements.rule.atMost",
  silence: "agreements.rule.silence",
  channel: "agreements.rule.channel",
  priority: "agreements.rule.priority",
  consent: "agreements.rule.consent",
};
