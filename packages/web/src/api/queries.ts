import type { Explanation, Session, Today } from "@kelisim/api";
import { keepPreviousData, onlineManager, QueryClient, queryOptions } from "@tanstack/react-query";
import type { Address } from "../state/standpoint.ts";
import { AWAY, get } from "./client.ts";
import { connection } from "./connection.ts";
import { ApiProblem } from "./problem.ts";

/**
 * While the node is away what is asked waits for it, and what was shown stays; it is asked once the node is back. The
 * browser's own "offline" says nothing of a node on the same computer.
 */
onlineManager.setEventListener((setOnline) => connection.subscribe(() => setOnline(connection.current().up)));

const isAway = (error: unknown): boolean => !(error instanceof ApiProblem) || AWAY.includes(error.status);

/** The page's memory of answers. A problem is an answer: only where the node is away it is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => isAway(error) && count < 3,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 15_000),
      // While the next answer is on its way the last one stays, with its own "as known on".
      placeholderData: keepPreviousData,
    },
  },
});

/** Who is signed in, with the names of regions and parties in a language. */
export const sessionQuery = (lang: string) =>
  queryOptions({
    queryKey: ["session", lang],
    queryFn: ({ signal }) => get<Session>("/session", { lang }, signal),
    staleTime: 5 * 60_000,
  });

/** A screen's answer for a region: `regionQuery<Plan>("central-asia", "/plan", query)`. */
export const regionQuery = <T>(region: string, path: string, query: Address = {}) =>
  queryOptions({
    queryKey: ["region", region, path, query],
    queryFn: ({ signal }) => get<T>(`/regions/${encodeURIComponent(region)}${path}`, query, signal),
  });

export const todayQuery = (region: string, query: Address) => regionQuery<Today>(region, "/today", query);
export const explanationQuery = (region: string, query: Address) =>
  regionQuery<Explanation>(region, "/explanation", query);
