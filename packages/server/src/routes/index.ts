import type { Routes } from "../app.ts";
import { agreementDraftRoutes } from "./agreement-drafts.ts";
import { agreementRoutes } from "./agreements.ts";
import { auditRoutes } from "./audit.ts";
import { bodyRoutes } from "./bodies.ts";
import { briefRoutes } from "./briefs.ts";
import { cooperationRoutes } from "./cooperation.ts";
import { coverageRoutes } from "./coverage.ts";
import { draftRoutes } from "./drafts.ts";
import { erasureRoutes } from "./erasures.ts";
import { evidenceRoutes } from "./evidence.ts";
import { evidenceTakenRoutes } from "./evidence-taken.ts";
import { explanationRoutes } from "./explanation.ts";
import { feedRoutes } from "./feeds.ts";
import { findRoutes } from "./find.ts";
import { holdingRoutes } from "./holdings.ts";
import { importRoutes } from "./imports.ts";
import { institutionRoutes } from "./institutions.ts";
import { interviewRoutes } from "./interviews.ts";
import { moneyRoutes } from "./money.ts";
import { nodeRoutes } from "./node.ts";
import { officialTextRoutes } from "./official-texts.ts";
import { partyExchangeRoutes } from "./party-exchange.ts";
import { placesRoutes } from "./places.ts";
import { planRoutes } from "./plan.ts";
import { powersRoutes } from "./powers.ts";
import { recordRoutes } from "./records.ts";
import { sessionRoutes } from "./session.ts";
import { situationRoutes } from "./situation.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { tableRoutes } from "./tables.ts";
import { todayRoutes } from "./today.ts";

/** Every topic of the interface, one file each. */
export const ROUTES: readonly Routes[] = [
  planRoutes,
  sessionRoutes,
  todayRoutes,
  agreementRoutes,
  agreementDraftRoutes,
  officialTextRoutes,
  briefRoutes,
  cooperationRoutes,
  coverageRoutes,
  evidenceRoutes,
  evidenceTakenRoutes,
  interviewRoutes,
  explanationRoutes,
  findRoutes,
  holdingRoutes,
  moneyRoutes,
  placesRoutes,
  powersRoutes,
  situationRoutes,
  auditRoutes,
  bodyRoutes,
  erasureRoutes,
  nodeRoutes,
  partyExchangeRoutes,
  subscriptionRoutes,
  draftRoutes,
  feedRoutes,
  importRoutes,
  institutionRoutes,
  recordRoutes,
  tableRoutes,
];
