import type { GoldenBoard } from "./golden.ts";

/*
 * Uzbekistan. Rows that several boards rest on:
 * - DRUG1961 accession 1995-08-24, effect 1995-09-23; DRUG1971 effect 1995-10-10; DRUG1988 effect 1995-11-22 (UN crawl of
 *   March 2015, effect computed). 1961 Art 20(2)(b): a month after each quarter; 20(2)(a): 30 June of the next year;
 *   19: 30 June of the year before, so that the line of 2007 asks for the estimates of 2008. 1971 Art 16(4) and 1988
 *   Art 12(12): 30 June of the next year (general knowledge). All to the Board (INCB).
 * - CWC ratification 1996-07-23, effect 1997-04-29 with the convention. Verification Annex VII.2(b): 90 days after the
 *   year, 31 March, after a leap day 30 March.
 * - UNROCA participation from 1992-03-02: transfers 31 May of the next year, spending 30 April (general knowledge).
 * - OSCE-EX participation without any date, "start date differs by decision": never verified. Ten rows of participants,
 *   Mongolia from 2012-11-21 the eleventh.
 * - ASC1986 accession without any date ("party by November 2025"): the convention is in force since 1987-02-26, so
 *   from then on it cannot be excluded. CISEM1993, SCOCH2006, SCOEM2005, SCOEX2007, TASH2000: signature only, and
 *   nobody knows whether more was needed: unverified from the day of signature.
 */

/** What it never joined, as far as the fact base goes. */
export const NEVER_JOINED: GoldenBoard["absent"] = {
  SH1996: "no border with China (modifiers: not party; cis-legislation rgn=3879)",
  MO1997: "no border with China (modifiers: not party)",
  ATT: "of the five only Kazakhstan is a party (modifiers: not party)",
  TEIA1992: "no accession found (modifiers: not party; UN crawl of March 2015)",
  CISCT1999: "not among signatories or depositors (modifiers: not party; law 93)",
  "UNTOC-FIREARMS": "no row of status; modifiers: not party",
};

/** In force for its members from 2003-09-19 (general knowledge), and nothing in it is owed by a member without a record. */
export const CHARTER = { "SCO-CHARTER": "its prohibition (Art 16) is one of three bodies, not of members" };

export const boards: readonly GoldenBoard[] = [
  {
    // Before the SCO, after the treaties of Tashkent and Almaty. CST1992: ratification, effect 1994-04-20. The chemical
    // convention is signed (1995-11-24) and its law of ratification three weeks off: the declaration of 31 March 1997
    // arises on 1 January 1997, before the convention binds anyone (1997-04-29). Russia (DRUG1961 from 1996-07-03)
    // changes nothing here: the Board is the creditor. Four lines are due this very day, UTC, and still open.
    party: "UZB",
    asOf: "1996-06-30",
    dated: `
      DRUG-02    1995     INCB                 1996-06-30  open
      DRUG-03    1996     INCB                 1996-06-30  open
      DRUG-05    1995     INCB                 1996-06-30  open
      DRUG-09    1995     INCB                 1996-06-30  open
      DRUG-01    1996-Q2  INCB                 1996-07-31  upcoming
      DRUG-01    1996-Q3  INCB                 1996-10-31  upcoming
      DRUG-01    1996-Q4  INCB                 1997-01-31  upcoming
      DRUG-01    1997-Q1  INCB                 1997-04-30  upcoming
      OSCE-01    1997     OSCE-EX -MNG (9)     1997-04-30  upcoming  unverified
      UNROCA-02  1997     UNODA                1997-04-30  upcoming
      UNROCA-01  1996     UNODA                1997-05-31  upcoming
      DRUG-02    1996     INCB                 1997-06-30  upcoming
      DRUG-03    1997     INCB                 1997-06-30  upcoming
      DRUG-05    1996     INCB                 1997-06-30  upcoming
      DRUG-09    1996     INCB                 1997-06-30  upcoming
      OSCE-03    1996     OSCE-EX -MNG (9)     1997-06-30  upcoming  unverified
      DRUG-01    1997-Q2  INCB                 1997-07-31  upcoming
    `,
    bound: "ALM1992 CST1992 DRUG1961 DRUG1971 DRUG1988 OSCE-MECH UNROCA",
    unverified: "ASC1986 CISEM1993 OSCE-EX",
    absent: {
      ...NEVER_JOINED,
      CWC: "signed 1995-11-24, in force for it from 1997-04-29 only",
      SCO2001: "signed 2001-06-15, in force 2003-03-29",
      RATS2002: "in force 2003-11-14",
      ENC1986: "accession 2025-04-14, effect 2025-05-14",
      WC1992: "accession 2007-09-04, effect 2007-12-03",
      KAY: "the first of its yearly texts is of 1999-03-04",
      CICA: "the catalogue is of 2004-10-22",
      TASH2000: "signed 2000-04-21",
    },
  },
  {
    // CST1992: the protocol of 2 April 1999 was not signed; withdrawal with effect from 1999-04-20 (tass.com 678014).
    // KAY: Uzbekistan is bound by the yearly texts until 2000-12-31, but what it owes under them is power in March and
    // April (1999 Art 2, 2000 Art 2), past by now; it is still owed water and power by Tajikistan. TASH2000: signature
    // of 2000-04-21, Kyrgyzstan and Tajikistan with it. SYR1998 has only clauses that a record sets off.
    party: "UZB",
    asOf: "2000-06-30",
    dated: `
      DRUG-02    1999     INCB                 2000-06-30  open
      DRUG-03    2000     INCB                 2000-06-30  open
      DRUG-05    1999     INCB                 2000-06-30  open
      DRUG-09    1999     INCB                 2000-06-30  open
      OSCE-03    1999     OSCE-EX -MNG (9)     2000-06-30  open      unverified
      OSCE-04    1999     OSCE-EX -MNG (9)     2000-06-30  open      unverified
      DRUG-01    2000-Q2  INCB                 2000-07-31  upcoming
      DRUG-01    2000-Q3  INCB                 2000-10-31  upcoming
      DRUG-01    2000-Q4  INCB                 2001-01-31  upcoming
      CWC-06     2000     OPCW                 2001-03-31  upcoming
      DRUG-01    2001-Q1  INCB                 2001-04-30  upcoming
      OSCE-01    2001     OSCE-EX -MNG (9)     2001-04-30  upcoming  unverified
      UNROCA-02  2001     UNODA                2001-04-30  upcoming
      UNROCA-01  2000     UNODA                2001-05-31  upcoming
      DRUG-02    2000     INCB                 2001-06-30  upcoming
      DRUG-03    2001     INCB                 2001-06-30  upcoming
      DRUG-05    2000     INCB                 2001-06-30  upcoming
      DRUG-09    2000     INCB                 2001-06-30  upcoming
      OSCE-03    2000     OSCE-EX -MNG (9)     2001-06-30  upcoming  unverified
      OSCE-04    2000     OSCE-EX -MNG (9)     2001-06-30  upcoming  unverified
      DRUG-01    2001-Q2  INCB                 2001-07-31  upcoming
    `,
    bound: "ALM1992 CWC DRUG1961 DRUG1971 DRUG1988 OSCE-MECH UNROCA",
    unverified: "ASC1986 CISEM1993 OSCE-EX TASH2000",
    absent: {
      ...NEVER_JOINED,
      CST1992: "withdrawal, effect 1999-04-20: did not sign the protocol of 2 April 1999",
      KAY: "its own dates were 31 March and 30 April; what is left is owed by Tajikistan",
      SCO2001: "signed 2001-06-15, in force 2003-03-29",
      UNTOC: "ratification 2003-12-09, effect 2004-01-08",
      ENC1986: "accession 2025-04-14, effect 2025-05-14",
      WC1992: "accession 2007-09-04, effect 2007-12-03",
      UNSC1540: "the resolution is of 2004-04-28",
    },
  },
  {
    // CST1992 again: protocol of 2006-08-16, parliament in March 2008 (tass.com 678014; RIA 2008). The effect date is one
    // of the two, so the binding is unverified on this day. SCOEX2007 was signed three days ago, and China applies it
    // provisionally. CANWFZ is ratified (2007-05-10) and waits for the fifth (2009-03-21). IHR2005: two weeks in force.
    // UNSC1540: the first report was due 2004-10-28, so no date is ahead; UNCAC not before 2008-08-28.
    party: "UZB",
    asOf: "2007-06-30",
    dated: `
      DRUG-02    2006     INCB                          2007-06-30  open
      DRUG-03    2007     INCB                          2007-06-30  open
      DRUG-05    2006     INCB                          2007-06-30  open
      DRUG-09    2006     INCB                          2007-06-30  open
      OSCE-03    2006     OSCE-EX -MNG (9)              2007-06-30  open      unverified
      OSCE-04    2006     OSCE-EX -MNG (9)              2007-06-30  open      unverified
      DRUG-01    2007-Q2  INCB                          2007-07-31  upcoming
      DRUG-01    2007-Q3  INCB                          2007-10-31  upcoming
      DRUG-01    2007-Q4  INCB                          2008-01-31  upcoming
      CWC-06     2007     OPCW                          2008-03-30  upcoming
      DRUG-01    2008-Q1  INCB                          2008-04-30  upcoming
      OSCE-01    2008     OSCE-EX -MNG (9)              2008-04-30  upcoming  unverified
      UNROCA-02  2008     UNODA                         2008-04-30  upcoming
      OSCE-06    2008     OSCE-EX -MNG (9)              2008-05-31  upcoming  unverified
      UNROCA-01  2007     UNODA                         2008-05-31  upcoming
      DRUG-02    2007     INCB                          2008-06-30  upcoming
      DRUG-03    2008     INCB                          2008-06-30  upcoming
      DRUG-05    2007     INCB                          2008-06-30  upcoming
      DRUG-09    2007     INCB                          2008-06-30  upcoming
      OSCE-03    2007     OSCE-EX -MNG (9)              2008-06-30  upcoming  unverified
      OSCE-04    2007     OSCE-EX -MNG (9)              2008-06-30  upcoming  unverified
      DRUG-01    2008-Q2  INCB                          2008-07-31  upcoming
    `,
    bound: "ALM1992 CWC DRUG1961 DRUG1971 DRUG1988 IHR2005 OSCE-MECH RATS2002 SCO2001 UNROCA UNSC1540 UNTOC",
    unverified: "ASC1986 CICA CISEM1993 CST1992 OSCE-EX SCOCH2006 SCOEM2005 SCOEX2007 TASH2000",
    absent: {
      ...CHARTER,
      ...NEVER_JOINED,
      CANWFZ: "ratification 2007-05-10, in force 2009-03-21",
      CARICC: "signed 2007, in force 2009-03-22",
      ENC1986: "accession 2025-04-14, effect 2025-05-14",
      KAY: "both texts expired with 2000-12-31",
      UNCAC: "accession 2008-07-29, effect 2008-08-28",
      VD2011: "adopted 2011-11-30",
      WC1992: "accession 2007-09-04, effect 2007-12-03",
    },
  },
];
