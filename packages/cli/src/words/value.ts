import type { AttributeType } from "@kelisim/accord/program";
import { type Dated, formatDated, type Value } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import { grouped } from "./condition.ts";
import { momentWords } from "./fact-words.ts";
import type { Names } from "./names.ts";
import { dayWords } from "./time.ts";

/** A value of a record in words; empty where it is not given. */
export function valueWords(
  value: Value | undefined,
  type: AttributeType | undefined,
  names: Names,
  timeZone: string,
): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") {
    if (type?.type === "date") return dayWords(value, false);
    if (type?.type === "instant") return momentWords(value, timeZone);
    return grouped(String(value));
  }
  if (typeof value === "string") return type?.type === "party" ? names.party(value) : value;
  if (Array.isArray(value)) return texts.list(value.map((each) => names.party(String(each))));
  if (typeof value === "object" && "lat" in value) return `${value.lat}, ${value.lon}`;
  if (typeof value === "object" && "currency" in value) return `${grouped(String(value.amount))} ${value.currency}`;
  if (type?.type === "date") return formatDated(value as Dated);
  const unit = type?.type === "amount" ? ` ${type.unit}` : "";
  return `${grouped(String(value))}${unit}`;
}
