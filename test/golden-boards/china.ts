import type { GoldenBoard } from "./golden.ts";

/*
 * China. DRUG1961 from 1985-09-22, DRUG1971 1985-11-21, DRUG1988 1990-11-11, CWC 1997-05-25, UNROCA 1992-01-01; ENC1986 and
 * ASC1986 1987-10-11 (general knowledge). In SH1996 (1998-05-07) and MO1997 (certainly 1999-08-06) it is a side of its own.
 * It takes part in nothing of the OSCE. Its reservations to the drug conventions are on disputes, which no clause expresses.
 */

const TREATIES = "ASC1986 CWC DRUG1961 DRUG1971 DRUG1988 ENC1986 MO1997 SH1996 UNROCA";
const ART_11_2 = {
  "ENC-07": "reservation, 1987-10-11 (modifiers, general knowledge)",
  "ENC-07b": "it belongs to the same Art 11(2)",
};
const OSCE = {
  VD2011: "no participating State of the OSCE",
  "OSCE-EX": "no participating State of the OSCE",
  "OSCE-MECH": "no participating State of the OSCE",
};

/** In force for its members from 2003-09-19 (general knowledge), and nothing in it is owed by a member without a record. */
const CHARTER = { "SCO-CHARTER": "its prohibition (Art 16) is one of three bodies, not of members" };

export const boards: readonly GoldenBoard[] = [
  {
    // MO1997 Art 7: the reductions, 24 months from 1999-08-06, owed to the Joint Party. Nothing is unverified: the undated
    // rows (CICA, the agreements of the SCO) belong to instruments that were signed later.
    party: "CHN",
    asOf: "2000-12-31",
    dated: `
      DRUG-01    2000-Q4     INCB                         2001-01-31  upcoming
      CWC-06     2000        OPCW                         2001-03-31  upcoming
      DRUG-01    2001-Q1     INCB                         2001-04-30  upcoming
      UNROCA-02  2001        UNODA                        2001-04-30  upcoming
      UNROCA-01  2000        UNODA                        2001-05-31  upcoming
      DRUG-02    2000        INCB                         2001-06-30  upcoming
      DRUG-03    2001        INCB                         2001-06-30  upcoming
      DRUG-05    2000        INCB                         2001-06-30  upcoming
      DRUG-09    2000        INCB                         2001-06-30  upcoming
      DRUG-01    2001-Q2     INCB                         2001-07-31  upcoming
      MO1997-05  1999-08-06  MO1997:China to MO1997:Joint  2001-08-06  open
      DRUG-01    2001-Q3     INCB                         2001-10-31  upcoming
      DRUG-01    2001-Q4     INCB                         2002-01-31  upcoming
    `,
    bound: TREATIES,
    unverified: "",
    absent: {
      ...OSCE,
      SCO2001: "signed 2001-06-15, in force 2003-03-29",
      UNTOC: "signed 2000-12-12, effect 2003-10-23",
      CICA: "the catalogue is of 2004-10-22",
      WC1992: "no row of status",
      CANWFZ: "no party; its protocol has no clause here",
    },
    excluded: ART_11_2,
  },
  {
    // ATT: accession 2020-07-06, effect 2020-10-04; the initial report was due in 2021. UNTOC-FIREARMS: ratified twelve days
    // ago, effect 2024-01-18. CWC: 2024 is a leap year, 30 March. SCOEX2007 is applied provisionally since 2007-06-27, but no
    // other party's binding is verified. BREG-CHNKAZ: approval of 2007-01-29 without effect date. SCOBORD2015 and SCOTERR2009:
    // own act not verified; SCOCH2006, SCOEM2005: signature only; CICA: no day. MO1997 after 2020: see kazakhstan.ts.
    party: "CHN",
    asOf: "2023-12-31",
    dated: `
      DRUG-01    2023-Q4  INCB     2024-01-31  upcoming
      CWC-06     2023     OPCW     2024-03-30  upcoming
      DRUG-01    2024-Q1  INCB     2024-04-30  upcoming
      UNROCA-02  2024     UNODA    2024-04-30  upcoming
      ATT-02     2023     ATT-SEC  2024-05-31  upcoming
      UNROCA-01  2023     UNODA    2024-05-31  upcoming
      DRUG-02    2023     INCB     2024-06-30  upcoming
      DRUG-03    2024     INCB     2024-06-30  upcoming
      DRUG-05    2023     INCB     2024-06-30  upcoming
      DRUG-09    2023     INCB     2024-06-30  upcoming
      DRUG-01    2024-Q2  INCB     2024-07-31  upcoming
      DRUG-01    2024-Q3  INCB     2024-10-31  upcoming
      DRUG-01    2024-Q4  INCB     2025-01-31  upcoming
    `,
    bound: `${TREATIES.replace(" MO1997", "")} ATT BCOOP-CHNKAZ IHR2005 RATS2002 SCO2001 UNCAC UNSC1540 UNTOC`,
    unverified: "BREG-CHNKAZ CICA MO1997 SCOBORD2015 SCOCH2006 SCOEM2005 SCOEX2007 SCOTERR2009",
    absent: {
      ...CHARTER,
      ...OSCE,
      "UNTOC-FIREARMS": "signed 2002-12-09, ratified 2023-12-19, effect 2024-01-18",
      "ATT-01a": "the first year ended on 2021-10-04",
      "MO1997-05": "the reductions were due on 2001-08-06",
      CST1992: "no party",
      CHCA2025: "signed 2025-06-17 only",
    },
    excluded: ART_11_2,
  },
];
