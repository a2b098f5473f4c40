import type {
  Audit,
  EraseBody,
  Erasure,
  Erasures,
  NewBody,
  NodeBodies,
  NodeBody,
  NodeHead,
  NodePerson,
  NodeSettings,
  NodeSettingsAnswer,
  NodeState,
  PartyExport,
  PartyImport,
  PersonLink,
  Place,
  RetentionRun,
  SessionRow,
  Subscription,
  SubscriptionBody,
  Subscriptions,
} from "@kelisim/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Membership } from "../state/node/memberships.ts";
import type { Address } from "../state/standpoint.ts";
import { answersIn } from "../texts/answers.ts";
import { apiPath, get, send } from "./client.ts";
import { NoConnection, problemOf } from "./problem.ts";
import { regionQuery } from "./queries.ts";

const nodeQuery = <T>(path: string, query: Address = {}) =>
  queryOptions({
    queryKey: ["node", path, query],
    queryFn: ({ signal }) => get<T>(path, query, signal),
    // People who administer see what they and others have just done.
    staleTime: 0,
  });

export const nodeHeadQuery = nodeQuery<NodeHead>("/node");
export const nodeStateQuery = nodeQuery<NodeState>("/node/state");
export const nodeBodiesQuery = nodeQuery<NodeBodies>("/node/bodies");
/** Kinds of records are named in the language asked for. */
export const nodeSettingsQuery = (lang: string) => nodeQuery<NodeSettingsAnswer>("/node/settings", { lang });
export const peopleQuery = nodeQuery<readonly NodePerson[]>("/people");
export const mySessionsQuery = nodeQuery<readonly SessionRow[]>("/me/sessions");

interface Page {
  readonly next?: string;
}

const pages = <T extends Page>(path: string, query: Address) =>
  infiniteQueryOptions({
    queryKey: ["node", path, query],
    queryFn: ({ signal, pageParam }) => get<T>(path, { ...query, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: T) => last.next,
    staleTime: 0,
  });

export const auditPages = (query: Address) => pages<Audit>("/node/audit", query);
export const erasurePages = pages<Erasures>("/node/erasures", {});

const bodyPath = ({ region, party, id }: Pick<NodeBody, "region" | "party" | "id">) =>
  `/node/bodies/${[region, party, id].map(encodeURIComponent).join("/")}`;

export const addBody = (body: NewBody) => send<NodeBody>("POST", "/node/bodies", body);
export const renameBody = (body: NodeBody, name: string, kind: string) =>
  send<NodeBody>("PUT", bodyPath(body), { name, kind });
export const removeBody = (body: NodeBody) => send<void>("DELETE", bodyPath(body));

const personPath = (id: string) => `/people/${encodeURIComponent(id)}`;

export const invite = (person: {
  readonly name: string;
  readonly email?: string;
  readonly memberships: readonly Membership[];
}) => send<PersonLink>("POST", "/people", person);
export const newLink = (id: string) => send<PersonLink>("POST", `${personPath(id)}/link`);
export const saveMemberships = (id: string, memberships: readonly Membership[]) =>
  send<NodePerson>("PUT", `${personPath(id)}/memberships`, { memberships });
export const removePerson = (id: string) => send<void>("DELETE", personPath(id));
export const endSessionsOf = (id: string) => send<void>("DELETE", `${personPath(id)}/sessions`);
export const endMySession = (id: string) => send<void>("DELETE", `/me/sessions/${encodeURIComponent(id)}`);

export const saveNodeSettings = (settings: NodeSettings) => send<NodeSettingsAnswer>("PUT", "/node/settings", settings);
export const runRetention = () => send<RetentionRun>("POST", "/node/retention");
export const eraseRecord = (body: EraseBody) => send<Erasure>("POST", "/node/erasures", body);

export const makeExport = (place: Place) => send<PartyExport>("POST", "/node/exports", place);
export const exportHref = (id: string) => apiPath(`/node/exports/${id}/archive.zip`);
export const exportFileHref = (id: string, name: string) => apiPath(`/node/exports/${id}/file`, { name });

/** Sends an archive in as it is: the browser reads it from disk while it goes. */
export async function bringIn(archive: File): Promise<PartyImport> {
  const address = apiPath("/node/imports");
  const response = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      accept: "application/json, application/problem+json",
      "content-type": "application/zip",
      "accept-language": answersIn(),
    },
    body: archive,
  }).catch(() => Promise.reject(new NoConnection(address)));
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as PartyImport;
}

const subscriptionPath = (region: string) => `/regions/${encodeURIComponent(region)}/subscriptions`;

export const subscriptionsQuery = (region: string) => ({
  ...regionQuery<Subscriptions>(region, "/subscriptions"),
  staleTime: 0,
});
export const subscribe = (region: string, body: SubscriptionBody) =>
  send<Subscription>("POST", subscriptionPath(region), body);
export const changeSubscription = (region: string, id: string, body: SubscriptionBody) =>
  send<Subscription>("PUT", `${subscriptionPath(region)}/${id}`, body);
export const unsubscribe = (region: string, id: string) => send<void>("DELETE", `${subscriptionPath(region)}/${id}`);
