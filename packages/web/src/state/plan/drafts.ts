import type { DraftBody, Plan, PlanAnswer, PlanNotice } from "@kelisim/api";
import type { Address } from "../standpoint.ts";
import type { PlanKind } from "./values.ts";

/**
 * The plan itself as a draft of a record: of an area all corners, and as its point what the node names as its nearest.
 * Before there is an answer it is the first corner.
 */
export function planDraft(
  kind: PlanKind,
  plan: Plan,
  answer: Pick<PlanAnswer, "places" | "standpoint"> | undefined,
  address: Address,
): DraftBody {
  const at = answer?.places[0] ?? plan.points?.[0];
  const corners = plan.points ?? [];
  return {
    record: {
      kind: plan.kind,
      ...(plan.from === undefined ? {} : { from: plan.from }),
      ...(plan.to === undefined ? {} : { to: plan.to }),
      ...(plan.under === undefined ? {} : { under: [plan.under] }),
      ...(answer === undefined ? {} : { occurred: madeAt(answer.standpoint) }),
      content: {
        ...plan.content,
        ...(kind.place === undefined || at === undefined
          ? {}
          : { [kind.place]: { lat: at.lat, lon: at.lon, ...(corners.length > 1 ? { corners } : {}) } }),
      },
    },
    context: { plan: { ...address } },
  };
}

/** A plan is recorded when it is made: as of the question, and not later than the clock says. */
const madeAt = ({ asOf, knownAt }: PlanAnswer["standpoint"]): string => (asOf < knownAt ? asOf : knownAt);

/** A notice of the plan as a draft; `planned` is the id under which the plan itself is kept. */
export function noticeDraft(notice: PlanNotice, planned: string | undefined, address: Address): DraftBody {
  const { kind, from, to, under, channel, occurred, content, refers } = notice;
  const about = Object.fromEntries(refers.map((name) => [name, planned]));
  return {
    record: {
      kind,
      from,
      ...(to.length === 0 ? {} : { to }),
      under,
      ...(channel === undefined ? {} : { channel }),
      occurred,
      content: { ...content, ...about },
    },
    context: { plan: { ...address } },
  };
}
