import type { Plan, PlanAnswer } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createDraft, kindFormQuery } from "../../api/records.ts";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { planDraft, togetherDraft } from "../../state/plan/drafts.ts";
import type { PlanKind } from "../../state/plan/values.ts";
import { useText } from "../../texts/use-text.ts";

export type Saving =
  | { readonly kind: "not asked" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly count: number; readonly id: string }
  | { readonly kind: "not saved"; readonly error: unknown; readonly count: number };

/** Keeps the plan as a draft of the own body, alone or with a draft of each act that does for several duties. */
export function useDrafts(kind: PlanKind, plan: Plan, answer: PlanAnswer | undefined) {
  const { language } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ kind: "not asked" });

  const keep = async (withNotices: boolean) => {
    if (saving.kind === "saving") return;
    setSaving({ kind: "saving" });
    let count = 0;
    try {
      const planned = await createDraft(region.id, planDraft(kind, plan, answer?.places ?? [], address), language);
      count += 1;
      const { id } = planned.record;
      for (const each of withNotices ? (answer?.together ?? []) : []) {
        const { placeholderData: _, ...query } = kindFormQuery(region.id, each.kind, language);
        const form = await client.fetchQuery(query);
        const made = { kind, id: typeof id === "string" ? id : undefined };
        await createDraft(region.id, togetherDraft(each, form, plan, made, address), language);
        count += 1;
      }
      setSaving({ kind: "saved", count, id: planned.id });
    } catch (error) {
      setSaving({ kind: "not saved", error, count });
    }
    await client.invalidateQueries({ queryKey: ["region", region.id, "/drafts"] });
  };
  return { saving, keep };
}
