import { type QueryKey, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { lastView } from "./last-view.ts";
import { ApiProblem, NoConnection } from "./problem.ts";

/** Said of what was asked for itself: it is not there, or not for this reader. No earlier view may stand in its place. */
const ABOUT_ITSELF: readonly number[] = [401, 403, 404, 410];

/** Whether a problem leaves the last view standing: all but those that say that there is nothing to see. */
export const leavesLastView = (error: unknown): boolean =>
  !(error instanceof ApiProblem && ABOUT_ITSELF.includes(error.status));

export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  /** Another, earlier view stands in for it. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => Promise<unknown>;
}

/**
 * An answer of the node for a screen: like `useQuery`, but once something was shown it stays, with its own "as known
 * on", while the next answer cannot be had. What failed is told by the banner of the shell (`lastView`). Where the query
 * itself refuses earlier data (`placeholderData`), so does this.
 */
export function useAnswer<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): Answer<T> {
  const query = useQuery(options);
  const last = useRef<T>(undefined);
  if (query.data !== undefined) last.current = query.data;
  const { error, refetch } = query;
  const fits = query.data ?? fitting(options, last.current);
  const stays = error !== null && leavesLastView(error) && fits !== undefined;
  const waits = query.fetchStatus === "paused" && query.isPlaceholderData;
  useEffect(() => {
    const again = () => void refetch();
    if (stays) return lastView.failed({ error, again });
    if (waits) return lastView.failed({ error: new NoConnection("the last view stays"), again });
  }, [stays, waits, error, refetch]);
  return {
    data: stays ? fits : query.data,
    error: stays ? null : error,
    isPlaceholderData: stays || query.isPlaceholderData,
    refetch,
  };
}

function fitting<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>, last: T | undefined): T | undefined {
  if (!("placeholderData" in options)) return last;
  const { placeholderData } = options;
  const given =
    typeof placeholderData === "function"
      ? (placeholderData as (last: T | undefined, query: undefined) => unknown)(last, undefined)
      : placeholderData;
  return given as T | undefined;
}
