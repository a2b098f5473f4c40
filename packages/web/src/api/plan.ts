import type { Plan, PlanAnswer } from "@kelisim/api";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../state/standpoint.ts";
import { send } from "./client.ts";

/** What would follow from a plan. It is asked by POST, as a plan may be long, and nothing of it is kept. */
export const planQuery = (region: string, plan: Plan, query: Address) =>
  queryOptions({
    queryKey: ["region", region, "/plan", query, plan],
    queryFn: ({ signal }) =>
      send<PlanAnswer>("POST", `/regions/${encodeURIComponent(region)}/plan`, plan, { query, signal }),
  });
