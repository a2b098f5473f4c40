/**
 * "Every other party" by instrument, from status.csv of the fact base: whoever has a row of participation. The debtor
 * itself is left out where a board names the group; who was no participant yet is taken out there.
 */
export const groups: Readonly<Record<string, readonly string[] | undefined>> = {
  /** The 57 participating States of the OSCE, Mongolia since 21 November 2012. */
  VD2011: (
    "ALB AND ARM AUT AZE BEL BGR BIH BLR CAN CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL ITA KAZ " +
    "KGZ LIE LTU LUX LVA MCO MDA MKD MLT MNE MNG NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TJK TKM TUR UKR USA UZB VAT"
  ).split(" "),
  /** Eleven of them have a row for the other exchanges; the others are not held. */
  "OSCE-EX": "ARM AZE BLR KAZ KGZ MNG RUS TJK TKM TUR UZB".split(" "),
};
