import type { GoldenBoard } from "./golden.ts";

/*
 * Kazakhstan. Rows that several boards rest on:
 * - DRUG1961 accession 1997-04-29, effect 1997-05-29; DRUG1971 and DRUG1988 effect 1997-07-28; CWC effect 2000-04-22;
 *   UNROCA from 1992-03-02. Their yearly dates stand in uzbekistan.ts.
 * - SH1996 in force 1998-05-07, MO1997 1999-05-07 or 1999-08-06 (dispute MO1997-FORCE: certainly from the later): it is one
 *   of four on the side "Joint Party", which owes in its place. SH1996 has no date in a year; Art 7 of MO1997 has one.
 *   The first term of MO1997 ended on 2020-12-31; five more years follow unless a side objects. Whether it was prolonged
 *   was not read (modifiers: term, low; status: expiry without an effect date): unverified from then on.
 * - CST1992 ratification, effect 1994-04-20; CSTO-CHARTER 2003-09-18. No act ends them.
 * - OSCE-EX, CISEM1993, SCOEM2005, SCOEX2007: unverified as for Uzbekistan. TASH2000: law of 2000-11-09, no effect date.
 *   SCOCH2006: decree of 2007-06-05, no effect date. BREG-CHNKAZ: signed 2006-12-20, ratification without a day.
 */

const SINCE_2001 =
  "ALM1992 CISCT1999 CST1992 CWC DRUG1961 DRUG1971 DRUG1988 MO1997 OSCE-MECH SH1996 TEIA1992 UNROCA WC1992";
const SINCE_2004 = `${SINCE_2001} BCOOP-CHNKAZ CHUTALAS2000 CSTO-CHARTER RATS2002 SCO2001 UNSC1540`;
const SINCE_2009 = `${SINCE_2004} CANWFZ CARICC IHR2005 UNCAC UNTOC UNTOC-FIREARMS`;
const SINCE_2018 = `${SINCE_2009} ASC1986 ATT BR-KAZKGZ BR-KAZUZB CBM2001 ENC1986 UNCT VD2011`;
const UNVERIFIED_2001 = "CISEM1993 OSCE-EX TASH2000";
const UNVERIFIED_2009 = `${UNVERIFIED_2001} BREG-CHNKAZ CICA SCOCH2006 SCOEM2005 SCOEX2007`;
const UNVERIFIED_2018 = `${UNVERIFIED_2009} SCOBORD2015 SCOTERR2009`;

const NUCLEAR = {
  ENC1986: "accession 2010-03-10, effect 2010-04-09",
  ASC1986: "accession 2010-03-10, effect 2010-04-09",
};

/** In force for its members from 2003-09-19 (general knowledge), and nothing in it is owed by a member without a record. */
const CHARTER = { "SCO-CHARTER": "its prohibition (Art 16) is one of three bodies, not of members" };

export const boards: readonly GoldenBoard[] = [
  {
    // TEIA1992 and WC1992: accession 2001-01-11, effect 2001-04-11 (Art 30, 26: 90 days). TEIA Art 17: contact points within
    // three months, 11 July, to the one other party held, Russia (in force 2000-04-19). MO1997 Art 7: all reductions within
    // 24 months of entry into force, of 1999-08-06 at the latest: 6 August 2001, owed by the side. CISCT1999 from 2000-12-05.
    party: "KAZ",
    asOf: "2001-06-30",
    dated: `
      DRUG-02    2000        INCB                         2001-06-30  open
      DRUG-03    2001        INCB                         2001-06-30  open
      DRUG-05    2000        INCB                         2001-06-30  open
      DRUG-09    2000        INCB                         2001-06-30  open
      OSCE-03    2000        OSCE-EX -MNG (9)             2001-06-30  open      unverified
      OSCE-04    2000        OSCE-EX -MNG (9)             2001-06-30  open      unverified
      TEIA-07a   2001-04-11  RUS                          2001-07-11  open
      DRUG-01    2001-Q2     INCB                         2001-07-31  upcoming
      MO1997-05  1999-08-06  MO1997:Joint to MO1997:China  2001-08-06  open
      DRUG-01    2001-Q3     INCB                         2001-10-31  upcoming
      DRUG-01    2001-Q4     INCB                         2002-01-31  upcoming
      CWC-06     2001        OPCW                         2002-03-31  upcoming
      DRUG-01    2002-Q1     INCB                         2002-04-30  upcoming
      OSCE-01    2002        OSCE-EX -MNG (9)             2002-04-30  upcoming  unverified
      UNROCA-02  2002        UNODA                        2002-04-30  upcoming
      UNROCA-01  2001        UNODA                        2002-05-31  upcoming
      DRUG-02    2001        INCB                         2002-06-30  upcoming
      DRUG-03    2002        INCB                         2002-06-30  upcoming
      DRUG-05    2001        INCB                         2002-06-30  upcoming
      DRUG-09    2001        INCB                         2002-06-30  upcoming
      OSCE-03    2001        OSCE-EX -MNG (9)             2002-06-30  upcoming  unverified
      OSCE-04    2001        OSCE-EX -MNG (9)             2002-06-30  upcoming  unverified
      DRUG-01    2002-Q2     INCB                         2002-07-31  upcoming
    `,
    bound: SINCE_2001,
    unverified: UNVERIFIED_2001,
    absent: {
      ...NUCLEAR,
      SCO2001: "signed two weeks ago, in force 2003-03-29",
      CHUTALAS2000: "signed 2000-01-21, in force 2002-04-16",
      "BCOOP-CHNKAZ": "signed and in force 2002-01-17",
      ATT: "accession 2017-12-08, effect 2018-03-08",
      KAY: "between Tajikistan and Uzbekistan",
    },
  },
  {
    // UNSC1540 para 4: the first report within six months of 28 April 2004. SCO2001 from 2003-03-29, RATS2002 2003-11-14,
    // CSTO-CHARTER 2003-09-18. CICA is of October. UNTOC and UNCAC come in 2008. BR-KAZRUS has nothing without a record.
    party: "KAZ",
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
    unverified: UNVERIFIED_2001,
    absent: {
      ...CHARTER,
      ...NUCLEAR,
      "MO1997-05": "the reductions were due on 2001-08-06",
      "TEIA-07a": "the points of contact were due on 2001-07-11",
      CICA: "the catalogue is of 2004-10-22",
      UNTOC: "ratification 2008-07-31, effect 2008-08-30",
      IHR2005: "in force 2007-06-15",
      "BR-KAZRUS": "signed 2004-01-09; every clause waits for a record",
    },
  },
  {
    // CANWFZ in force 2009-03-21 for all five: Art 8, safeguards and protocol within 18 months, to the IAEA and the others.
    // CARICC 2009-03-22. UNTOC, UNTOC-FIREARMS 2008-08-30, UNCAC 2008-07-18, IHR2005 2007-06-15. The convention against
    // terrorism of the SCO is signed; nobody is bound before 2012-01-14.
    party: "KAZ",
    asOf: "2009-12-31",
    dated: `
      DRUG-01    2009-Q4     INCB                         2010-01-31  upcoming
      CWC-06     2009        OPCW                         2010-03-31  upcoming
      OSCE-02    2010        OSCE-EX -MNG +OSCE-CPC (10)  2010-04-15  upcoming  unverified
      DRUG-01    2010-Q1     INCB                         2010-04-30  upcoming
      OSCE-01    2010        OSCE-EX -MNG (9)             2010-04-30  upcoming  unverified
      UNROCA-02  2010        UNODA                        2010-04-30  upcoming
      OSCE-06    2010        OSCE-EX -MNG (9)             2010-05-31  upcoming  unverified
      UNROCA-01  2009        UNODA                        2010-05-31  upcoming
      DRUG-02    2009        INCB                         2010-06-30  upcoming
      DRUG-03    2010        INCB                         2010-06-30  upcoming
      DRUG-05    2009        INCB                         2010-06-30  upcoming
      DRUG-09    2009        INCB                         2010-06-30  upcoming
      OSCE-03    2009        OSCE-EX -MNG (9)             2010-06-30  upcoming  unverified
      OSCE-04    2009        OSCE-EX -MNG (9)             2010-06-30  upcoming  unverified
      DRUG-01    2010-Q2     INCB                         2010-07-31  upcoming
      NWFZ-02    2009-03-21  IAEA KGZ TJK TKM UZB         2010-09-21  open
      DRUG-01    2010-Q3     INCB                         2010-10-31  upcoming
      DRUG-01    2010-Q4     INCB                         2011-01-31  upcoming
    `,
    bound: SINCE_2009,
    unverified: UNVERIFIED_2009,
    absent: {
      ...CHARTER,
      ...NUCLEAR,
      VD2011: "adopted 2011-11-30",
      UNCT: "plan of action of 2011-11-30",
      SCOTERR2009: "signed 2009-06-16, in force 2012-01-14",
      "BR-KAZKGZ": "signed 2001-12-15, in force 2015-07-16",
      "BR-KAZUZB": "signed 2000-12-13, in force 2014-07-30",
    },
  },
  {
    // ATT: accession 2017-12-08, effect 2018-03-08: Art 13(1), initial report by 8 March 2019; Art 13(3), 31 May. VD2011 to
    // all 56 others. CISEM2015 binds it since 2017-02-22, and no other party is held. BREG-KAZKGZ follows in 2019.
    party: "KAZ",
    asOf: "2018-06-30",
    dated: `
      DRUG-02    2017        INCB                    2018-06-30  open
      DRUG-03    2018        INCB                    2018-06-30  open
      DRUG-05    2017        INCB                    2018-06-30  open
      DRUG-09    2017        INCB                    2018-06-30  open
      OSCE-03    2017        OSCE-EX (10)            2018-06-30  open      unverified
      OSCE-04    2017        OSCE-EX (10)            2018-06-30  open      unverified
      DRUG-01    2018-Q2     INCB                    2018-07-31  upcoming
      DRUG-01    2018-Q3     INCB                    2018-10-31  upcoming
      VD2011-20  2018        VD2011 (56)             2018-11-15  upcoming
      VD2011-01  2018        VD2011 (56)             2018-12-15  upcoming
      VD2011-03  2018        VD2011 (56)             2018-12-15  upcoming
      DRUG-01    2018-Q4     INCB                    2019-01-31  upcoming
      ATT-01a    2018-03-08  ATT-SEC                 2019-03-08  open
      CWC-06     2018        OPCW                    2019-03-31  upcoming
      OSCE-02    2019        OSCE-EX +OSCE-CPC (11)  2019-04-15  upcoming  unverified
      DRUG-01    2019-Q1     INCB                    2019-04-30  upcoming
      OSCE-01    2019        OSCE-EX (10)            2019-04-30  upcoming  unverified
      UNROCA-02  2019        UNODA                   2019-04-30  upcoming
      ATT-02     2018        ATT-SEC                 2019-05-31  upcoming
      OSCE-06    2019        OSCE-EX (10)            2019-05-31  upcoming  unverified
      UNROCA-01  2018        UNODA                   2019-05-31  upcoming
      DRUG-02    2018        INCB                    2019-06-30  upcoming
      DRUG-03    2019        INCB                    2019-06-30  upcoming
      DRUG-05    2018        INCB                    2019-06-30  upcoming
      DRUG-09    2018        INCB                    2019-06-30  upcoming
      OSCE-03    2018        OSCE-EX (10)            2019-06-30  upcoming  unverified
      OSCE-04    2018        OSCE-EX (10)            2019-06-30  upcoming  unverified
      DRUG-01    2019-Q2     INCB                    2019-07-31  upcoming
    `,
    bound: SINCE_2018,
    unverified: UNVERIFIED_2018,
    absent: {
      ...CHARTER,
      CISEM2015: "ratified, effect 2017-02-22, but its right is towards other parties and none is held",
      "BREG-KAZKGZ": "signed 2017-12-25, in force 2019-04-27",
      "BREG-KAZTKM": "signed 2021-10-25",
      "NWFZ-02": "the 18 months ended on 2010-09-21",
    },
  },
  {
    // As Uzbekistan on the same day, with ATT (31 May) and without suspension. BREG-KAZKGZ from 2019-04-27; BREG-KAZTKM: law
    // of 2023-04-28, no effect date. CST1992: Armenia's part is disputed, that of Kazakhstan is not.
    party: "KAZ",
    asOf: "2026-11-22",
    dated: `
      VD2011-01  2026     VD2011 -RUS (55)        2026-12-15  upcoming
      VD2011-01  2026     RUS                     2026-12-15  upcoming  unverified
      VD2011-03  2026     VD2011 -RUS (55)        2026-12-15  upcoming
      VD2011-03  2026     RUS                     2026-12-15  upcoming  unverified
      DRUG-01    2026-Q4  INCB                    2027-01-31  upcoming
      CWC-06     2026     OPCW                    2027-03-31  upcoming
      OSCE-02    2027     OSCE-EX +OSCE-CPC (11)  2027-04-15  upcoming  unverified
      DRUG-01    2027-Q1  INCB                    2027-04-30  upcoming
      OSCE-01    2027     OSCE-EX (10)            2027-04-30  upcoming  unverified
      UNROCA-02  2027     UNODA                   2027-04-30  upcoming
      ATT-02     2026     ATT-SEC                 2027-05-31  upcoming
      OSCE-06    2027     OSCE-EX (10)            2027-05-31  upcoming  unverified
      UNROCA-01  2026     UNODA                   2027-05-31  upcoming
      DRUG-02    2026     INCB                    2027-06-30  upcoming
      DRUG-03    2027     INCB                    2027-06-30  upcoming
      DRUG-05    2026     INCB                    2027-06-30  upcoming
      DRUG-09    2026     INCB                    2027-06-30  upcoming
      OSCE-03    2026     OSCE-EX (10)            2027-06-30  upcoming  unverified
      OSCE-04    2026     OSCE-EX (10)            2027-06-30  upcoming  unverified
      DRUG-01    2027-Q2  INCB                    2027-07-31  upcoming
      DRUG-01    2027-Q3  INCB                    2027-10-31  upcoming
      VD2011-20  2027     VD2011 (56)             2027-11-15  upcoming
      VD2011-01  2027     VD2011 -RUS (55)        2027-12-15  upcoming
      VD2011-01  2027     RUS                     2027-12-15  upcoming  unverified
      VD2011-03  2027     VD2011 -RUS (55)        2027-12-15  upcoming
      VD2011-03  2027     RUS                     2027-12-15  upcoming  unverified
    `,
    bound: `${SINCE_2018.replace(" MO1997", "")} BREG-KAZKGZ C5P1-2025 CM2025 EUCA2025`,
    unverified: `${UNVERIFIED_2018} BREG-KAZTKM MO1997`,
    absent: {
      ...CHARTER,
      TF2022: "signed 2022-07-21, general entry into force not found (modifiers: no duty counted)",
      CHCA2025: "signed 2025-06-17, entry into force not found (modifiers: no duty counted)",
      KUW2025: "signed 2025-11-15, entry into force not found (modifiers: no duty counted)",
      "BR-KAZRUS": "every clause waits for a record",
      "BT2025-JP": "between Kyrgyzstan, Tajikistan and Uzbekistan",
    },
  },
];
