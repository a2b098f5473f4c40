import type {
  EndingEvidence,
  FigureEvidence,
  MoneyBehindState,
  PrintedEvidence,
  Recommendation,
  SourceWeight,
  SupportState,
} from "@kelisim/api";
import type { MessageId } from "../../texts/ids.ts";
import type { Shape, StateToken } from "../states.ts";

/** A state as it is shown: a mark, its colour and the words that say the same. */
export interface Shown {
  readonly shape: Shape;
  readonly token: StateToken;
  readonly text: MessageId;
}

const shown = (shape: Shape, token: StateToken, text: MessageId): Shown => ({ shape, token, text });

export const SUPPORT_WORDS: Readonly<Record<SupportState, Shown>> = {
  supported: shown("circle-dot", "ink2", "evidence.supported"),
  contradicted: shown("bars", "unv", "evidence.contradicted"),
  "nothing that counts": shown("square-dashed", "unv", "evidence.nothingCounts"),
};

/** The states of support in a list of choices, where no number stands beside them. */
export const SUPPORT_SHORT: Readonly<Record<SupportState, MessageId>> = {
  supported: "evidence.supported.short",
  contradicted: "evidence.contradicted.short",
  "nothing that counts": "evidence.nothingCounts.short",
};

export const FINDING_WORDS: Readonly<Record<PrintedEvidence["findings"][number]["kind"], Shown>> = {
  "part above whole": shown("bars", "unv", "evidence.finding.above"),
  "parts do not add up": shown("bars", "unv", "evidence.finding.sum"),
  "total among parts": shown("bars", "unv", "evidence.finding.total"),
  "growth does not follow": shown("bars", "unv", "evidence.finding.growth"),
  "out of line": shown("bars", "unv", "evidence.finding.outOfLine"),
};
export const NO_FINDING: Shown = shown("circle-dot", "ink2", "evidence.finding.none");

export const WEIGHT_WORDS: Readonly<Record<SourceWeight, MessageId>> = {
  counts: "evidence.weight.counts",
  "machine-written": "evidence.weight.machine",
  "general knowledge": "evidence.weight.general",
  "not in the table of sources": "evidence.weight.unknown",
};

export const FIGURE_WORDS: Readonly<Record<FigureEvidence["state"], Shown>> = {
  one: shown("circle-dot", "ink2", "evidence.figure.one"),
  agree: shown("circle-filled-tick", "ink2", "evidence.figure.agree"),
  "agree as printed": shown("circle-dot", "ink2", "evidence.figure.printed"),
  differ: shown("bars", "unv", "evidence.figure.differ"),
  "no value": shown("circle-hatched", "none", "evidence.figure.none"),
};

export const RECOMMENDATION_WORDS: Readonly<Record<Recommendation["state"], Shown>> = {
  open: shown("circle", "ink2", "evidence.recommendation.open"),
  done: shown("circle-filled-tick", "met", "evidence.recommendation.done"),
  rejected: shown("circle-slash", "ink2", "evidence.recommendation.rejected"),
  "sources disagree": shown("bars", "unv", "evidence.recommendation.disagree"),
  "nothing known": shown("circle-hatched", "none", "evidence.recommendation.unknown"),
};

export const MONEY_WORDS: Readonly<Record<MoneyBehindState, Shown>> = {
  "budget known": shown("circle-filled-tick", "ink2", "evidence.money.known"),
  "budget not known": shown("circle-dot", "ink2", "evidence.money.budgetUnknown"),
  "dates not known": shown("circle-hatched", "none", "evidence.money.datesUnknown"),
  "none in our table": shown("circle", "none", "evidence.money.noneInTable"),
  none: shown("circle", "ink2", "evidence.money.none"),
  "no threat named": shown("square-dashed", "none", "evidence.money.noThreat"),
};

/** The states of money in the order of a list of choices, each with how many rows are in it; none without rows. */
export function moneyChoices(states: readonly MoneyBehindState[]) {
  return (Object.keys(MONEY_WORDS) as MoneyBehindState[]).flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    return count === 0 ? [] : [{ state, count }];
  });
}

export const ENDING_WORDS: Readonly<Record<EndingEvidence["state"], Shown>> = {
  followed: shown("circle-filled-tick", "ink2", "evidence.ending.followed"),
  "named without dates": shown("circle-hatched", "none", "evidence.ending.undated"),
  "none in our table": shown("circle", "none", "evidence.ending.none"),
};

export const WHY_WORDS: Readonly<Record<EndingEvidence["successors"][number]["why"], MessageId>> = {
  "later phase": "evidence.why.phase",
  declared: "evidence.why.declared",
  "theme and country": "evidence.why.theme",
};
