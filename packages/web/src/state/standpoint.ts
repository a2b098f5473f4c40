/** How the list of what falls due is grouped. */
export const GROUPINGS = ["day", "agreement", "partner"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** From where a screen is read. All of it stands in the address, so that a copied address shows the same. */
export interface Standpoint {
  readonly region?: string;
  /** Party id. */
  readonly as?: string;
  /** As of: a date or an RFC 3339 moment; absent: now. */
  readonly on?: string;
  /** As known on; absent: now. */
  readonly known?: string;
  readonly by: Grouping;
  /** Whose lines: what the party owes, or what it is owed. */
  readonly owes: boolean;
  readonly days: number;
  /** The chosen line's key. */
  readonly line?: string;
}

export const DAYS = 90;
/** Ten years, the longest an answer is asked for at once. */
const MOST_DAYS = 3653;

/** An address is made of strings; whatever else a person wrote into it is kept for the screen that knows it. */
export type Address = Readonly<Record<string, string | undefined>>;

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads a standpoint; what cannot be read is left at what it is by default, as an address is often typed by hand. */
export function readStandpoint(address: Address): Standpoint {
  const days = Number(address.days);
  return {
    ...(address.region ? { region: address.region } : {}),
    ...(address.as ? { as: address.as } : {}),
    ...(isMoment(address.on) ? { on: address.on } : {}),
    ...(isMoment(address.known) ? { known: address.known } : {}),
    by: GROUPINGS.find((each) => each === address.by) ?? "day",
    owes: address.owes !== "0",
    days: Number.isInteger(days) && days > 0 && days <= MOST_DAYS ? days : DAYS,
    ...(address.line ? { line: address.line } : {}),
  };
}

/** Writes a standpoint as short as it can be: what is as by default is left out. */
export function writeStandpoint(standpoint: Standpoint): Address {
  const { region, as, on, known, by, owes, days, line } = standpoint;
  return withoutGaps({
    region,
    as,
    on,
    known,
    by: by === "day" ? undefined : by,
    owes: owes ? undefined : "0",
    days: days === DAYS ? undefined : String(days),
    line,
  });
}

/** What of an address goes along to another screen: who reads, of which region, as of when, known when. */
export const CARRIED = ["region", "as", "on", "known"] as const;

export function carried(address: Address): Address {
  return withoutGaps(Object.fromEntries(CARRIED.map((key) => [key, address[key]])));
}

/** What the node is asked with. */
export function askedOf(standpoint: Standpoint, language: string): Address {
  const { as, on, known, days } = standpoint;
  return withoutGaps({ as, on, known, days: String(days), lang: language });
}

export function isMoment(text: string | undefined): text is string {
  return text !== undefined && MOMENT.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)));
}

const withoutGaps = (address: Address): Address =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== ""));
