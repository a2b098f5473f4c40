import type { Plan, PlanAnswer, PlanNotice } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { createDraft } from "../../api/records.ts";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { noticeDraft, planDraft } from "../../state/plan/drafts.ts";
import type { PlanKind } from "../../state/plan/values.ts";
import { useText } from "../../texts/use-text.ts";

export type Saving =
  | { readonly kind: "not asked" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly count: number }
  | { readonly kind: "not saved"; readonly error: unknown; readonly count: number };

/** Keeps the plan as a draft of the own body, alone or with drafts of notices about it. */
export function useDrafts(kind: PlanKind, plan: Plan, answer: PlanAnswer | undefined) {
  const { language } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ kind: "not asked" });

  /** The plan as it was kept last: further notices about it name that draft. */
  const kept = useRef<{ readonly key: string; readonly id: string | undefined }>(undefined);

  const keep = async (notices: readonly PlanNotice[]) => {
    if (saving.kind === "saving") return;
    setSaving({ kind: "saving" });
    let count = 0;
    try {
      const body = planDraft(kind, plan, answer, address);
      // The same plan asked a moment later is the same.
      const key = JSON.stringify({ ...body.record, occurred: undefined });
      if (kept.current?.key !== key || notices.length === 0) {
        const { record } = await createDraft(region.id, body, language);
        kept.current = { key, id: typeof record.id === "string" ? record.id : undefined };
        count += 1;
      }
      for (const notice of notices) {
        await createDraft(region.id, noticeDraft(notice, kept.current.id, address), language);
        count += 1;
      }
      setSaving({ kind: "saved", count });
    } catch (error) {
      setSaving({ kind: "not saved", error, count });
    }
    await client.invalidateQueries({ queryKey: ["region", region.id, "/drafts"] });
  };
  return { saving, keep };
}
