import { type RecommendationDecision, recommendationStates, recommendationsAmong } from "@kelisim/analysis";
import type { DecisionRequest, DecisionView, Evidence } from "@kelisim/api";
import {
  type Dated,
  type Decision,
  firstDay,
  formatDated,
  identityIn,
  isRefusal,
  lastDay,
  parseDated,
} from "@kelisim/model";
import type { RecordedDecision } from "@kelisim/store";
import { badRequest } from "../../http/problem.ts";
import { proofOf, wholeTables } from "../../proof.ts";
import type { Asked } from "../standpoint.ts";
import type { EvidenceNeeds } from "./claims.ts";
import { statementOf } from "./claims.ts";

/** What the asking body recorded on recommendations, and how it is called; `mayDecide`: whether it may record more. */
export interface OwnDecisions {
  readonly by: string;
  readonly decisions: readonly RecordedDecision[];
  readonly mayDecide: boolean;
}

/** A body that speaks for nobody has recorded nothing. */
export const NO_DECISIONS: OwnDecisions = { by: "", decisions: [], mayDecide: false };

interface Placed extends RecommendationDecision {
  readonly row?: Decision;
  readonly own?: RecordedDecision;
}

/** Recommendations of the sources, each with what sources and the asking body tell became of it on the day. */
export function recommendationsData(
  needs: EvidenceNeeds,
  { today }: Asked,
  own: OwnDecisions = NO_DECISIONS,
): Evidence["recommendations"] {
  const { region, words } = needs;
  const placed = [...region.decisions.map(placedRow), ...own.decisions.flatMap(placedOwn)];
  const counting = placed.filter((each) => !isReplaced(each, own.decisions));
  const inputs = [
    ...wholeTables(region, ["claims", "decisions"]),
    ...(own.decisions.length === 0
      ? []
      : [{ of: "own decisions", name: own.by, vintage: "", rows: own.decisions.length }]),
  ];
  const made = recommendationStates(region.claims, counting, today, inputs);
  const states = new Map(made.value.map((state) => [state.claim, state]));
  const items = recommendationsAmong(region.claims).map((claim) => {
    const { state, by } = states.get(claim.id)!;
    const its = placed.filter((each) => each.claim === claim.id && lastDay(each.date) <= today);
    return {
      ...statementOf(claim, needs),
      ...(claim.subject === undefined ? {} : { subject: claim.subject }),
      ...(claim.check === undefined ? {} : { check: claim.check }),
      state,
      decisions: its
        .map((each) => ({ each, counts: by.includes(each) }))
        .sort((a, b) => Number(b.counts) - Number(a.counts) || lastDay(b.each.date) - lastDay(a.each.date))
        .map(({ each, counts }) => decisionData(each, counts, own.by, needs)),
    };
  });
  return { items, made: proofOf(made, words.language), mayDecide: own.mayDecide };
}

const placedRow = (row: Decision): Placed => ({
  claim: row.claim,
  state: row.state,
  date: row.date,
  source: row.source,
  row,
});

function placedOwn(own: RecordedDecision): readonly Placed[] {
  const date = decidedBy(own);
  return date === undefined ? [] : [{ claim: own.claim, state: own.state, date, source: own.source, own }];
}

/** When a body decided: "2026" that was recorded in November was decided by the day on which it was recorded. */
function decidedBy({ decided, at }: RecordedDecision): Dated | undefined {
  const [date, recorded] = [parseDated(decided), parseDated(at.slice(0, 10))];
  if (isRefusal(date) || isRefusal(recorded)) return undefined;
  return lastDay(date) > lastDay(recorded) ? recorded : date;
}

/** Whether the same body recorded another decision later, of the same time or a later one. */
function isReplaced({ own, date, claim }: Placed, decisions: readonly RecordedDecision[]): boolean {
  if (own === undefined) return false;
  const at = decisions.indexOf(own);
  return decisions.slice(at + 1).some((later) => {
    const other = decidedBy(later);
    return later.claim === claim && other !== undefined && lastDay(other) >= lastDay(date);
  });
}

function decisionData(
  { state, date, source, row, own }: Placed,
  counts: boolean,
  by: string,
  { general }: EvidenceNeeds,
): DecisionView {
  const shared = { state, date: formatDated(date), source, counts };
  if (row === undefined)
    return {
      ...shared,
      date: own!.decided,
      of: "own body",
      by,
      recorded: own!.at,
      unverified: false,
      ...(own!.note === undefined ? {} : { note: own!.note }),
    };
  return {
    ...shared,
    of: "region",
    ...(row.location === undefined ? {} : { location: row.location }),
    confidence: row.confidence,
    unverified: general(source),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}

/** Throws 400 for a claim that recommends nothing here, a day that is none or is still to come, and text that holds an identity. */
export function checkDecision(
  { claim, date, source, note }: DecisionRequest,
  { region }: Pick<EvidenceNeeds, "region">,
  today: number,
): void {
  if (!recommendationsAmong(region.claims).some(({ id }) => id === claim))
    throw badRequest("/body/claim", `"${claim}" is no recommendation of this region`);
  const read = parseDated(date);
  if (isRefusal(read)) throw badRequest("/body/date", read.refusal, read.mend);
  if (firstDay(read) > today) throw badRequest("/body/date", "is still to come", "a decision has a day that is over");
  for (const [name, text] of [["source", source] as const, ["note", note ?? ""] as const]) {
    const identity = identityIn(text);
    if (identity !== undefined) throw badRequest(`/body/${name}`, identity.refusal, identity.mend);
  }
}
