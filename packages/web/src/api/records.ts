import type {
  Draft,
  DraftBody,
  Feed,
  FeedMade,
  ImportReport,
  KindForm,
  Kinds,
  Prefill,
  RecordPage,
  Records,
  RecordTaken,
  RegionBodies,
} from "@kelisim/api";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Address } from "../state/standpoint.ts";
import { apiPath, get, send } from "./client.ts";
import { regionQuery } from "./queries.ts";
import { sendBytes } from "./send-bytes.ts";

const at = (region: string) => `/regions/${encodeURIComponent(region)}`;
const draftAt = (region: string, id: string) => `${at(region)}/drafts/${encodeURIComponent(id)}`;

export const registerQuery = (region: string, query: Address) =>
  infiniteQueryOptions({
    queryKey: ["region", region, "/records", query],
    queryFn: ({ pageParam, signal }) => get<Records>(`${at(region)}/records`, { ...query, ...pageParam }, signal),
    initialPageParam: {} as Address,
    // The pages that follow are of the place that the first one was of, whatever comes in meanwhile.
    getNextPageParam: ({ next }: Records, pages: readonly Records[]) =>
      next === undefined ? undefined : { after: next, held: pages[0]?.place },
  });

export const recordQuery = (region: string, id: string, query: Address) => ({
  ...regionQuery<RecordPage>(region, `/records/${encodeURIComponent(id)}`, query),
  // Another record's page is no last view of this one.
  placeholderData: (last: RecordPage | undefined) => (last?.head.id === id ? last : undefined),
});
export const kindsQuery = (region: string, lang: string) => regionQuery<Kinds>(region, "/kinds", { lang });
export const kindFormQuery = (region: string, kind: string, lang: string) => ({
  ...regionQuery<KindForm>(region, `/kinds/${encodeURIComponent(kind)}`, { lang }),
  placeholderData: (last: KindForm | undefined) => (last?.name === kind ? last : undefined),
});
export const regionBodiesQuery = (region: string) => regionQuery<RegionBodies>(region, "/bodies");
export const prefillQuery = (region: string, line: string, query: Address) =>
  regionQuery<Prefill>(region, "/lines/prefill", { ...query, line });
export const draftsQuery = (region: string, lang: string) =>
  regionQuery<{ readonly drafts: readonly Draft[] }>(region, "/drafts", { lang });
export const draftQuery = (region: string, id: string, lang: string) => ({
  ...regionQuery<Draft>(region, `/drafts/${encodeURIComponent(id)}`, { lang }),
  placeholderData: undefined,
});
export const findRecords = (region: string, query: Address, signal?: AbortSignal) =>
  get<Records>(`${at(region)}/records`, query, signal);

const tagOf = ({ version }: Pick<Draft, "version">) => `"v${version}"`;

export const createDraft = (region: string, body: DraftBody, lang: string) =>
  send<Draft>("POST", `${at(region)}/drafts`, body, { query: { lang } });
export const saveDraft = (region: string, draft: Draft, body: DraftBody, lang: string) =>
  send<Draft>("PUT", draftAt(region, draft.id), body, { ifMatch: tagOf(draft), query: { lang } });
export const removeDraft = (region: string, id: string) => send<void>("DELETE", draftAt(region, id));
export const releaseDraft = (region: string, draft: Draft) =>
  send<RecordTaken>("POST", `${draftAt(region, draft.id)}/release`, undefined, { ifMatch: tagOf(draft) });

export const feedsQuery = (region: string) => regionQuery<{ readonly feeds: readonly Feed[] }>(region, "/feeds");
export const createFeed = (region: string, label: string) => send<FeedMade>("POST", `${at(region)}/feeds`, { label });
export const revokeFeed = (region: string, id: string) =>
  send<void>("DELETE", `${at(region)}/feeds/${encodeURIComponent(id)}`);

/** Sends a file of records; `onSent` tells how much of it has left this computer, from 0 to 1. */
export function sendFile(
  region: string,
  file: File,
  query: Address,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const address = apiPath(`${at(region)}/imports`, { ...query, file: file.name });
  return sendBytes({ address, type: "application/jsonl", file, onSent, signal });
}
