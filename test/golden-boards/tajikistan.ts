import type { GoldenBoard } from "./golden.ts";
import { NOT_PARTY } from "./kyrgyzstan.ts";
import { CHARTER } from "./uzbekistan.ts";

/*
 * Tajikistan. Rows that several boards rest on:
 * - DRUG1988 accession 1996-05-06, effect 1996-08-04; DRUG1961 accession 1997-03-26, effect 1997-04-25; DRUG1971 effect
 *   1997-06-24. CWC ratification 1995-01-11, effect 1997-04-29 with the convention. UNROCA from 1992-03-02, ALM1992
 *   1992-02-18, OSCE-MECH 1992-01-30. Their yearly dates: uzbekistan.ts.
 * - CST1992 ratification, effect 1994-04-20; CSTO-CHARTER 2003-09-18. No act ends them.
 * - SH1996 in force 1998-05-07; MO1997 on 1999-05-07 or 1999-08-06 (dispute MO1997-FORCE), both through the Joint Party.
 * - OSCE-EX (no date), CISEM1993, TASH2000, SCOCH2006, SCOEM2005, SCOEX2007 (signature only), CICA (no day): never verified.
 */

const AT_FIRST = "ALM1992 CST1992 DRUG1961 DRUG1971 DRUG1988 OSCE-MECH UNROCA";
const SINCE_2000 = `${AT_FIRST} CISCT1999 CWC MO1997 SH1996`;
const SINCE_2011 =
  `${SINCE_2000} ASC1986 CANWFZ CARICC CSTO-CHARTER ENC1986 IHR2005 RATS2002 SCO2001 UNCAC UNCT UNSC1540 UNTOC ` +
  "VD2011";
const UNVERIFIED_2011 = "CICA CISEM1993 OSCE-EX SCOCH2006 SCOEM2005 SCOEX2007 TASH2000";

const NEVER_JOINED: GoldenBoard["absent"] = {
  ...NOT_PARTY,
  CHUTALAS2000: "between Kazakhstan and Kyrgyzstan",
};
const NUCLEAR = {
  ENC1986: "accession 2011-09-23, effect 2011-10-23",
  ASC1986: "accession 2011-09-23, effect 2011-10-23",
};

export const boards: readonly GoldenBoard[] = [
  {
    // DRUG1988 alone binds today. What is known now: DRUG1961 follows on 1997-04-25 and DRUG1971 on 1997-06-24, so the yearly
    // figures of 30 June 1997 are ahead under all three, and of the quarters the second of 1997, which ends after the
    // accession; those before are not. The supplementary estimates of 1996 would have arisen on 1 January. CWC: ratified, but
    // the declaration of 1996 arises on 1 January 1997, before the convention binds anyone.
    party: "TJK",
    asOf: "1996-08-31",
    dated: `
      OSCE-01    1997     OSCE-EX -MNG (9)  1997-04-30  upcoming  unverified
      UNROCA-02  1997     UNODA             1997-04-30  upcoming
      UNROCA-01  1996     UNODA             1997-05-31  upcoming
      DRUG-02    1996     INCB              1997-06-30  upcoming
      DRUG-03    1997     INCB              1997-06-30  upcoming
      DRUG-05    1996     INCB              1997-06-30  upcoming
      DRUG-09    1996     INCB              1997-06-30  upcoming
      OSCE-03    1996     OSCE-EX -MNG (9)  1997-06-30  upcoming  unverified
      DRUG-01    1997-Q2  INCB              1997-07-31  upcoming
    `,
    bound: AT_FIRST,
    unverified: "CISEM1993 OSCE-EX",
    absent: {
      ...NEVER_JOINED,
      ...NUCLEAR,
      "DRUG-03b": "the convention of 1961 binds it from 1997-04-25 only",
      CWC: "ratification 1995-01-11, in force 1997-04-29",
      SH1996: "signed 1996-04-26, in force 1998-05-07",
      KAY: "the first of its yearly texts is of 1999-03-04",
    },
  },
  {
    // KAY: power back to Uzbekistan, 110 million kWh a month to September (1999 Art 3); the reservoir was to be full on 31 May.
    // One row of status (1999-03-04) stands for both yearly texts, so all lines bear its day and what the text of 2000 asks
    // for is ahead with what is known now: full on 31 May, water (Art 1) and power (Art 3) of June and July. MO1997: in
    // force since 7 May, or from 6 August; Art 7 counts from a day that is certain, so not yet. CISCT1999 is signed (1999-06-04).
    party: "TJK",
    asOf: "1999-06-30",
    dated: `
      DRUG-02    1998        INCB              1999-06-30  open
      DRUG-03    1999        INCB              1999-06-30  open
      DRUG-05    1998        INCB              1999-06-30  open
      DRUG-09    1998        INCB              1999-06-30  open
      KAY-03b    1999-03-04  UZB               1999-06-30  open
      OSCE-03    1998        OSCE-EX -MNG (9)  1999-06-30  open      unverified
      DRUG-01    1999-Q2     INCB              1999-07-31  upcoming
      KAY-03c    1999-03-04  UZB               1999-07-31  upcoming
      KAY-03d    1999-03-04  UZB               1999-08-31  upcoming
      KAY-03e    1999-03-04  UZB               1999-09-30  upcoming
      DRUG-01    1999-Q3     INCB              1999-10-31  upcoming
      DRUG-01    1999-Q4     INCB              2000-01-31  upcoming
      CWC-06     1999        OPCW              2000-03-30  upcoming
      DRUG-01    2000-Q1     INCB              2000-04-30  upcoming
      OSCE-01    2000        OSCE-EX -MNG (9)  2000-04-30  upcoming  unverified
      UNROCA-02  2000        UNODA             2000-04-30  upcoming
      KAY-04a    1999-03-04  UZB               2000-05-31  upcoming
      UNROCA-01  1999        UNODA             2000-05-31  upcoming
      DRUG-02    1999        INCB              2000-06-30  upcoming
      DRUG-03    2000        INCB              2000-06-30  upcoming
      DRUG-05    1999        INCB              2000-06-30  upcoming
      DRUG-09    1999        INCB              2000-06-30  upcoming
      KAY-04b    1999-03-04  UZB               2000-06-30  upcoming
      KAY-06a    1999-03-04  UZB               2000-06-30  upcoming
      OSCE-03    1999        OSCE-EX -MNG (9)  2000-06-30  upcoming  unverified
      OSCE-04    1999        OSCE-EX -MNG (9)  2000-06-30  upcoming  unverified
      DRUG-01    2000-Q2     INCB              2000-07-31  upcoming
      KAY-04c    1999-03-04  UZB               2000-07-31  upcoming
      KAY-06b    1999-03-04  UZB               2000-07-31  upcoming
    `,
    bound: `${AT_FIRST} CWC KAY SH1996`,
    unverified: "CISEM1993 MO1997 OSCE-EX",
    absent: {
      ...NEVER_JOINED,
      ...NUCLEAR,
      "MO1997-05": "counts from the day on which MO1997 certainly binds, 1999-08-06",
      "KAY-05a": "owed by Uzbekistan",
      CISCT1999: "signed 1999-06-04; ratification 2000-10-03",
      TASH2000: "signed 2000-04-21",
      SYR1998: "protocol of accession of 1999-05-07; every clause waits for a record",
    },
  },
  {
    // KAY runs to the end of this day, and its last date was 30 September. CISCT1999: ratification 2000-10-03. TASH2000 signed
    // 2000-04-21. MO1997 Art 7: 24 months from 1999-08-06, owed by the side. CWC-06, unlike Kyrgyzstan.
    party: "TJK",
    asOf: "2000-12-31",
    dated: `
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
      DRUG-01    2001-Q3     INCB                          2001-10-31  upcoming
      DRUG-01    2001-Q4     INCB                          2002-01-31  upcoming
    `,
    bound: SINCE_2000,
    unverified: "CISEM1993 OSCE-EX TASH2000",
    absent: {
      ...NEVER_JOINED,
      ...NUCLEAR,
      KAY: "its last date was 2000-09-30; expiry with effect from 2001-01-01",
      SCO2001: "signed 2001-06-15, in force 2003-03-29",
      UNTOC: "signed 2000-12-12; ratification 2002-07-08, effect 2003-09-29",
    },
  },
  {
    // ENC1986 and ASC1986: effect 2011-10-23. UNCT: in effect today. VD2011: adopted today, in effect tomorrow; 15 December is
    // owed then and shown now, to 55 (Mongolia takes part from 2012-11-21, six days after the calendar of para 61 of 2012);
    // what counts from its first day is not. 2012 is a leap year: CWC-06 on 30 March. UNCAC 2006-10-25, UNTOC 2003-09-29,
    // SCO2001 2003-03-29, RATS2002 2003-11-14, CANWFZ 2009-03-21, CARICC 2009-03-22, IHR2005 2007-06-15, UNSC1540 2004-04-28.
    party: "TJK",
    asOf: "2011-11-30",
    dated: `
      VD2011-01  2011     VD2011 -MNG (55)             2011-12-15  upcoming
      VD2011-03  2011     VD2011 -MNG (55)             2011-12-15  upcoming
      DRUG-01    2011-Q4  INCB                         2012-01-31  upcoming
      CWC-06     2011     OPCW                         2012-03-30  upcoming
      OSCE-02    2012     OSCE-EX -MNG +OSCE-CPC (10)  2012-04-15  upcoming  unverified
      DRUG-01    2012-Q1  INCB                         2012-04-30  upcoming
      OSCE-01    2012     OSCE-EX -MNG (9)             2012-04-30  upcoming  unverified
      UNROCA-02  2012     UNODA                        2012-04-30  upcoming
      OSCE-06    2012     OSCE-EX -MNG (9)             2012-05-31  upcoming  unverified
      UNROCA-01  2011     UNODA                        2012-05-31  upcoming
      DRUG-02    2011     INCB                         2012-06-30  upcoming
      DRUG-03    2012     INCB                         2012-06-30  upcoming
      DRUG-05    2011     INCB                         2012-06-30  upcoming
      DRUG-09    2011     INCB                         2012-06-30  upcoming
      OSCE-03    2011     OSCE-EX -MNG (9)             2012-06-30  upcoming  unverified
      OSCE-04    2011     OSCE-EX -MNG (9)             2012-06-30  upcoming  unverified
      DRUG-01    2012-Q2  INCB                         2012-07-31  upcoming
      DRUG-01    2012-Q3  INCB                         2012-10-31  upcoming
      VD2011-20  2012     VD2011 -MNG (55)             2012-11-15  upcoming
      VD2011-01  2012     VD2011 (56)                  2012-12-15  upcoming
      VD2011-03  2012     VD2011 (56)                  2012-12-15  upcoming
    `,
    bound: SINCE_2011,
    unverified: UNVERIFIED_2011,
    absent: {
      ...NEVER_JOINED,
      ...CHARTER,
      "VD2011-09a": "the point of contact is owed from 2011-12-01",
      "VD2011-24a": "the right of 2011 would have arisen on 1 January, before the document",
      "NWFZ-02": "the 18 months ended on 2010-09-21",
      KAY: "both texts expired with 2000-12-31",
      SCOTERR2009: "signed 2009-06-16, in force 2012-01-14",
      SCOBORD2015: "signed 2015-07-10, in force 2016-10-29",
    },
  },
  {
    // CM2025 (2025-11-16): support for the candidacy of Kyrgyzstan, by June 2026 (general knowledge, the day assumed).
    // BT2025-KT from 2025-03-31, BT2025-JP 2025-11-15, both by exchange; EUCA2025 2025-04-04, C5P1-2025 2025-11-06. TF2022: signed
    // 2025-08-28 and not in force. SCOBORD2015, SCOTERR2009: own date not verified. VD2011 to Russia: see kyrgyzstan.ts.
    party: "TJK",
    asOf: "2026-03-31",
    dated: `
      CWC-06     2025        OPCW                    2026-03-31  open
      OSCE-02    2026        OSCE-EX +OSCE-CPC (11)  2026-04-15  upcoming  unverified
      DRUG-01    2026-Q1     INCB                    2026-04-30  upcoming
      OSCE-01    2026        OSCE-EX (10)            2026-04-30  upcoming  unverified
      UNROCA-02  2026        UNODA                   2026-04-30  upcoming
      OSCE-06    2026        OSCE-EX (10)            2026-05-31  upcoming  unverified
      UNROCA-01  2025        UNODA                   2026-05-31  upcoming
      CM2025-06  2025-11-16  KGZ                     2026-06-30  upcoming
      DRUG-02    2025        INCB                    2026-06-30  upcoming
      DRUG-03    2026        INCB                    2026-06-30  upcoming
      DRUG-05    2025        INCB                    2026-06-30  upcoming
      DRUG-09    2025        INCB                    2026-06-30  upcoming
      OSCE-03    2025        OSCE-EX (10)            2026-06-30  upcoming  unverified
      OSCE-04    2025        OSCE-EX (10)            2026-06-30  upcoming  unverified
      DRUG-01    2026-Q2     INCB                    2026-07-31  upcoming
      DRUG-01    2026-Q3     INCB                    2026-10-31  upcoming
      VD2011-20  2026        VD2011 (56)             2026-11-15  upcoming
      VD2011-01  2026        VD2011 -RUS (55)        2026-12-15  upcoming
      VD2011-01  2026        RUS                     2026-12-15  upcoming  unverified
      VD2011-03  2026        VD2011 -RUS (55)        2026-12-15  upcoming
      VD2011-03  2026        RUS                     2026-12-15  upcoming  unverified
      DRUG-01    2026-Q4     INCB                    2027-01-31  upcoming
      CWC-06     2026        OPCW                    2027-03-31  upcoming
      OSCE-02    2027        OSCE-EX +OSCE-CPC (11)  2027-04-15  upcoming  unverified
      DRUG-01    2027-Q1     INCB                    2027-04-30  upcoming
      OSCE-01    2027        OSCE-EX (10)            2027-04-30  upcoming  unverified
      UNROCA-02  2027        UNODA                   2027-04-30  upcoming
    `,
    bound: `${SINCE_2011.replace(" MO1997", "")} BT2025-JP BT2025-KT C5P1-2025 CM2025 EUCA2025`,
    unverified: `${UNVERIFIED_2011} MO1997 SCOBORD2015 SCOTERR2009`,
    absent: {
      ...NEVER_JOINED,
      ...CHARTER,
      TF2022: "signed 2025-08-28, general entry into force not found (modifiers: no duty counted)",
      CHCA2025: "signed 2025-06-17, entry into force not found (modifiers: no duty counted)",
      KEMPIR2022: "between Kyrgyzstan and Uzbekistan",
      "CM2025-04": "owed by the coordinators",
    },
  },
];
