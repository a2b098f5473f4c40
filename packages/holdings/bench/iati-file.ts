import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { seeded } from "./crs-file.ts";

/** Invented organisations, in the forms in which publishers write references. */
const ORGANISATIONS: readonly (readonly [ref: string, type: string, name: string])[] = [
  ["XI-IATI-EC_DEVCO", "15", "European Commission - Development and Cooperation"],
  ["DE-1", "10", "Germany - Ministry for Economic Cooperation and Development"],
  ["XM-DAC-41114", "40", "United Nations Development Programme"],
  ["20000", "21", "Non-governmental organisations and civil society"],
  ["KG-OKPO-27456123", "22", "Border Communities Fund &amp; Partners"],
];
const COUNTRIES = ["KZ", "KG", "TJ", "TM", "UZ", "AF"];
const SECTORS = ["15210", "15230", "15130", "99810", "12250", "14020", "31110"];
const TEXT =
  "The programme works with the services of the state and with people who live at the border: posts are equipped, staff is trained, and those who live there are heard.";

const two = (n: number) => String(n).padStart(2, "0");
const narrative = (text: string, language = "en") => `<narrative xml:lang="${language}">${text}</narrative>`;

/** The elements that an activity of the Commission has (version 2.02), for one activity with its transactions. */
function activityXml(n: number, random: () => number): string {
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!;
  const day = () => `20${two(12 + whole(10))}-${two(1 + whole(12))}-${two(1 + whole(28))}`;
  const organisation = (element: string, role: string) => {
    const [ref, type, name] = pick(ORGANISATIONS);
    return `    <${element} ref="${ref}" type="${type}"${role}>\n      ${narrative(name)}\n    </${element}>\n`;
  };
  const value = (most: number) =>
    `<value currency="EUR" value-date="${day()}">${(random() ** 3 * most).toFixed(whole(3))}</value>`;
  // One of five contains the four behind it, as programmes do with their contracts.
  const parent = n - (n % 5);
  const id = (of: number) => `XI-IATI-EC_DEVCO-2014/${37785 + of}/${of % 5 === 0 ? 0 : of % 5}`;
  const related =
    n === parent
      ? [1, 2, 3, 4].map((below) => `    <related-activity ref="${id(n + below)}" type="2"/>\n`).join("")
      : `    <related-activity ref="${id(parent)}" type="1"/>\n`;
  const countries =
    n % 3 === 0
      ? `    <recipient-country code="${pick(COUNTRIES)}" percentage="100"/>\n`
      : `    <recipient-country code="KG" percentage="33.3"/>\n    <recipient-country code="TJ" percentage="33.3"/>\n    <recipient-country code="UZ" percentage="33.4"/>\n`;
  const sectors = [40, 60]
    .map(
      (percentage, at) =>
        `    <sector code="${SECTORS[(n + at) % SECTORS.length]}" vocabulary="1" percentage="${percentage}">\n      ${narrative("Sector as the publisher names it")}\n    </sector>\n`,
    )
    .join("");
  const markers = ["01", "02", "03", "04", "05", "06", "07", "08", "09"]
    .map(
      (code) =>
        `    <policy-marker code="${code}" significance="${whole(3)}" vocabulary="DAC">\n      ${narrative("What this marker of the list is for")}\n    </policy-marker>\n`,
    )
    .join("");
  const dates = ["1", "2", "3", "4"]
    .map(
      (type) =>
        `    <activity-date iso-date="${day()}" type="${type}">\n      ${narrative("Start or end")}\n    </activity-date>\n`,
    )
    .join("");
  const budgets = [2019, 2020, 2021]
    .map(
      (year) =>
        `    <budget type="${1 + whole(2)}" status="2">\n      <period-start iso-date="${year}-01-01"/>\n      <period-end iso-date="${year}-12-31"/>\n      ${value(900_000)}\n    </budget>\n`,
    )
    .join("");
  const transactions = Array.from({ length: 4 + whole(12) }, (_, at) => {
    const provider = at % 2 === 0 ? organisation("provider-org", "").replaceAll("\n    ", "\n      ") : "";
    const own = at % 4 === 0 ? `      <recipient-country code="${pick(COUNTRIES)}"/>\n` : "";
    return `    <transaction ref="${370_000 + n}-${at}">\n      <transaction-type code="${2 + whole(3)}"/>\n      <transaction-date iso-date="${day()}"/>\n      ${value(400_000)}\n      <description>\n        ${narrative(TEXT)}\n      </description>\n  ${provider}    <receiver-org ref="KG-OKPO-${whole(900)}">\n        ${narrative(`Contractor ${whole(900)}`)}\n      </receiver-org>\n      <disbursement-channel code="1"/>\n${own}      <flow-type code="10"/>\n      <finance-type code="110"/>\n      <aid-type code="C01"/>\n      <tied-status code="5"/>\n    </transaction>\n`;
  }).join("");
  return `  <iati-activity last-updated-datetime="${day()}T13:39:21" xml:lang="en" default-currency="EUR" humanitarian="0" hierarchy="${n === parent ? 1 : 2}">
    <iati-identifier>${id(n)}</iati-identifier>
${organisation("reporting-org", "")}    <title>
      ${narrative(`Border management, phase ${n % 9}, activity ${n}`)}
      ${narrative(`Управление границами, этап ${n % 9}`, "ru")}
    </title>
    <description type="1">\n      ${narrative(TEXT.repeat(1 + (n % 4)))}\n      ${narrative("Программа работает со службами государства и с теми, кто живёт у границы.", "ru")}\n    </description>
${organisation("participating-org", ' role="1"')}${organisation("participating-org", ' role="2"')}${organisation("participating-org", ' role="4"')}    <activity-status code="2"/>
${dates}    <contact-info type="1">\n      <organisation>\n        ${narrative("Delegation")}\n      </organisation>\n      <telephone>+000 1234567</telephone>\n      <mailing-address>\n        ${narrative("House, street, town")}\n      </mailing-address>\n    </contact-info>
    <activity-scope code="4"/>
${countries}    <location ref="KG-OS">\n      <name>\n        ${narrative("Town by the border")}\n      </name>\n      <point srsName="http://www.opengis.net/def/crs/EPSG/0/4326">\n        <pos>40.5${whole(900)} 72.8${whole(900)}</pos>\n      </point>\n    </location>
${sectors}${markers}    <collaboration-type code="1"/>
    <default-flow-type code="10"/>
    <default-finance-type code="110"/>
    <default-aid-type code="D02"/>
    <default-tied-status code="5"/>
${budgets}${transactions}    <document-link url="http://example.org/${n}.pdf" format="application/pdf">\n      <title>\n        ${narrative("Action document")}\n      </title>\n      <category code="A02"/>\n      <language code="en"/>\n    </document-link>
${related}  </iati-activity>
`;
}

/** Writes an invented document of activities of at least so many bytes, the same for the same seed; gives its bytes. */
export async function writeIatiFile(path: string, atLeast: number, seed = 3): Promise<number> {
  const out = createWriteStream(path);
  const random = seeded(seed);
  let bytes = 0;
  const write = async (text: string) => {
    const part = Buffer.from(text);
    bytes += part.length;
    if (!out.write(part)) await once(out, "drain");
  };
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.02" generated-datetime="2026-01-11T12:53:35">\n',
  );
  for (let n = 0; bytes < atLeast; n += 1) await write(activityXml(n, random));
  await write("</iati-activities>\n");
  out.end();
  await once(out, "finish");
  return bytes;
}
