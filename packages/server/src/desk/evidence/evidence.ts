import type { Evidence } from "@kelisim/api";
import { coverageOf, disputesOf, generalKnowledge } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import { type ClaimFilters, claimsData } from "./claims.ts";
import { NO_DECISIONS, recommendationsData } from "./decisions.ts";
import { figuresData } from "./figures.ts";
import { endingsData, tasksData } from "./money.ts";
import { printedData } from "./printed.ts";

/** What the region's tables say, who says it, and what stands behind it on the asked day. */
export function evidenceData(desk: Desk, asked: Asked, filters: ClaimFilters, own = NO_DECISIONS): Evidence {
  const { region } = desk;
  const words = desk.words(asked.language);
  const needs = { region, words, general: generalKnowledge(region.sources) };
  return {
    standpoint: standpointData(asked, desk),
    claims: claimsData(needs, filters),
    indicators: figuresData(needs),
    printed: printedData(needs),
    recommendations: recommendationsData(needs, asked, own),
    tasks: tasksData(desk, needs, asked),
    endings: endingsData(desk, needs, asked),
    disputes: disputesOf(desk, [...region.claims, ...region.indicators, ...region.printed, ...region.programmes]),
    coverage: coverageOf(desk, [
      "claims",
      "decisions",
      "indicators",
      "printed",
      "programmes",
      "same_figures",
      "threats",
      "timeline",
      "undertakings",
    ]),
  };
}
