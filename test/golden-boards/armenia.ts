import type { GoldenBoard } from "./golden.ts";

/*
 * Armenia, of which the fact base holds the CSTO, two treaties of the CIS and the OSCE, and no treaty of the United Nations.
 */

const NOT_HELD = "no row of status: of this treaty only the region's parties and some neighbours are held";

export const boards: readonly GoldenBoard[] = [
  {
    // CST1992 from 1994-04-20; in February 2024 its government called its part frozen. No act under the treaty is known
    // (dispute CST-ARM: status and modifiers, low, no effect date): every line that looks at today is unverified, and the right
    // of consultation of 2024, which arose on 1 January, is not. The clauses named are CST-01 to CST-06, and CST-05 is of the
    // Charter: so CSTO-CHARTER (2003-09-18) is unverified too.
    // CISCT1999: ratification 2001-12-28. VD2011 to Russia: see kyrgyzstan.ts.
    party: "ARM",
    asOf: "2024-06-30",
    dated: `
      OSCE-03    2023  OSCE-EX (10)            2024-06-30  open      unverified
      OSCE-04    2023  OSCE-EX (10)            2024-06-30  open      unverified
      VD2011-20  2024  VD2011 (56)             2024-11-15  upcoming
      VD2011-01  2024  VD2011 -RUS (55)        2024-12-15  upcoming
      VD2011-01  2024  RUS                     2024-12-15  upcoming  unverified
      VD2011-03  2024  VD2011 -RUS (55)        2024-12-15  upcoming
      VD2011-03  2024  RUS                     2024-12-15  upcoming  unverified
      OSCE-02    2025  OSCE-EX +OSCE-CPC (11)  2025-04-15  upcoming  unverified
      OSCE-01    2025  OSCE-EX (10)            2025-04-30  upcoming  unverified
      OSCE-06    2025  OSCE-EX (10)            2025-05-31  upcoming  unverified
      OSCE-03    2024  OSCE-EX (10)            2025-06-30  upcoming  unverified
      OSCE-04    2024  OSCE-EX (10)            2025-06-30  upcoming  unverified
    `,
    bound: "CISCT1999 OSCE-MECH VD2011",
    unverified: "CISEM1993 CST1992 CSTO-CHARTER OSCE-EX",
    absent: {
      DRUG1961: NOT_HELD,
      DRUG1988: NOT_HELD,
      CWC: NOT_HELD,
      UNROCA: NOT_HELD,
      UNTOC: NOT_HELD,
      SCO2001: "not in the SCO: no row of status",
      TASH2000: "between four of the five",
      CARICC: "no row of status",
    },
  },
];
