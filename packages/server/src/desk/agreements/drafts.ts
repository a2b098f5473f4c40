import type { AgreementDraft } from "@kelisim/api";
import type { BodyStore, Draft } from "@kelisim/store";

/** Drafts of agreements stand among those of records under a kind that no record can have: a space is in no kind's name. */
export const AGREEMENT_DRAFT = "agreement text";

/** The drafts that a body has of one instrument, the one changed last first. */
export async function agreementDrafts(store: BodyStore, instrument: string): Promise<readonly AgreementDraft[]> {
  const all = await store.drafts.list();
  return all
    .filter(({ kind, record }) => kind === AGREEMENT_DRAFT && record.instrument === instrument)
    .sort((a, b) => b.changed.localeCompare(a.changed))
    .map(draftData);
}

export async function agreementDraft(
  store: BodyStore,
  instrument: string,
  id: string,
): Promise<AgreementDraft | undefined> {
  const draft = await store.drafts.get(id);
  return draft?.kind === AGREEMENT_DRAFT && draft.record.instrument === instrument ? draftData(draft) : undefined;
}

export function draftData(draft: Draft): AgreementDraft {
  const { id, title, record, context, draftedBy, changed, version } = draft;
  return {
    id,
    instrument: String(record.instrument),
    title,
    text: String(record.text ?? ""),
    base: String(context.base ?? "region"),
    draftedBy: [...draftedBy],
    changed,
    version,
  };
}
