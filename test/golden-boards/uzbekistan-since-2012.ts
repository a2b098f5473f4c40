import type { GoldenBoard } from "./golden.ts";
import { CHARTER, NEVER_JOINED } from "./uzbekistan.ts";

/* Uzbekistan from 2012 on. The rows that all its boards rest on stand in uzbekistan.ts. */

/** Since 2007 came UNCAC (effect 2008-08-28), WC1992 (2007-12-03), CANWFZ (2009-03-21), UNCT and VD2011 (2011). */
const BOUND_2012 =
  "ALM1992 CANWFZ CWC DRUG1961 DRUG1971 DRUG1988 IHR2005 OSCE-MECH RATS2002 SCO2001 UNCAC UNCT UNROCA UNSC1540 UNTOC " +
  "VD2011 WC1992";
/** CARICC: ratified after 2009-03-22, day unknown. SCOTERR2009: in force 2012-01-14, own act unknown. */
const UNVERIFIED_2012 = "ASC1986 CARICC CICA CISEM1993 OSCE-EX SCOCH2006 SCOEM2005 SCOEX2007 SCOTERR2009 TASH2000";

const BOUND_2025 = `${BOUND_2012} BR-KAZUZB BT2025-JP C5P1-2025 CM2025 ENC1986 EUCA2025`;
const UNVERIFIED_2025 = `${UNVERIFIED_2012} BR-KGZUZB KEMPIR2022 SCOBORD2015`;
const SIGNED_ONLY: GoldenBoard["absent"] = {
  TF2022: "signed 2022-07-21, general entry into force not found (modifiers: no duty counted)",
  CHCA2025: "signed 2025-06-17, entry into force not found (modifiers: no duty counted)",
  KUW2025: "signed 2025-11-15, entry into force not found (modifiers: no duty counted)",
};
const ART_11_2 = {
  "ENC-07": "declaration under Art 11(3), 2025-05-14 (modifiers)",
  "ENC-07b": "it belongs to the same Art 11(2)",
};

export const boards: readonly GoldenBoard[] = [
  {
    // Between the note of 28 June and the decision of 19 December 2012 (tass.com 678014 and 687141): whether CST1992 is
    // suspended depends on which of the two counts. VD2011 from 2011-12-01: para 61 by 15 November, para 9 and 13 by 15
    // December; Mongolia takes part from 2012-11-21, so it is owed the second and not the first.
    party: "UZB",
    asOf: "2012-09-30",
    dated: `
      DRUG-01    2012-Q3  INCB                          2012-10-31  upcoming
      VD2011-20  2012     VD2011 -MNG (55)              2012-11-15  upcoming
      VD2011-01  2012     VD2011 (56)                   2012-12-15  upcoming
      VD2011-03  2012     VD2011 (56)                   2012-12-15  upcoming
      DRUG-01    2012-Q4  INCB                          2013-01-31  upcoming
      CWC-06     2012     OPCW                          2013-03-31  upcoming
      OSCE-02    2013     OSCE-EX +OSCE-CPC (11)        2013-04-15  upcoming  unverified
      DRUG-01    2013-Q1  INCB                          2013-04-30  upcoming
      OSCE-01    2013     OSCE-EX (10)                  2013-04-30  upcoming  unverified
      UNROCA-02  2013     UNODA                         2013-04-30  upcoming
      OSCE-06    2013     OSCE-EX (10)                  2013-05-31  upcoming  unverified
      UNROCA-01  2012     UNODA                         2013-05-31  upcoming
      DRUG-02    2012     INCB                          2013-06-30  upcoming
      DRUG-03    2013     INCB                          2013-06-30  upcoming
      DRUG-05    2012     INCB                          2013-06-30  upcoming
      DRUG-09    2012     INCB                          2013-06-30  upcoming
      OSCE-03    2012     OSCE-EX (10)                  2013-06-30  upcoming  unverified
      OSCE-04    2012     OSCE-EX (10)                  2013-06-30  upcoming  unverified
      DRUG-01    2013-Q2  INCB                          2013-07-31  upcoming
      DRUG-01    2013-Q3  INCB                          2013-10-31  upcoming
    `,
    bound: BOUND_2012,
    unverified: `${UNVERIFIED_2012} CST1992`,
    absent: {
      ...CHARTER,
      ...NEVER_JOINED,
      ENC1986: "accession 2025-04-14, effect 2025-05-14",
      "BR-KAZUZB": "signed 2000-12-13, in force 2014-07-30",
      SCOBORD2015: "signed 2015-07-10",
    },
  },
  {
    // As before, and the decision of 19 December 2012 is half a year old: CST1992 is suspended whichever day counts.
    party: "UZB",
    asOf: "2013-06-30",
    dated: `
      DRUG-02    2012     INCB                          2013-06-30  open
      DRUG-03    2013     INCB                          2013-06-30  open
      DRUG-05    2012     INCB                          2013-06-30  open
      DRUG-09    2012     INCB                          2013-06-30  open
      OSCE-03    2012     OSCE-EX (10)                  2013-06-30  open      unverified
      OSCE-04    2012     OSCE-EX (10)                  2013-06-30  open      unverified
      DRUG-01    2013-Q2  INCB                          2013-07-31  upcoming
      DRUG-01    2013-Q3  INCB                          2013-10-31  upcoming
      VD2011-20  2013     VD2011 (56)                   2013-11-15  upcoming
      VD2011-01  2013     VD2011 (56)                   2013-12-15  upcoming
      VD2011-03  2013     VD2011 (56)                   2013-12-15  upcoming
      DRUG-01    2013-Q4  INCB                          2014-01-31  upcoming
      CWC-06     2013     OPCW                          2014-03-31  upcoming
      OSCE-02    2014     OSCE-EX +OSCE-CPC (11)        2014-04-15  upcoming  unverified
      DRUG-01    2014-Q1  INCB                          2014-04-30  upcoming
      OSCE-01    2014     OSCE-EX (10)                  2014-04-30  upcoming  unverified
      UNROCA-02  2014     UNODA                         2014-04-30  upcoming
      OSCE-06    2014     OSCE-EX (10)                  2014-05-31  upcoming  unverified
      UNROCA-01  2013     UNODA                         2014-05-31  upcoming
      DRUG-02    2013     INCB                          2014-06-30  upcoming
      DRUG-03    2014     INCB                          2014-06-30  upcoming
      DRUG-05    2013     INCB                          2014-06-30  upcoming
      DRUG-09    2013     INCB                          2014-06-30  upcoming
      OSCE-03    2013     OSCE-EX (10)                  2014-06-30  upcoming  unverified
      OSCE-04    2013     OSCE-EX (10)                  2014-06-30  upcoming  unverified
      DRUG-01    2014-Q2  INCB                          2014-07-31  upcoming
    `,
    bound: BOUND_2012,
    unverified: UNVERIFIED_2012,
    suspended: { CST1992: "note of 2012-06-28, decision of 2012-12-19 (status, modifiers: suspension)" },
    absent: {
      ...CHARTER,
      ...NEVER_JOINED,
      "CST-01b": "a prohibition has no bearer whose part is suspended",
      "CST-02a": "the right of 2013 would have arisen on 1 January 2013, during the suspension",
      ENC1986: "accession 2025-04-14, effect 2025-05-14",
      "BR-KAZUZB": "signed 2000-12-13, in force 2014-07-30",
      SCOBORD2015: "signed 2015-07-10",
    },
  },
  {
    // ENC1986: accession 2025-04-14, effect 2025-05-14 (verdragenbank 000367), with the declaration under Art 11(3).
    // BT2025-JP 2025-11-15, C5P1-2025 2025-11-06, EUCA2025 2025-04-04, CM2025 2025-11-16: support for the Kyrgyz
    // candidacy by the election of June 2026 (its last day); the measures of the catalogue by 2028-12-31, not in the
    // window. VD2011: Russia's halt of 2023 names para 9 to 13 (clauses 01 to 04), 24 and 27 and has no effect date, so
    // towards Russia the lines of December are not verified, that of November is. KEMPIR2022: ratification 2022-11-30
    // without effect date; BR-KGZUZB, SCOBORD2015: own day not known.
    party: "UZB",
    asOf: "2025-12-31",
    dated: `
      DRUG-01    2025-Q4  INCB                   2026-01-31  upcoming
      CWC-06     2025     OPCW                   2026-03-31  upcoming
      OSCE-02    2026     OSCE-EX +OSCE-CPC (11)  2026-04-15  upcoming  unverified
      DRUG-01    2026-Q1  INCB                   2026-04-30  upcoming
      OSCE-01    2026     OSCE-EX (10)           2026-04-30  upcoming  unverified
      UNROCA-02  2026     UNODA                  2026-04-30  upcoming
      OSCE-06    2026     OSCE-EX (10)           2026-05-31  upcoming  unverified
      UNROCA-01  2025     UNODA                  2026-05-31  upcoming
      CM2025-06  2025-11-16  KGZ                 2026-06-30  upcoming
      DRUG-02    2025     INCB                   2026-06-30  upcoming
      DRUG-03    2026     INCB                   2026-06-30  upcoming
      DRUG-05    2025     INCB                   2026-06-30  upcoming
      DRUG-09    2025     INCB                   2026-06-30  upcoming
      OSCE-03    2025     OSCE-EX (10)           2026-06-30  upcoming  unverified
      OSCE-04    2025     OSCE-EX (10)           2026-06-30  upcoming  unverified
      DRUG-01    2026-Q2  INCB                   2026-07-31  upcoming
      DRUG-01    2026-Q3  INCB                   2026-10-31  upcoming
      VD2011-20  2026     VD2011 (56)            2026-11-15  upcoming
      VD2011-01  2026     VD2011 -RUS (55)       2026-12-15  upcoming
      VD2011-01  2026     RUS                    2026-12-15  upcoming  unverified
      VD2011-03  2026     VD2011 -RUS (55)       2026-12-15  upcoming
      VD2011-03  2026     RUS                    2026-12-15  upcoming  unverified
      DRUG-01    2026-Q4  INCB                   2027-01-31  upcoming
    `,
    bound: BOUND_2025,
    unverified: UNVERIFIED_2025,
    suspended: { CST1992: "note of 2012-06-28, decision of 2012-12-19; no act of return is recorded" },
    absent: {
      ...CHARTER,
      ...NEVER_JOINED,
      ...SIGNED_ONLY,
      "CM2025-01b": "set off by a record only",
    },
    excluded: ART_11_2,
  },
  {
    // Nothing new binds it; the election of June is over. Para 9 and 13 twice: 15 December 2026 and 2027; the calendar
    // of para 61 for 2026 was due a week ago. The quarter that ended in September was due on 31 October.
    party: "UZB",
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
    bound: BOUND_2025,
    unverified: UNVERIFIED_2025,
    suspended: { CST1992: "note of 2012-06-28, decision of 2012-12-19; no act of return is recorded" },
    absent: {
      ...CHARTER,
      ...NEVER_JOINED,
      ...SIGNED_ONLY,
      KAY: "both texts expired with 2000-12-31",
    },
    excluded: ART_11_2,
  },
];
