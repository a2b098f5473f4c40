import type { TableLayout } from "../layout.ts";
import { destaAgreements, paxAgreements, tfddTreaties } from "./agreements.ts";
import { atopAlliances, atopDyads, atopMemberships, atopObligations } from "./atop.ts";
import { bti } from "./bti.ts";
import {
  midDisputes,
  owidArmedForces,
  owidGedDeaths,
  owidRand,
  owidUcdpDeaths,
  ucdpConflicts,
  ucdpEvents,
} from "./conflicts.ts";
import { cowIgoSpells, cowIgoYears } from "./cow-igo.ts";
import { dportalDonors, dportalSectors } from "./dportal.ts";
import { freedomHouse, freedomHouseScores } from "./freedom-house.ts";
import { crsClimate, crsFlowTypes, oecdCrs } from "./oecd-crs.ts";
import { nmc, polity, vdem } from "./regimes.ts";
import { wjp } from "./rule-of-law.ts";
import { unTreaties } from "./un-treaties.ts";
import { usForeignAid, usTraining } from "./united-states.ts";
import { wgi2020, wgi2024, worldBankNetOda } from "./world-bank.ts";

/** All layouts of delimited text and Parquet. Of two that read one file the first is proposed. */
export const TABLE_LAYOUTS: readonly TableLayout[] = [
  oecdCrs,
  crsFlowTypes,
  crsClimate,
  dportalDonors,
  dportalSectors,
  worldBankNetOda,
  usTraining,
  usForeignAid,
  cowIgoYears,
  cowIgoSpells,
  atopObligations,
  atopMemberships,
  atopAlliances,
  atopDyads,
  unTreaties,
  destaAgreements,
  paxAgreements,
  tfddTreaties,
  ucdpConflicts,
  ucdpEvents,
  midDisputes,
  owidGedDeaths,
  owidUcdpDeaths,
  owidRand,
  owidArmedForces,
  wgi2024,
  wgi2020,
  wjp,
  freedomHouse,
  freedomHouseScores,
  bti,
  polity,
  vdem,
  nmc,
];
