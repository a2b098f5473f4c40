import type {
  AskedFigure,
  BoundBrief,
  Brief,
  BriefChoices,
  BriefFormat,
  Briefs,
  FrozenVersion,
  Paper,
  RecordedBrief,
  SignBrief,
  StaleBriefs,
  WithdrawBrief,
} from "@kelisim/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiPath, get, send } from "./client.ts";
import { regionQuery } from "./queries.ts";

const at = (region: string) => `/regions/${encodeURIComponent(region)}`;
const one = (id: string) => `/briefs/${encodeURIComponent(id)}`;

export const briefsQuery = (region: string) => regionQuery<Briefs>(region, "/briefs");
export const staleQuery = (region: string) => regionQuery<StaleBriefs>(region, "/briefs/stale");
export const choicesQuery = (region: string) => regionQuery<BriefChoices>(region, "/briefs/choices");
export const briefQuery = (region: string, id: string) => ({
  ...regionQuery<Brief>(region, one(id)),
  // Another brief is no last view of this one.
  placeholderData: (last: Brief | undefined) => (last?.id === id ? last : undefined),
});
export const paperQuery = (region: string, id: string) => ({
  ...regionQuery<Paper>(region, `/papers/${encodeURIComponent(id)}`),
  placeholderData: (last: Paper | undefined) => (last?.id === id ? last : undefined),
});
export const frozenQuery = (region: string, id: string, number: number) =>
  regionQuery<FrozenVersion>(region, `${one(id)}/versions/${number}`);

/** A text set beside the data of now; the last answer stays while the next is on its way. */
export const boundQuery = (region: string, text: string) =>
  queryOptions({
    queryKey: ["region", region, "/briefs/bind", text],
    queryFn: ({ signal }) => send<BoundBrief>("POST", `${at(region)}/briefs/bind`, { text }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });

export const readBrief = (region: string, id: string) => get<Brief>(`${at(region)}${one(id)}`);
export const createBrief = (region: string, text: string, note: string) =>
  send<Brief>("POST", `${at(region)}/briefs`, { text, note });
export const saveBrief = (region: string, brief: Brief, text: string, note: string) =>
  send<Brief>("PUT", `${at(region)}${one(brief.id)}`, { text, note }, { ifMatch: brief.tag });
export const signBrief = (region: string, brief: Brief, sign: SignBrief) =>
  send<Brief>("POST", `${at(region)}${one(brief.id)}/sign`, sign, { ifMatch: brief.tag });
export const withdrawBrief = (region: string, brief: Brief, body: WithdrawBrief) =>
  send<Brief>("POST", `${at(region)}${one(brief.id)}/withdraw`, body, { ifMatch: brief.tag });
/** Puts a brief away (`true`), or brings it back. */
export const archiveBrief = (region: string, brief: Brief, away: boolean) =>
  send<Brief>("POST", `${at(region)}${one(brief.id)}/archive`, { away }, { ifMatch: brief.tag });
export const removeBrief = (region: string, brief: Brief) =>
  send<void>("DELETE", `${at(region)}${one(brief.id)}`, undefined, { ifMatch: brief.tag });
export const recordBrief = (region: string, text: string, figures?: readonly number[]) =>
  send<RecordedBrief>("POST", `${at(region)}/briefs/record`, { text, ...(figures === undefined ? {} : { figures }) });
export const askFigure = (region: string, asked: string, lang: "en" | "ru") =>
  send<AskedFigure>("POST", `${at(region)}/briefs/ask`, { asked, lang });

export const briefFile = (region: string, id: string, number: number, format: BriefFormat) =>
  apiPath(`${at(region)}${one(id)}/versions/${number}/file.${format}`);
export const paperFile = (region: string, id: string, format: BriefFormat) =>
  apiPath(`${at(region)}/papers/${encodeURIComponent(id)}/file.${format}`);
