import type {
  AdoptBody,
  Agreement,
  AgreementCompare,
  AgreementDraft,
  AgreementDraftBody,
  AgreementOverlaps,
  AgreementPreview,
  Agreements,
  AgreementVersion,
  OfficialText,
  OfficialTextBody,
  RegionTexts,
  Trial,
} from "@kelisim/api";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../state/standpoint.ts";
import { get, send } from "./client.ts";
import { regionQuery } from "./queries.ts";

const one = (id: string) => `/agreements/${encodeURIComponent(id)}`;
const whole = (region: string, id: string) => `/regions/${encodeURIComponent(region)}${one(id)}`;

export const agreementsQuery = (region: string, query: Address) =>
  regionQuery<Agreements>(region, "/agreements", query);
export const agreementQuery = (region: string, id: string, query: Address) => ({
  ...regionQuery<Agreement>(region, one(id), query),
  // Another agreement's page is no last view of this one.
  placeholderData: (last: Agreement | undefined) => (last?.head.id === id ? last : undefined),
});
export const overlapsQuery = (region: string, id: string, query: Address) =>
  regionQuery<AgreementOverlaps>(region, `${one(id)}/overlaps`, query);
export const textsQuery = (region: string, id: string) =>
  regionQuery<{ readonly texts: readonly OfficialText[] }>(region, `${one(id)}/texts`);
export const versionsQuery = (region: string, id: string) =>
  regionQuery<{ readonly versions: readonly AgreementVersion[] }>(region, `${one(id)}/versions`);
export const draftsQuery = (region: string, id: string) =>
  regionQuery<{ readonly drafts: readonly AgreementDraft[] }>(region, `${one(id)}/drafts`);
export const compareQuery = (region: string, id: string, query: Address) =>
  regionQuery<AgreementCompare>(region, `${one(id)}/compare`, query);

/** The region's files for the language server of an editor. They change only with a decision. */
export const regionTextsQuery = (region: string) =>
  queryOptions({ ...regionQuery<RegionTexts>(region, "/texts"), staleTime: Number.POSITIVE_INFINITY });

export const tagOf = ({ version }: Pick<AgreementDraft, "version">) => `"v${version}"`;

export const readDraft = (region: string, id: string, draft: string) =>
  get<AgreementDraft>(`${whole(region, id)}/drafts/${encodeURIComponent(draft)}`);
export const createDraft = (region: string, id: string, body: AgreementDraftBody) =>
  send<AgreementDraft>("POST", `${whole(region, id)}/drafts`, body);
export const saveDraft = (region: string, id: string, draft: AgreementDraft, body: AgreementDraftBody) =>
  send<AgreementDraft>("PUT", `${whole(region, id)}/drafts/${encodeURIComponent(draft.id)}`, body, {
    ifMatch: tagOf(draft),
  });
export const removeDraft = (region: string, id: string, draft: string) =>
  send<void>("DELETE", `${whole(region, id)}/drafts/${encodeURIComponent(draft)}`);
export const adoptDraft = (region: string, id: string, draft: AgreementDraft, body: AdoptBody) =>
  send<AgreementVersion>("POST", `${whole(region, id)}/drafts/${encodeURIComponent(draft.id)}/adopt`, body, {
    ifMatch: tagOf(draft),
  });
export const tryText = (
  region: string,
  id: string,
  query: Address,
  body: { readonly text: string; readonly from?: string },
) => send<Trial>("POST", `${whole(region, id)}/trial`, body, { query });
export const previewText = (region: string, id: string, query: Address, text: string) =>
  send<AgreementPreview>("POST", `${whole(region, id)}/preview`, { text }, { query });
export const keepText = (region: string, id: string, language: string, body: OfficialTextBody) =>
  send<OfficialText>("PUT", `${whole(region, id)}/texts/${encodeURIComponent(language)}`, body);
export const removeText = (region: string, id: string, language: string) =>
  send<void>("DELETE", `${whole(region, id)}/texts/${encodeURIComponent(language)}`);
