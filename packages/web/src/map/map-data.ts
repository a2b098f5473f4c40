import type { Basemap, Borders, Places } from "@kelisim/api";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "../api/client.ts";
import { regionQuery } from "../api/queries.ts";
import type { Address } from "../state/standpoint.ts";

const path = (region: string, what: string) => `/regions/${encodeURIComponent(region)}/${what}`;

/** Lands and lines change only with the node's program: asked once. */
export const basemapQuery = (region: string, lang: string) =>
  queryOptions({
    queryKey: ["basemap", region, lang],
    queryFn: ({ signal }) => get<Basemap>(path(region, "basemap"), { lang }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const placesQuery = (region: string, lang: string) =>
  queryOptions({
    queryKey: ["places", region, lang],
    queryFn: ({ signal }) => get<Places>(path(region, "places"), { lang }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const bordersQuery = (region: string, { on, known, as, lang }: Address) =>
  regionQuery<Borders>(region, "/borders", { on, known, as, lang });

/** What every map of a region is drawn from: undefined until it is there. */
export function useMapData(region: string, asked: Address) {
  const lang = asked.lang ?? "en";
  const basemap = useQuery(basemapQuery(region, lang));
  const places = useQuery(placesQuery(region, lang));
  const borders = useQuery(bordersQuery(region, asked));
  return {
    basemap: basemap.data,
    places: places.data,
    borders: borders.data,
    error: basemap.error ?? places.error ?? borders.error,
    retry: () => {
      for (const each of [basemap, places, borders]) if (each.error) void each.refetch();
    },
  };
}
