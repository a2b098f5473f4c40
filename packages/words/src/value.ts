import type { AttributeType } from "@kelisim/accord/program";
import { type Dated, formatDated, type Value } from "@kelisim/model";
import { grouped } from "./condition.ts";
import type { Names } from "./names.ts";
import { dayWords, momentWords } from "./time.ts";

/** A value of a record in words; empty where it is not given. */
export function valueWords(
  value: Value | undefined,
  type: AttributeType | undefined,
  names: Names,
  timeZone: string,
  attribute?: string,
): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? names.say.yes : names.say.no;
  if (typeof value === "number") {
    if (type?.type === "date") return dayWords(value, names.say, false);
    if (type?.type === "instant") return momentWords(value, timeZone, names.say);
    return grouped(String(value), names.say);
  }
  if (typeof value === "string")
    return type?.type === "party"
      ? names.party(value)
      : type?.type === "choice"
        ? names.choice(value, attribute)
        : value;
  if (Array.isArray(value)) return names.say.list(value.map((each) => names.party(String(each))));
  if (typeof value === "object" && "lat" in value) return `${value.lat}, ${value.lon}`;
  if (typeof value === "object" && "currency" in value)
    return `${grouped(String(value.amount), names.say)} ${value.currency}`;
  if (type?.type === "date") return formatDated(value as Dated);
  const unit = type?.type === "amount" ? ` ${names.say.amountUnit(type.unit)}` : "";
  return `${grouped(String(value), names.say)}${unit}`;
}
