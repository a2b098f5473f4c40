import { codeOf } from "../../codes/code-of.ts";
import { remembered } from "../remembered.ts";
import { attributeOf, type Element } from "../xml/element.ts";
import { narrativeOf } from "./narrative.ts";

/** An organisation as an activity names it. */
export interface Organisation {
  /** Id of a state or organisation where its code or name tells it, else "IATI:code", else the name as written. */
  readonly id: string;
  readonly code: string | undefined;
  readonly name: string | undefined;
  /** Whether the code is of a part of the state or of the Union that it belongs to. */
  readonly part: boolean;
}

const PREFIX = "IATI";

/** Donors among the channels of the OECD DAC (five digits), by which XM-DAC names multilateral organisations. */
const CHANNELS: Readonly<Record<string, string>> = {
  "41108": "IFAD",
  "41110": "UNAIDS",
  "41111": "UNCDF",
  "41114": "UNDP",
  "41116": "UNEP",
  "41119": "UNFPA",
  "41121": "UNHCR",
  "41122": "UNICEF",
  "41123": "UNIDO",
  "41130": "UNRWA",
  "41140": "WFP",
  "41143": "WHO",
  "41301": "FAO",
  "41302": "ILO",
  "42001": "EU",
  "42003": "EU",
  "42004": "EIB",
  "43000": "IMF",
  "44001": "IBRD",
  "44002": "IDA",
  "44004": "IFC",
  "46002": "AfDB",
  "46004": "ADB",
  "46012": "IDB",
  "46015": "EBRD",
  "46025": "IsDB",
  "47045": "Global Fund",
  "47122": "GAVI",
  "47131": "OSCE",
};

/** Codes of the Commission's services in IATI: XI-IATI-EC_DEVCO, XI-IATI-EC_INTPA, XI-IATI-ECHO ... */
const COMMISSION = /^XI-IATI-EC(?:_|HO|$)/;
/** A government of a state and its agencies (GB-GOV-1); "GB-1" is the older form. */
const GOVERNMENT = /^([A-Z]{2})-(?:GOV(?:-.*)?|[0-9]{1,3})$/;
/** By number of the OECD DAC: a donor (XM-DAC-7), its agency (XM-DAC-5-1), a channel (XM-DAC-41114). */
const DAC = /^(?:XM-DAC-)?([0-9]{1,5})(-.+)?$/;

/** The party that a code tells, and whether the code is of a part of it. */
function partyByCode(code: string): { readonly id: string; readonly part: boolean } | undefined {
  if (COMMISSION.test(code)) return { id: "EU", part: true };
  const [, country] = GOVERNMENT.exec(code) ?? [];
  if (country !== undefined) return known(codeOf("iso2", PREFIX, country), true);
  const [, number, agency] = DAC.exec(code) ?? [];
  if (number === undefined) return undefined;
  if (number.length < 5) return known(codeOf("crs donors", PREFIX, number), agency !== undefined);
  const channel = CHANNELS[number];
  return channel === undefined ? undefined : { id: channel, part: agency !== undefined };
}

const partyOf = remembered(partyByCode);
const partyNamed = remembered((name: string) => known(codeOf("crs donors", PREFIX, name), false));

const known = (id: string, part: boolean) => (id.startsWith(`${PREFIX}:`) ? undefined : { id, part });

/** The organisation of an element with `ref` and a name; undefined where it has neither. */
export function organisationOf(element: Element | undefined): Organisation | undefined {
  const code = attributeOf(element, "ref");
  const name = narrativeOf(element);
  if (code === undefined && name === undefined) return undefined;
  const party = (code === undefined ? undefined : partyOf(code)) ?? (name === undefined ? undefined : partyNamed(name));
  return {
    id: party?.id ?? (code === undefined ? name! : `${PREFIX}:${code}`),
    code,
    name,
    part: party?.part ?? false,
  };
}
