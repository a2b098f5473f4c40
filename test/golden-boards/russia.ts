import type { GoldenBoard } from "./golden.ts";
import { CHARTER } from "./uzbekistan.ts";

/*
 * Russia. Rows that several boards rest on:
 * - DRUG1971 effect 1979-02-01 and DRUG1988 1991-03-17 (as USSR); DRUG1961 as amended, accession 1996-06-03, effect 1996-07-03.
 *   CWC effect 1997-12-05, UNROCA 1992-01-01. Their yearly dates: uzbekistan.ts.
 * - ENC1986 from 1987-01-24, ASC1986 1987-02-26, as USSR (general knowledge). SH1996 in force 1998-05-07, MO1997 certainly from
 *   1999-08-06, both through the Joint Party. CST1992 from 1994-04-20.
 * - WC1992 acceptance, effect 1996-10-06; TEIA1992 acceptance, in force 2000-04-19. Of the other parties of both only
 *   Kazakhstan, from 2001-04-11, and later neighbours are held (region.yaml: the other parties are not held).
 * - OSCE-MECH has no date for Russia, unlike the five: never verified; nor is OSCE-EX.
 */

const AT_FIRST = "ASC1986 CST1992 CWC DRUG1961 DRUG1971 DRUG1988 ENC1986 MO1997 SH1996 UNROCA WC1992";
const SINCE_2004 = `${AT_FIRST} CSTO-CHARTER RATS2002 SCO2001 TEIA1992 UNSC1540 UNTOC`;

const NOT_A_PARTY: GoldenBoard["absent"] = {
  ALM1992: "between the five",
  TASH2000: "not among the signatories of 2000-04-21",
  CANWFZ: "no party; its protocol has no clause here",
  ATT: "no party (modifiers)",
  "UNTOC-FIREARMS": "no row of status",
};
const ART_11_2 = { "ENC-07": "reservation, 1987-01-24 (modifiers, general knowledge)" };

export const boards: readonly GoldenBoard[] = [
  {
    // TEIA1992 Art 17 gives three months from 2000-04-19, nine more days; but at that moment no other party is held to whom
    // Russia could owe it, so it owes nothing under TEIA1992 here. WC1992 Art 11 is owed to nobody in particular. MO1997 Art 7:
    // 2001-08-06, owed by the side.
    party: "RUS",
    asOf: "2000-07-10",
    dated: `
      DRUG-01    2000-Q2     INCB                          2000-07-31  upcoming
      DRUG-01    2000-Q3     INCB                          2000-10-31  upcoming
      DRUG-01    2000-Q4     INCB                          2001-01-31  upcoming
      CWC-06     2000        OPCW                          2001-03-31  upcoming
      DRUG-01    2001-Q1     INCB                          2001-04-30  upcoming
      OSCE-01    2001        OSCE-EX -MNG (9)              2001-04-30  upcoming  unverified
      UNROCA-02  2001        UNODA                         2001-04-30  upcoming
      UNROCA-01  2000        UNODA                         2001-05-31  upcoming
      DRUG-02    2000        INCB                          2001-06-30  upcoming
      DRUG-03    2001        INCB                          2001-06-30  upcoming
      DRUG-05    2000        INCB                          2001-06-30  upcoming
      DRUG-09    2000        INCB                          2001-06-30  upcoming
      OSCE-03    2000        OSCE-EX -MNG (9)              2001-06-30  upcoming  unverified
      OSCE-04    2000        OSCE-EX -MNG (9)              2001-06-30  upcoming  unverified
      DRUG-01    2001-Q2     INCB                          2001-07-31  upcoming
      MO1997-05  1999-08-06  MO1997:Joint to MO1997:China  2001-08-06  open
    `,
    bound: AT_FIRST,
    unverified: "CISEM1993 OSCE-EX OSCE-MECH",
    absent: {
      ...NOT_A_PARTY,
      TEIA1992: "in force 2000-04-19; the next party held is Kazakhstan, from 2001-04-11",
      "WC-06": "the next party held is Kazakhstan, from 2001-04-11",
      CISCT1999: "signed 1999-06-04; ratification 2005-01-13",
      SCO2001: "signed 2001-06-15, in force 2003-03-29",
      UNTOC: "ratification 2004-05-26, effect 2004-06-25",
    },
    excluded: ART_11_2,
  },
  {
    // UNTOC: effect 2004-06-25, five days ago. UNSC1540 para 4: six months from 2004-04-28. TEIA1992: the contact points at all
    // times, now to Kazakhstan; their first notice arose in 2000, when nobody was held. SCO2001 2003-03-29, RATS2002 2003-11-14,
    // CSTO-CHARTER 2003-09-18. CISCT1999 is signed and waits for 2005.
    party: "RUS",
    asOf: "2004-06-30",
    dated: `
      DRUG-02    2003        INCB              2004-06-30  open
      DRUG-03    2004        INCB              2004-06-30  open
      DRUG-05    2003        INCB              2004-06-30  open
      DRUG-09    2003        INCB              2004-06-30  open
      OSCE-03    2003        OSCE-EX -MNG (9)  2004-06-30  open      unverified
      OSCE-04    2003        OSCE-EX -MNG (9)  2004-06-30  open      unverified
      DRUG-01    2004-Q2     INCB              2004-07-31  upcoming
      U1540-01   2004-04-28  UNSC-1540C        2004-10-28  open
      DRUG-01    2004-Q3     INCB              2004-10-31  upcoming
      DRUG-01    2004-Q4     INCB              2005-01-31  upcoming
      CWC-06     2004        OPCW              2005-03-31  upcoming
      DRUG-01    2005-Q1     INCB              2005-04-30  upcoming
      OSCE-01    2005        OSCE-EX -MNG (9)  2005-04-30  upcoming  unverified
      UNROCA-02  2005        UNODA             2005-04-30  upcoming
      OSCE-06    2005        OSCE-EX -MNG (9)  2005-05-31  upcoming  unverified
      UNROCA-01  2004        UNODA             2005-05-31  upcoming
      DRUG-02    2004        INCB              2005-06-30  upcoming
      DRUG-03    2005        INCB              2005-06-30  upcoming
      DRUG-05    2004        INCB              2005-06-30  upcoming
      DRUG-09    2004        INCB              2005-06-30  upcoming
      OSCE-03    2004        OSCE-EX -MNG (9)  2005-06-30  upcoming  unverified
      OSCE-04    2004        OSCE-EX -MNG (9)  2005-06-30  upcoming  unverified
      DRUG-01    2005-Q2     INCB              2005-07-31  upcoming
    `,
    bound: SINCE_2004,
    unverified: "CISEM1993 OSCE-EX OSCE-MECH",
    absent: {
      ...NOT_A_PARTY,
      ...CHARTER,
      "TEIA-07a": "on 2000-04-19 no other party is held",
      "MO1997-05": "the reductions were due on 2001-08-06",
      UNCAC: "ratification 2006-05-09, effect 2006-06-08",
      CISCT1999: "signed 1999-06-04; ratification 2005-01-13",
      CICA: "the catalogue is of 2004-10-22",
      IHR2005: "in force 2007-06-15",
      "BR-KAZRUS": "signed 2004-01-09; every clause waits for a record",
    },
    excluded: ART_11_2,
  },
  {
    // VD2011: a halt of data exchange and verification is reported for 2023, without day or legal form (status, modifiers: low).
    // It names VD2011-01 to -04, -24 and -27, so para 9 and 13 are unverified from the year's first day on; the calendar of
    // para 61 and the ceilings of chapters VI and VII go on. Leap year: CWC-06 on 30 March 2024. CARICC: ratified after
    // 2009-03-22, the day not verified. SCOBORD2015, SCOTERR2009: own date not verified. CISCT1999 from 2005-01-13.
    party: "RUS",
    asOf: "2023-06-30",
    dated: `
      DRUG-02    2022     INCB                    2023-06-30  open
      DRUG-03    2023     INCB                    2023-06-30  open
      DRUG-05    2022     INCB                    2023-06-30  open
      DRUG-09    2022     INCB                    2023-06-30  open
      OSCE-03    2022     OSCE-EX (10)            2023-06-30  open      unverified
      OSCE-04    2022     OSCE-EX (10)            2023-06-30  open      unverified
      DRUG-01    2023-Q2  INCB                    2023-07-31  upcoming
      DRUG-01    2023-Q3  INCB                    2023-10-31  upcoming
      VD2011-20  2023     VD2011 (56)             2023-11-15  upcoming
      VD2011-01  2023     VD2011 (56)             2023-12-15  upcoming  unverified
      VD2011-03  2023     VD2011 (56)             2023-12-15  upcoming  unverified
      DRUG-01    2023-Q4  INCB                    2024-01-31  upcoming
      CWC-06     2023     OPCW                    2024-03-30  upcoming
      OSCE-02    2024     OSCE-EX +OSCE-CPC (11)  2024-04-15  upcoming  unverified
      DRUG-01    2024-Q1  INCB                    2024-04-30  upcoming
      OSCE-01    2024     OSCE-EX (10)            2024-04-30  upcoming  unverified
      UNROCA-02  2024     UNODA                   2024-04-30  upcoming
      OSCE-06    2024     OSCE-EX (10)            2024-05-31  upcoming  unverified
      UNROCA-01  2023     UNODA                   2024-05-31  upcoming
      DRUG-02    2023     INCB                    2024-06-30  upcoming
      DRUG-03    2024     INCB                    2024-06-30  upcoming
      DRUG-05    2023     INCB                    2024-06-30  upcoming
      DRUG-09    2023     INCB                    2024-06-30  upcoming
      OSCE-03    2023     OSCE-EX (10)            2024-06-30  upcoming  unverified
      OSCE-04    2023     OSCE-EX (10)            2024-06-30  upcoming  unverified
      DRUG-01    2024-Q2  INCB                    2024-07-31  upcoming
    `,
    bound: `${SINCE_2004.replace(" MO1997", "")} CISCT1999 IHR2005 UNCAC VD2011`,
    unverified: "CARICC CICA CISEM1993 MO1997 OSCE-EX OSCE-MECH SCOBORD2015 SCOCH2006 SCOEM2005 SCOEX2007 SCOTERR2009",
    absent: {
      ...NOT_A_PARTY,
      ...CHARTER,
      "CARICC-03a": "counts from the day of becoming bound, which is not verified",
      "NUC-RUSUZB2021": "in force 2022-07-01; every clause waits for a record",
      "BR-KAZRUS": "every clause waits for a record",
      UNCT: "a plan of the five and the United Nations",
      CM2025: "of the five and Azerbaijan, 2025-11-16",
    },
    excluded: ART_11_2,
  },
];
