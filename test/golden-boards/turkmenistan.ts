import type { GoldenBoard } from "./golden.ts";

/*
 * Turkmenistan. It is in neither CST1992 nor the SCO, and an observer only in CICA (modifiers: no measure as a member).
 * ALM1992 from 1992-02-18, OSCE-MECH 1992-01-30, UNROCA 1992-03-02; OSCE-EX and CISEM1993 (signature) never verified.
 */

const NOT_A_MEMBER: GoldenBoard["absent"] = {
  CST1992: "no row of status",
  SCO2001: "no row of status",
  RATS2002: "no row of status",
  "SCO-CHARTER": "no row of status",
  CICA: "observer only (theicaf.org 2022)",
  TASH2000: "no row of status",
  SH1996: "no border with China (modifiers: not party)",
};

export const boards: readonly GoldenBoard[] = [
  {
    // DRUG1961: accession 1996-02-21, effect 1996-03-22, nine days ago; DRUG1971 and DRUG1988 after 90 days, 1996-05-21. A
    // yearly duty arises on its day, so the first figures, of 1995, are those of 30 June: by then all three bind. The quarter
    // that ends today is the first of Form A; it arises with the quarter's end. DRUG1988 has no other line yet: its standing
    // clause and its ceiling look at today. CWC: ratified 1994-09-29, in force 1997-04-29, after the declaration of March.
    party: "TKM",
    asOf: "1996-03-31",
    dated: `
      DRUG-01    1996-Q1  INCB              1996-04-30  upcoming
      OSCE-01    1996     OSCE-EX -MNG (9)  1996-04-30  upcoming  unverified
      UNROCA-02  1996     UNODA             1996-04-30  upcoming
      UNROCA-01  1995     UNODA             1996-05-31  upcoming
      DRUG-02    1995     INCB              1996-06-30  upcoming
      DRUG-03    1996     INCB              1996-06-30  upcoming
      DRUG-05    1995     INCB              1996-06-30  upcoming
      DRUG-09    1995     INCB              1996-06-30  upcoming
      DRUG-01    1996-Q2  INCB              1996-07-31  upcoming
      DRUG-01    1996-Q3  INCB              1996-10-31  upcoming
      DRUG-01    1996-Q4  INCB              1997-01-31  upcoming
      DRUG-01    1997-Q1  INCB              1997-04-30  upcoming
      OSCE-01    1997     OSCE-EX -MNG (9)  1997-04-30  upcoming  unverified
      UNROCA-02  1997     UNODA             1997-04-30  upcoming
    `,
    bound: "ALM1992 DRUG1961 DRUG1971 DRUG1988 OSCE-MECH UNROCA",
    unverified: "CISEM1993 OSCE-EX",
    absent: {
      ...NOT_A_MEMBER,
      "DRUG-14": "the convention of 1988 binds it from 1996-05-21",
      "DRUG-03b": "the right of 1996 would have arisen on 1 January, before the accession",
      CWC: "ratified 1994-09-29, in force 1997-04-29",
      ENC1986: "accession 2023-11-14, effect 2023-12-14",
      ASC1986: "accession 2023-11-14, effect 2023-12-14",
    },
  },
  {
    // ENC1986 and ASC1986: accession 2023-11-14, effect 30 days later, 2023-12-14, no declaration. WC1992 2012-11-27, CANWFZ
    // 2009-03-21, CARICC 2009-03-22, UNTOC 2005-04-27, UNTOC-FIREARMS 2005-07-03, UNCAC 2005-12-14. BREG-KAZTKM: signed
    // 2021-10-25, ratification without a day. VD2011: Russia's halt of 2023, see uzbekistan.ts.
    party: "TKM",
    asOf: "2024-06-30",
    dated: `
      DRUG-02    2023     INCB                    2024-06-30  open
      DRUG-03    2024     INCB                    2024-06-30  open
      DRUG-05    2023     INCB                    2024-06-30  open
      DRUG-09    2023     INCB                    2024-06-30  open
      OSCE-03    2023     OSCE-EX (10)            2024-06-30  open      unverified
      OSCE-04    2023     OSCE-EX (10)            2024-06-30  open      unverified
      DRUG-01    2024-Q2  INCB                    2024-07-31  upcoming
      DRUG-01    2024-Q3  INCB                    2024-10-31  upcoming
      VD2011-20  2024     VD2011 (56)             2024-11-15  upcoming
      VD2011-01  2024     VD2011 -RUS (55)        2024-12-15  upcoming
      VD2011-01  2024     RUS                     2024-12-15  upcoming  unverified
      VD2011-03  2024     VD2011 -RUS (55)        2024-12-15  upcoming
      VD2011-03  2024     RUS                     2024-12-15  upcoming  unverified
      DRUG-01    2024-Q4  INCB                    2025-01-31  upcoming
      CWC-06     2024     OPCW                    2025-03-31  upcoming
      OSCE-02    2025     OSCE-EX +OSCE-CPC (11)  2025-04-15  upcoming  unverified
      DRUG-01    2025-Q1  INCB                    2025-04-30  upcoming
      OSCE-01    2025     OSCE-EX (10)            2025-04-30  upcoming  unverified
      UNROCA-02  2025     UNODA                   2025-04-30  upcoming
      OSCE-06    2025     OSCE-EX (10)            2025-05-31  upcoming  unverified
      UNROCA-01  2024     UNODA                   2025-05-31  upcoming
      DRUG-02    2024     INCB                    2025-06-30  upcoming
      DRUG-03    2025     INCB                    2025-06-30  upcoming
      DRUG-05    2024     INCB                    2025-06-30  upcoming
      DRUG-09    2024     INCB                    2025-06-30  upcoming
      OSCE-03    2024     OSCE-EX (10)            2025-06-30  upcoming  unverified
      OSCE-04    2024     OSCE-EX (10)            2025-06-30  upcoming  unverified
      DRUG-01    2025-Q2  INCB                    2025-07-31  upcoming
    `,
    bound:
      "ALM1992 ASC1986 CANWFZ CARICC CWC DRUG1961 DRUG1971 DRUG1988 ENC1986 IHR2005 OSCE-MECH UNCAC UNCT UNROCA UNSC1540 " +
      "UNTOC UNTOC-FIREARMS VD2011 WC1992",
    unverified: "BREG-KAZTKM CISEM1993 OSCE-EX",
    absent: {
      ...NOT_A_MEMBER,
      TEIA1992: "no accession found (modifiers: not party)",
      ATT: "of the five only Kazakhstan is a party (modifiers: not party)",
      TF2022: "no signature found (modifiers: not signed)",
      EUCA2025: "declaration of 2025-04-04",
      CM2025: "in effect 2025-11-16",
    },
  },
];
