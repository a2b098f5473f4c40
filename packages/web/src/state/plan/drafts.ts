import type { DraftBody, KindForm, Plan, PlanAnswer } from "@kelisim/api";
import type { Address } from "../standpoint.ts";
import type { PlanKind } from "./values.ts";

/** The plan itself as a draft of a record; its place is what the node judged, or the first corner. */
export function planDraft(kind: PlanKind, plan: Plan, places: PlanAnswer["places"], address: Address): DraftBody {
  const at = places[0] ?? plan.points?.[0];
  return {
    record: {
      kind: plan.kind,
      ...(plan.from === undefined ? {} : { from: plan.from }),
      ...(plan.to === undefined ? {} : { to: plan.to }),
      ...(plan.under === undefined ? {} : { under: [plan.under] }),
      content: {
        ...plan.content,
        ...(kind.place === undefined || at === undefined ? {} : { [kind.place]: { lat: at.lat, lon: at.lon } }),
      },
    },
    context: { plan: { ...address } },
  };
}

/**
 * The draft of one act that would do for several duties: addressed to all of them, naming the plan's record where the
 * kind asks for one of that kind, and with what the plan says under the same names and types.
 */
export function togetherDraft(
  each: PlanAnswer["together"][number],
  form: KindForm,
  plan: Plan,
  planned: { readonly kind: PlanKind; readonly id: string | undefined },
  address: Address,
): DraftBody {
  const content: Record<string, unknown> = {};
  for (const { name, type, of } of form.fields) {
    const same = planned.kind.fields.find((field) => field.name === name && field.type === type);
    if (type === "record" && of === plan.kind && planned.id !== undefined) content[name] = planned.id;
    else if (same !== undefined && plan.content[name] !== undefined) content[name] = plan.content[name];
  }
  return {
    record: {
      kind: each.kind,
      ...(plan.from === undefined ? {} : { from: plan.from }),
      to: each.to.filter((party) => party !== plan.from),
      under: each.under,
      content,
    },
    context: { plan: { ...address } },
  };
}
