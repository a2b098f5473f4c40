import type { Big } from "big.js";
import { parseDated } from "./dated.ts";
import { parseDecimal } from "./decimal.ts";
import { parseInstant } from "./instant.ts";
import { propose } from "./nearest.ts";
import { parsePeriodLabel } from "./period-label.ts";
import type { Corner, Place, Value } from "./record.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import type { Attribute, AttributeType } from "./vocabulary.ts";

/** A JSON number together with its digits as they stood in the line, where the reader needs them. */
export class WrittenNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** Ids of the parties that may be named; undefined: any. */
export type KnownParties = ReadonlySet<string> | undefined;

/** ISO 4217 codes are three capital letters. */
const CURRENCY = /^[A-Z]{3}$/;

/**
 * Reads one attribute's JSON value as its type asks: the written forms are those of `jsonSchemaOf`.
 * Refused: everything of another type or out of the attribute's range; nothing is converted by guess.
 */
export function readValue(attribute: Attribute, written: unknown, parties: KnownParties): Value | Refusal {
  const value = readTyped(attribute.type, written, parties);
  return isRefusal(value) ? value : inRange(attribute, value);
}

function readTyped(type: AttributeType, written: unknown, parties: KnownParties): Value | Refusal {
  if (written === null) return refuse("is null", "leave the attribute out where the value is not known");
  switch (type.type) {
    case "count":
      return readCount(written);
    case "amount":
      return readDecimal(written, `an amount in ${type.unit}`);
    case "money":
      return readMoney(written);
    case "yes/no":
      return typeof written === "boolean" ? written : refuse(`must be true or false, not ${shown(written)}`);
    case "text":
      return readText(written);
    case "choice": {
      const text = readText(written);
      if (isRefusal(text) || type.of.includes(text)) return text;
      return refuse(`"${text.slice(0, 60)}" is not one of ${type.of.join(", ")}`, propose(text, type.of));
    }
    case "record":
      return readId(written, `the id of a record of kind ${type.of}`);
    case "party":
      return readParty(written, parties);
    case "parties":
      return readParties(written, parties);
    case "date":
      return typeof written === "string"
        ? parseDated(written)
        : refuse(`must be a date in quotes, not ${shown(written)}`);
    case "instant":
      return typeof written === "string"
        ? parseInstant(written)
        : refuse(`must be a moment in quotes, not ${shown(written)}`);
    case "period":
      return typeof written === "string"
        ? parsePeriodLabel(written)
        : refuse(`must be a period in quotes, not ${shown(written)}`);
    case "place":
      return readPlace(written);
  }
}

function inRange(attribute: Attribute, value: Value): Value | Refusal {
  const { min, max } = attribute;
  if (min === undefined && max === undefined) return value;
  const number = typeof value === "number" ? value : isBig(value) ? value : undefined;
  if (number === undefined) return value;
  const below = min !== undefined && (typeof number === "number" ? number < min : number.lt(min));
  const above = max !== undefined && (typeof number === "number" ? number > max : number.gt(max));
  if (!below && !above) return value;
  const shownValue = typeof number === "number" ? String(number) : number.toFixed();
  return refuse(
    `${shownValue} is ${below ? `less than ${min}` : `more than ${max}`}, which ${attribute.name} may not be`,
  );
}

/** Whether a value is an exact decimal (an amount). */
export function isBig(value: unknown): value is Big {
  return typeof value === "object" && value !== null && "toFixed" in value && "cmp" in value;
}

function plainNumber(written: unknown): unknown {
  return written instanceof WrittenNumber ? Number(written.source) : written;
}

function readCount(written: unknown): number | Refusal {
  const number = plainNumber(written);
  if (typeof number !== "number") {
    const mend = typeof number === "string" && /^\d+$/.test(number) ? `write ${number} without quotes` : undefined;
    return refuse(`must be a whole number, not ${shown(written)}`, mend);
  }
  if (!Number.isSafeInteger(number) || number < 0) return refuse(`must be a whole number, zero or more, not ${number}`);
  return number === 0 ? 0 : number; // -0 is 0
}

/**
 * A JSON number is a double to every other program that reads or signs the line (RFC 8785, section 3.2.2.3), so one
 * whose digits a double does not keep is refused; as a string it is exact.
 */
function readDecimal(written: unknown, what: string): Big | Refusal {
  if (typeof written === "string") return parseDecimal(written);
  const number = plainNumber(written);
  if (typeof number !== "number") return refuse(`must be ${what}, not ${shown(written)}`, 'write it as "12.5"');
  const source = written instanceof WrittenNumber ? written.source : String(number);
  const mend = `write it in quotes, in full`;
  const asDouble = parseDecimal(String(number));
  if (isRefusal(asDouble)) return refuse(`${source.slice(0, 60)} is not a number written in full`, mend);
  const exact = parseDecimal(source);
  // An exponent ("1e3") is not the written form of a decimal, but a double keeps it: take the double.
  if (isRefusal(exact)) return /[eE]/.test(source) ? asDouble : exact;
  return exact.eq(asDouble) ? exact : refuse(`${source.slice(0, 60)} has more digits than a JSON number keeps`, mend);
}

function readMoney(written: unknown): Value | Refusal {
  const mend = 'write {"amount": "12.50", "currency": "USD"}';
  if (!isObject(written)) return refuse(`must be an amount with its currency, not ${shown(written)}`, mend);
  const stray = Object.keys(written).find((key) => key !== "amount" && key !== "currency");
  if (stray !== undefined) return refuse(`has an unknown part "${stray}"`, mend);
  const { amount: writtenAmount, currency } = written as { amount?: unknown; currency?: unknown };
  if (typeof currency !== "string" || !CURRENCY.test(currency))
    return refuse("needs a currency of three capital letters", mend);
  const amount = readDecimal(writtenAmount, "an amount");
  return isRefusal(amount) ? amount : { amount, currency };
}

/** As many corners as a drawn area has at most. */
const MOST_CORNERS = 200;

function readPlace(written: unknown): Place | Refusal {
  const mend = 'write {"lat": 44.2, "lon": 79.6}, with "accuracyKm" where it is known, and the "corners" of an area';
  if (!isObject(written)) return refuse(`must be a place, not ${shown(written)}`, mend);
  const { lat: _lat, lon: _lon, accuracyKm: writtenAccuracy, corners: writtenCorners, ...stray } = written;
  const [unknown] = Object.keys(stray);
  if (unknown !== undefined) return refuse(`has an unknown part "${unknown}"`, mend);
  const point = readCorner(written, mend);
  if (isRefusal(point)) return point;
  const accuracyKm = plainNumber(writtenAccuracy);
  if (accuracyKm !== undefined && (typeof accuracyKm !== "number" || !(accuracyKm >= 0 && accuracyKm <= 20_000)))
    return refuse("needs an accuracyKm between 0 and 20000", mend);
  const place = { ...point, ...(accuracyKm === undefined ? {} : { accuracyKm }) };
  if (writtenCorners === undefined) return place;
  if (!Array.isArray(writtenCorners) || writtenCorners.length < 2 || writtenCorners.length > MOST_CORNERS)
    return refuse(`needs a list of 2 to ${MOST_CORNERS} corners`, mend);
  const corners: Corner[] = [];
  for (const [index, each] of writtenCorners.entries()) {
    const corner = isObject(each) ? readCorner(each, mend) : refuse(`must be a point, not ${shown(each)}`, mend);
    if (isRefusal(corner)) return { ...corner, refusal: `corner ${index + 1} ${corner.refusal}` };
    corners.push(corner);
  }
  return { ...place, corners };
}

function readCorner(written: Readonly<Record<string, unknown>>, mend: string): Corner | Refusal {
  const lat = plainNumber(written.lat);
  const lon = plainNumber(written.lon);
  if (typeof lat !== "number" || !(lat >= -90 && lat <= 90)) return refuse("needs a lat between -90 and 90", mend);
  if (typeof lon !== "number" || !(lon >= -180 && lon <= 180)) return refuse("needs a lon between -180 and 180", mend);
  return { lat, lon };
}

/** Text: any string without control characters that no person writes (NUL and its kin). */
export function readText(written: unknown): string | Refusal {
  if (typeof written !== "string") return refuse(`must be text, not ${shown(written)}`);
  const bad = strangeCharacter(written);
  return bad === undefined ? written : refuse(`has the character ${bad}, which is no text`, "take it out");
}

/** An id or a name: not empty, at most 256 characters, no control characters. */
export function readId(written: unknown, what: string): string | Refusal {
  if (typeof written !== "string") return refuse(`must be ${what} in quotes, not ${shown(written)}`);
  if (written.length === 0) return refuse(`must be ${what}, but is empty`);
  if (written.length > 256) return refuse(`is longer than 256 characters`);
  const bad = strangeCharacter(written) ?? (/[\n\r\t]/.test(written) ? "line end or tab" : undefined);
  return bad === undefined ? written : refuse(`has the character ${bad}, which an id may not have`, "take it out");
}

export function readParty(written: unknown, parties: KnownParties): string | Refusal {
  const id = readId(written, "the id of a party");
  if (isRefusal(id) || parties === undefined || parties.has(id)) return id;
  return refuse(`"${id.slice(0, 60)}" is not a party known here`, propose(id, parties), "record/unknown-party");
}

export function readParties(written: unknown, parties: KnownParties): readonly string[] | Refusal {
  if (!Array.isArray(written)) {
    const mend = typeof written === "string" ? `write ["${written.slice(0, 60)}"]` : 'write ["KAZ", "UZB"]';
    return refuse(`must be a list of parties, not ${shown(written)}`, mend);
  }
  const ids: string[] = [];
  for (const item of written) {
    const id = readParty(item, parties);
    if (isRefusal(id)) return id;
    ids.push(id);
  }
  return ids;
}

/** U+XXXX of the first control character or lone surrogate in a text, if there is one. Line ends and tabs may stand. */
export function strangeCharacter(text: string): string | undefined {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code === 0x7f) return unicode(code);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = code <= 0xdbff ? text.charCodeAt(index + 1) : Number.NaN;
      if (!(next >= 0xdc00 && next <= 0xdfff)) return unicode(code);
      index += 1;
    }
  }
  return undefined;
}

function unicode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A JSON object (not a list, not null). */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

/** A value as a message shows it: short, and never an object dump. */
export function shown(value: unknown): string {
  if (value instanceof WrittenNumber) return value.source.slice(0, 40);
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? `"${value.slice(0, 40)}${value.length > 40 ? "…" : ""}"` : String(value);
}
