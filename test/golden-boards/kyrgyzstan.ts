import type { GoldenBoard } from "./golden.ts";
import { CHARTER } from "./uzbekistan.ts";

/*
 * Kyrgyzstan. Rows that several boards rest on:
 * - DRUG1961 accession 1994-10-07, effect 1994-11-06; DRUG1971 and DRUG1988 effect 1995-01-05 (UN crawl of March 2015,
 *   effect computed). UNROCA from 1992-03-02, ALM1992 1992-02-18, OSCE-MECH 1992-01-30. Their yearly dates: uzbekistan.ts.
 * - CST1992 ratification, effect 1994-04-20; the protocol of 1999-04-02 extends it (acceptance without effect date, which
 *   takes nothing from a party that is bound). No act ends it.
 * - SH1996 in force 1998-05-07, MO1997 certainly from 1999-08-06 (dispute MO1997-FORCE), both through the Joint Party.
 * - OSCE-EX (no date), CISEM1993, TASH2000, SCOCH2006, SCOEM2005, SCOEX2007 (signature only): never verified. CICA: a row
 *   without a day, and the catalogue of 2004-10-22.
 */

const AT_FIRST = "ALM1992 CST1992 DRUG1961 DRUG1971 DRUG1988 OSCE-MECH UNROCA";
const SINCE_2003 = `${AT_FIRST} CHUTALAS2000 CISCT1999 CSTO-CHARTER CWC MO1997 SCO2001 SH1996`;
const SINCE_2010 = `${SINCE_2003} CANWFZ CARICC IHR2005 RATS2002 UNCAC UNSC1540 UNTOC`;
const UNVERIFIED_2010 = "CICA CISEM1993 OSCE-EX SCOCH2006 SCOEM2005 SCOEX2007 TASH2000";

/** As modifiers.csv has it for Kyrgyzstan and Tajikistan. */
export const NOT_PARTY: GoldenBoard["absent"] = {
  WC1992: "no accession found (modifiers: not party; UN crawl of March 2015)",
  TEIA1992: "no accession found (modifiers: not party; UN crawl of March 2015)",
  ATT: "of the five only Kazakhstan is a party (modifiers: not party)",
  "UNTOC-FIREARMS": "no row of status; modifiers: not party",
};
const NEVER_JOINED: GoldenBoard["absent"] = {
  ...NOT_PARTY,
  KAY: "between Tajikistan and Uzbekistan",
};
const NUCLEAR = {
  ENC1986: "accession 2025-09-17, effect 2025-10-17",
  ASC1986: "law of July 2025",
};

export const boards: readonly GoldenBoard[] = [
  {
    // SH1996 is signed (1996-04-26) and in force from 1998-05-07: what has no date of its own looks at today, and today
    // nothing of it binds. CWC: signed 1993-02-22, ratified in 2003. ASC1986 has a date here (July 2025), which Uzbekistan's
    // row has not: so it is out of the question now.
    party: "KGZ",
    asOf: "1997-06-30",
    dated: `
      DRUG-02    1996     INCB              1997-06-30  open
      DRUG-03    1997     INCB              1997-06-30  open
      DRUG-05    1996     INCB              1997-06-30  open
      DRUG-09    1996     INCB              1997-06-30  open
      OSCE-03    1996     OSCE-EX -MNG (9)  1997-06-30  open      unverified
      DRUG-01    1997-Q2  INCB              1997-07-31  upcoming
      DRUG-01    1997-Q3  INCB              1997-10-31  upcoming
      DRUG-01    1997-Q4  INCB              1998-01-31  upcoming
      DRUG-01    1998-Q1  INCB              1998-04-30  upcoming
      OSCE-01    1998     OSCE-EX -MNG (9)  1998-04-30  upcoming  unverified
      UNROCA-02  1998     UNODA             1998-04-30  upcoming
      UNROCA-01  1997     UNODA             1998-05-31  upcoming
      DRUG-02    1997     INCB              1998-06-30  upcoming
      DRUG-03    1998     INCB              1998-06-30  upcoming
      DRUG-05    1997     INCB              1998-06-30  upcoming
      DRUG-09    1997     INCB              1998-06-30  upcoming
      OSCE-03    1997     OSCE-EX -MNG (9)  1998-06-30  upcoming  unverified
      DRUG-01    1998-Q2  INCB              1998-07-31  upcoming
    `,
    bound: AT_FIRST,
    unverified: "CISEM1993 OSCE-EX",
    absent: {
      ...NEVER_JOINED,
      ...NUCLEAR,
      SH1996: "signed 1996-04-26, in force 1998-05-07",
      MO1997: "signed 1997-04-24, in force 1999-05-07 or 1999-08-06",
      CWC: "signed 1993-02-22; ratification 2003-09-29, effect 2003-10-29",
      TASH2000: "signed 2000-04-21",
      CICA: "the catalogue is of 2004-10-22",
    },
  },
  {
    // MO1997 Art 7: 24 months from 1999-08-06, owed by the side. TASH2000 is signed (2000-04-21). CISCT1999: the notice of
    // ratification is of 2001-02-06, five weeks off, and its clauses arise when it binds. CHUTALAS2000: signed 2000-01-21.
    // No CWC-06, unlike Tajikistan on the same day.
    party: "KGZ",
    asOf: "2000-12-31",
    dated: `
      DRUG-01    2000-Q4     INCB                           2001-01-31  upcoming
      DRUG-01    2001-Q1     INCB                           2001-04-30  upcoming
      OSCE-01    2001        OSCE-EX -MNG (9)               2001-04-30  upcoming  unverified
      UNROCA-02  2001        UNODA                          2001-04-30  upcoming
      UNROCA-01  2000        UNODA                          2001-05-31  upcoming
      DRUG-02    2000        INCB                           2001-06-30  upcoming
      DRUG-03    2001        INCB                           2001-06-30  upcoming
      DRUG-05    2000        INCB                           2001-06-30  upcoming
      DRUG-09    2000        INCB                           2001-06-30  upcoming
      OSCE-03    2000        OSCE-EX -MNG (9)               2001-06-30  upcoming  unverified
      OSCE-04    2000        OSCE-EX -MNG (9)               2001-06-30  upcoming  unverified
      DRUG-01    2001-Q2     INCB                           2001-07-31  upcoming
      MO1997-05  1999-08-06  MO1997:Joint to MO1997:China   2001-08-06  open
      DRUG-01    2001-Q3     INCB                           2001-10-31  upcoming
      DRUG-01    2001-Q4     INCB                           2002-01-31  upcoming
    `,
    bound: `${AT_FIRST} MO1997 SH1996`,
    unverified: "CISEM1993 OSCE-EX TASH2000",
    absent: {
      ...NEVER_JOINED,
      ...NUCLEAR,
      CISCT1999:
        "signed 1999-06-04; notice of ratification 2001-02-06 (modifiers: incomplete deposit, counted in force)",
      CHUTALAS2000: "signed 2000-01-21, in force 2002-04-16",
      CWC: "ratification 2003-09-29, effect 2003-10-29",
      UNTOC: "signed 2000-12-13; ratification 2003-10-02, effect 2003-11-01",
      SCO2001: "signed 2001-06-15",
      CBM2001: "signed 2001-12-15, in force 2015-07-16",
    },
  },
  {
    // A day between accessions. CWC: effect 2003-10-29, two days ago; the declaration of 2003 is due 90 days after the year,
    // in the leap year 2004 on 30 March. UNTOC: effect tomorrow. RATS2002: in two weeks. SCO2001 since 2003-03-29, CSTO-CHARTER
    // 2003-09-18, CHUTALAS2000 2002-04-16, CISCT1999 2001-02-06. UNSC1540 is of 2004: its report counts from the day on
    // which it binds, so nothing of it is ahead yet. OSCE-06: the decision is of 2004, and so is the date.
    party: "KGZ",
    asOf: "2003-10-31",
    dated: `
      DRUG-01    2003-Q3  INCB              2003-10-31  open
      DRUG-01    2003-Q4  INCB              2004-01-31  upcoming
      CWC-06     2003     OPCW              2004-03-30  upcoming
      DRUG-01    2004-Q1  INCB              2004-04-30  upcoming
      OSCE-01    2004     OSCE-EX -MNG (9)  2004-04-30  upcoming  unverified
      UNROCA-02  2004     UNODA             2004-04-30  upcoming
      OSCE-06    2004     OSCE-EX -MNG (9)  2004-05-31  upcoming  unverified
      UNROCA-01  2003     UNODA             2004-05-31  upcoming
      DRUG-02    2003     INCB              2004-06-30  upcoming
      DRUG-03    2004     INCB              2004-06-30  upcoming
      DRUG-05    2003     INCB              2004-06-30  upcoming
      DRUG-09    2003     INCB              2004-06-30  upcoming
      OSCE-03    2003     OSCE-EX -MNG (9)  2004-06-30  upcoming  unverified
      OSCE-04    2003     OSCE-EX -MNG (9)  2004-06-30  upcoming  unverified
      DRUG-01    2004-Q2  INCB              2004-07-31  upcoming
      DRUG-01    2004-Q3  INCB              2004-10-31  upcoming
    `,
    bound: SINCE_2003,
    unverified: "CISEM1993 OSCE-EX TASH2000",
    absent: {
      ...NEVER_JOINED,
      ...CHARTER,
      ...NUCLEAR,
      UNTOC: "ratification 2003-10-02, effect 2003-11-01",
      RATS2002: "in force 2003-11-14",
      UNSC1540: "the resolution is of 2004-04-28",
      UNCAC: "signed 2003-12-10; ratification 2005-09-16, effect 2005-12-14",
      CICA: "the catalogue is of 2004-10-22",
      "MO1997-05": "the reductions were due on 2001-08-06",
    },
  },
  {
    // CANWFZ in force 2009-03-21 for all five: Art 8, 18 months, to the IAEA and the four others. CARICC 2009-03-22, IHR2005
    // 2007-06-15, UNCAC 2005-12-14. CWC-06 of 2009 is due today. ENC1986 binds Kazakhstan from next week on, Kyrgyzstan not
    // before 2025.
    party: "KGZ",
    asOf: "2010-03-31",
    dated: `
      CWC-06     2009        OPCW                         2010-03-31  open
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
      NWFZ-02    2009-03-21  IAEA KAZ TJK TKM UZB         2010-09-21  open
      DRUG-01    2010-Q3     INCB                         2010-10-31  upcoming
      DRUG-01    2010-Q4     INCB                         2011-01-31  upcoming
      CWC-06     2010        OPCW                         2011-03-31  upcoming
      OSCE-02    2011        OSCE-EX -MNG +OSCE-CPC (10)  2011-04-15  upcoming  unverified
      DRUG-01    2011-Q1     INCB                         2011-04-30  upcoming
      OSCE-01    2011        OSCE-EX -MNG (9)             2011-04-30  upcoming  unverified
      UNROCA-02  2011        UNODA                        2011-04-30  upcoming
    `,
    bound: SINCE_2010,
    unverified: UNVERIFIED_2010,
    absent: {
      ...NEVER_JOINED,
      ...CHARTER,
      ...NUCLEAR,
      "U1540-01": "the first report was due on 2004-10-28",
      SCOTERR2009: "signed 2009-06-16, in force 2012-01-14",
      VD2011: "adopted 2011-11-30",
      UNCT: "plan of action of 2011-11-30",
      CBM2001: "signed 2001-12-15, in force 2015-07-16",
      "BR-KAZKGZ": "signed 2001-12-15, in force 2015-07-16",
    },
  },
  {
    // ENC1986: effect 2025-10-17, no reservation recorded. ASC1986: law of July 2025, deposit not verified. BT2025-KT since
    // 2025-03-31 (exchange), EUCA2025 2025-04-04; BT2025-JP comes on 2025-11-15, C5P1-2025 on 2025-11-06, CM2025 on 2025-11-16.
    // CBM2001 and BR-KAZKGZ 2015-07-16, BREG-KAZKGZ 2019-04-27, UNCT 2011-11-30. BR-KGZUZB (adopted 2017-12-07), KEMPIR2022
    // (2022-11-29), SCOBORD2015 and SCOTERR2009 have no effect date of its own. VD2011: Russia's halt of 2023 is reported
    // only and names para 9, 11, 13 and 15, not the calendar of para 61. ORTO2017 and SYR1998 wait for records.
    party: "KGZ",
    asOf: "2025-10-31",
    dated: `
      DRUG-01    2025-Q3  INCB                    2025-10-31  open
      VD2011-20  2025     VD2011 (56)             2025-11-15  upcoming
      VD2011-01  2025     VD2011 -RUS (55)        2025-12-15  upcoming
      VD2011-01  2025     RUS                     2025-12-15  upcoming  unverified
      VD2011-03  2025     VD2011 -RUS (55)        2025-12-15  upcoming
      VD2011-03  2025     RUS                     2025-12-15  upcoming  unverified
      DRUG-01    2025-Q4  INCB                    2026-01-31  upcoming
      CWC-06     2025     OPCW                    2026-03-31  upcoming
      OSCE-02    2026     OSCE-EX +OSCE-CPC (11)  2026-04-15  upcoming  unverified
      DRUG-01    2026-Q1  INCB                    2026-04-30  upcoming
      OSCE-01    2026     OSCE-EX (10)            2026-04-30  upcoming  unverified
      UNROCA-02  2026     UNODA                   2026-04-30  upcoming
      OSCE-06    2026     OSCE-EX (10)            2026-05-31  upcoming  unverified
      UNROCA-01  2025     UNODA                   2026-05-31  upcoming
      DRUG-02    2025     INCB                    2026-06-30  upcoming
      DRUG-03    2026     INCB                    2026-06-30  upcoming
      DRUG-05    2025     INCB                    2026-06-30  upcoming
      DRUG-09    2025     INCB                    2026-06-30  upcoming
      OSCE-03    2025     OSCE-EX (10)            2026-06-30  upcoming  unverified
      OSCE-04    2025     OSCE-EX (10)            2026-06-30  upcoming  unverified
      DRUG-01    2026-Q2  INCB                    2026-07-31  upcoming
      DRUG-01    2026-Q3  INCB                    2026-10-31  upcoming
      VD2011-20  2026     VD2011 (56)             2026-11-15  upcoming
    `,
    bound: `${SINCE_2010.replace(" MO1997", "")} BR-KAZKGZ BREG-KAZKGZ BT2025-KT CBM2001 ENC1986 EUCA2025 UNCT VD2011`,
    unverified: `${UNVERIFIED_2010} ASC1986 BR-KGZUZB KEMPIR2022 MO1997 SCOBORD2015 SCOTERR2009`,
    absent: {
      ...NEVER_JOINED,
      ...CHARTER,
      "BT2025-JP": "signed 2025-03-31, in effect 2025-11-15",
      "C5P1-2025": "outcomes of 2025-11-06",
      CM2025: "in effect 2025-11-16",
      TF2022: "signed 2022-07-21, general entry into force not found (modifiers: no duty counted)",
      CHCA2025: "signed 2025-06-17, entry into force not found (modifiers: no duty counted)",
      ORTO2017: "signed 2017-10-06; every clause waits for a record",
      SYR1998: "signed 1998-03-17; every clause waits for a record",
      "NWFZ-02": "the 18 months ended on 2010-09-21",
    },
  },
];
