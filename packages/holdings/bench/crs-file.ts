import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** Columns of the OECD's bulk text of the Creditor Reporting System, in their order ("CRS 2021 data.txt"). */
export const CRS_COLUMNS = (
  "Year|DonorCode|DonorName|AgencyCode|AgencyName|CrsID|ProjectNumber|InitialReport|RecipientCode|RecipientName|RegionCode|" +
  "RegionName|IncomegroupCode|IncomegroupName|FlowCode|FlowName|Bi_Multi|Category|Finance_t|Aid_t|USD_Commitment|" +
  "USD_Disbursement|USD_Received|USD_Commitment_Defl|USD_Disbursement_Defl|USD_Received_Defl|USD_Adjustment|" +
  "USD_Adjustment_Defl|USD_AmountUntied|USD_AmountPartialTied|USD_AmountTied|USD_AmountUntied_Defl|" +
  "USD_AmountPartialTied_Defl|USD_Amounttied_Defl|USD_IRTC|USD_Expert_Commitment|USD_Expert_Extended|USD_Export_Credit|" +
  "CurrencyCode|Commitment_National|Disbursement_National|GrantEquiv|USD_GrantEquiv|ShortDescription|ProjectTitle|" +
  "PurposeCode|PurposeName|SectorCode|SectorName|ChannelCode|ChannelName|ChannelReportedName|ParentChannelCode|Geography|" +
  "ExpectedStartDate|CompletionDate|LongDescription|Gender|Environment|Trade|PDGG|RMNCH|DRR|Nutrition|Disability|FTC|PBA|" +
  "InvestmentProject|AssocFinance|Biodiversity|ClimateMitigation|ClimateAdaptation|Desertification|CommitmentDate|" +
  "TypeRepayment|NumberRepayment|Interest1|Interest2|Repaydate1|Repaydate2|USD_Interest|USD_Outstanding|" +
  "USD_Arrears_Principal|USD_Arrears_Interest|BudgetIdent|CapitalExpend|PSIflag|PSIAddType"
).split("|");

const RECIPIENTS: readonly (readonly [string, string])[] = [
  ["613", "Kazakhstan"],
  ["614", "Kyrgyzstan"],
  ["615", "Tajikistan"],
  ["616", "Turkmenistan"],
  ["617", "Uzbekistan"],
  ["625", "Afghanistan"],
  ["640", "Bangladesh"],
  ["645", "India"],
  ["660", "Nepal"],
  ["665", "Pakistan"],
  ["679", "South & Central Asia, regional"],
  ["753", "Mongolia"],
  ["998", "Developing countries, unspecified"],
  ...Array.from({ length: 137 }, (_, n) => [`${200 + n}`, `Recipient ${200 + n}`] as const),
];
const PURPOSES = [
  ..."15210 15220 15230 15240 15250 15261".split(" "),
  ..."15110 15111 15130 15140 15150 15160 15170 15190 99810 11110 11220 12220 12250 13020 13040 14010 14020".split(" "),
  ...Array.from({ length: 160 }, (_, n) => `${21010 + n * 137}`),
];
const FLOWS: readonly (readonly [string, string])[] = [
  ["11", "ODA Grants"],
  ["13", "ODA Loans"],
  ["14", "Other Official Flows (non Export Credit)"],
  ["30", "Private Development Finance"],
];

/** Numbers from 0 up to, not including, 1; the same after the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One row of invented figures, spread as the real file's: a third have no commitment, one in eight no disbursement. */
function crsRow(n: number, random: () => number): string {
  const cells: Record<string, string> = {};
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;
  const donor = Math.floor(random() ** 2 * 130) + 1;
  const [recipient, recipientName] = pick(RECIPIENTS);
  const [flow, flowName] = pick(FLOWS);
  const purpose = pick(PURPOSES);
  const commitment = random() < 0.66 ? (random() ** 4 * 90).toFixed(6) : "";
  const disbursement = random() < 0.87 ? ((random() ** 4 - 0.002) * 40).toFixed(6) : "";
  const deflated = (text: string) => (text === "" ? "" : (Number(text) * 1.0831).toFixed(6));
  const title = `Support to ${purpose} in ${recipientName}, phase ${(n % 7) + 1}`;
  Object.assign(cells, {
    Year: `${2002 + Math.floor(random() * 22)}`,
    DonorCode: `${donor}`,
    DonorName: `Donor ${donor}`,
    AgencyCode: `${(donor % 9) + 1}`,
    AgencyName: `Agency ${(donor % 9) + 1} of donor ${donor}`,
    CrsID: `20${donor}${String(Math.floor(random() * 900_000)).padStart(6, "0")}`,
    ProjectNumber: `P-${n}`,
    InitialReport: "1",
    RecipientCode: recipient,
    RecipientName: recipientName,
    RegionCode: "619",
    RegionName: "Central Asia",
    IncomegroupCode: "10018",
    IncomegroupName: "LMICs",
    FlowCode: flow,
    FlowName: flowName,
    Bi_Multi: "1",
    Category: "10",
    Finance_t: "110",
    Aid_t: "C01",
    USD_Commitment: commitment,
    USD_Disbursement: disbursement,
    USD_Commitment_Defl: deflated(commitment),
    USD_Disbursement_Defl: deflated(disbursement),
    USD_AmountUntied: commitment,
    CurrencyCode: "302",
    Commitment_National: commitment,
    Disbursement_National: disbursement,
    ShortDescription: title.toUpperCase(),
    ProjectTitle: n % 11 === 0 ? `"${title} | ""second"" tranche"` : title,
    PurposeCode: purpose,
    PurposeName: `Purpose ${purpose}`,
    SectorCode: purpose.slice(0, 3),
    SectorName: `Sector ${purpose.slice(0, 3)}`,
    ChannelCode: `${11000 + (n % 60) * 100}`,
    ChannelName: `Channel ${n % 60}`,
    ChannelReportedName: `Channel ${n % 60}`,
    ExpectedStartDate: `20${String(10 + (n % 14))}-0${(n % 9) + 1}-01 00:00:00`,
    LongDescription: `${title}. ${"The programme works with the services of the state and with people who live at the border. ".repeat(1 + (n % 3))}`,
    Gender: `${n % 3}`,
    Environment: `${n % 2}`,
    FTC: "0",
    PBA: "0",
  });
  return CRS_COLUMNS.map((name) => cells[name] ?? "").join("|");
}

/** Writes an invented file of the official columns: `rows` rows, the same for the same seed. */
export async function writeCrsFile(path: string, rows: number, seed = 1): Promise<void> {
  const out = createWriteStream(path);
  const random = seeded(seed);
  out.write(`${CRS_COLUMNS.join("|")}\r\n`);
  for (let n = 1; n <= rows; n += 1000) {
    let part = "";
    for (let at = n; at < Math.min(n + 1000, rows + 1); at++) part += `${crsRow(at, random)}\r\n`;
    if (!out.write(part)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
