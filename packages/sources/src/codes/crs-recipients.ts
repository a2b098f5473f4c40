/**
 * Recipients of the OECD DAC by number: countries as ISO 3166-1 alpha-3. The same numbers stand for countries that give.
 */
export const CRS_COUNTRIES = `
1 AUT 2 BEL 3 DNK 4 FRA 5 DEU 6 ITA 7 NLD 8 NOR 9 PRT 10 SWE 11 CHE 12 GBR 18 FIN 20 ISL 21 IRL 22 LUX 26 MCO 30 CYP 35 GIB
40 GRC 45 MLT 50 ESP 55 TUR 57 XKX 61 SVN 62 HRV 63 SRB 64 BIH 65 MNE 66 MKD 68 CZE 69 SVK 70 LIE 71 ALB 72 BGR 75 HUN 76 POL
77 ROU 82 EST 83 LVA 84 LTU 85 UKR 86 BLR 87 RUS 93 MDA 130 DZA 133 LBY 136 MAR 139 TUN 142 EGY 218 ZAF 225 AGO 227 BWA 228 BDI
229 CMR 230 CPV 231 CAF 232 TCD 233 COM 234 COG 235 COD 236 BEN 238 ETH 239 GAB 240 GMB 241 GHA 243 GIN 244 GNB 245 GNQ 247 CIV
248 KEN 249 LSO 251 LBR 252 MDG 253 MWI 255 MLI 256 MRT 257 MUS 258 MYT 259 MOZ 260 NER 261 NGA 265 ZWE 266 RWA 268 STP 269 SEN
270 SYC 271 ERI 272 SLE 273 SOM 274 DJI 275 NAM 276 SHN 278 SDN 279 SSD 280 SWZ 282 TZA 283 TGO 285 UGA 287 BFA 288 ZMB 301 CAN
302 USA 328 BHS 329 BRB 331 BMU 336 CRI 338 CUB 340 DOM 342 SLV 347 GTM 349 HTI 351 HND 352 BLZ 354 JAM 358 MEX 364 NIC 366 PAN
373 ABW 375 TTO 376 AIA 377 ATG 378 DMA 381 GRD 382 KNA 383 LCA 384 VCT 385 MSR 386 CYM 387 TCA 388 VGB 425 ARG 428 BOL 431 BRA
434 CHL 437 COL 440 ECU 446 GUY 451 PRY 454 PER 457 SUR 460 URY 463 VEN 530 BHR 540 IRN 543 IRQ 546 ISR 549 JOR 550 PSE 552 KWT
555 LBN 558 OMN 561 QAT 566 SAU 573 SYR 576 ARE 580 YEM 610 ARM 611 AZE 612 GEO 613 KAZ 614 KGZ 615 TJK 616 TKM 617 UZB 625 AFG
630 BTN 635 MMR 640 LKA 645 IND 655 MDV 660 NPL 665 PAK 666 BGD 701 JPN 725 BRN 728 KHM 730 CHN 732 TWN 735 HKG 738 IDN 740 PRK
742 KOR 745 LAO 748 MAC 751 MYS 753 MNG 755 PHL 761 SGP 764 THA 765 TLS 769 VNM 801 AUS 820 NZL 831 COK 832 FJI 836 KIR 840 PYF
845 NRU 850 NCL 854 VUT 856 NIU 858 MNP 859 MHL 860 FSM 861 PLW 862 PNG 866 SLB 868 TKL 870 TON 872 TUV 876 WLF 880 WSM`;

/** Recipients that are no country, under the producer's name. They are money of their own: no country's share is known. */
export const CRS_REGIONS: Readonly<Record<string, string>> = {
  "88": "States Ex-Yugoslavia unspecified",
  "89": "Europe, regional",
  "189": "North of Sahara, regional",
  "237": "East African Community",
  "289": "South of Sahara, regional",
  "298": "Africa, regional",
  "361": "Netherlands Antilles",
  "389": "Caribbean & Central America, regional",
  "489": "South America, regional",
  "498": "America, regional",
  "589": "Middle East, regional",
  "619": "Central Asia, regional",
  "650": "Indus Basin",
  "679": "South Asia, regional",
  "689": "South & Central Asia, regional",
  "789": "Far East Asia, regional",
  "798": "Asia, regional",
  "889": "Oceania, regional",
  "998": "Bilateral, unspecified",
  "1027": "Eastern Africa, regional",
  "1028": "Middle Africa, regional",
  "1029": "Southern Africa, regional",
  "1030": "Western Africa, regional",
  "1031": "Caribbean, regional",
  "1032": "Central America, regional",
  "1033": "Melanesia, regional",
  "1034": "Micronesia, regional",
  "1035": "Polynesia, regional",
  "9998": "Bilateral, unspecified",
};

/** Other writings of such recipients in extracts. */
export const CRS_REGION_ALIASES: Readonly<Record<string, string>> = {
  CENTRAL_ASIA_REGIONAL: "Central Asia, regional",
  "Developing countries, unspecified": "Bilateral, unspecified",
};
