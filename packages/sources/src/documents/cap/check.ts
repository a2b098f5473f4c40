import { childOf, childrenOf, type Element, textOf } from "../xml/element.ts";
import { isCapTime } from "./dates.ts";

/** Version of CAP: 1.0, 1.1 or 1.2. */
export type CapVersion = "1.0" | "1.1" | "1.2";

const STATUS = ["Actual", "Exercise", "System", "Test"];
const TYPES = ["Alert", "Update", "Cancel", "Ack", "Error"];
const SCOPES = ["Public", "Restricted", "Private"];
const CATEGORIES = [
  "Geo",
  "Met",
  "Safety",
  "Security",
  "Rescue",
  "Fire",
  "Health",
  "Env",
  "Transport",
  "Infra",
  "CBRNE",
  "Other",
];
const URGENCIES = ["Immediate", "Expected", "Future", "Past", "Unknown"];
const SEVERITIES = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"];
const CERTAINTIES = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"];
/** Later versions still say how to read it (1.1 and 1.2, 3.2.2, certainty). */
const VERY_LIKELY = "Very Likely";

/**
 * What of the standard an alert breaks, in the order of its elements: what is required and missing or no word of its list, times
 * without an offset, references that a message of its kind needs (1.2, sections 3.2.1 to 3.2.4). Empty optional elements are
 * common in real alerts and are taken for absent ones.
 */
export function breachesOf(alert: Element, version: CapVersion): readonly string[] {
  const found: string[] = [];
  const need = (element: Element, name: string, words?: readonly string[]) => {
    const text = textOf(childOf(element, name));
    if (text === undefined) found.push(`<${name}> is missing`);
    else if (words !== undefined && !words.includes(text))
      found.push(`<${name}> is "${text.slice(0, 40)}", which is none of its words`);
  };
  const time = (element: Element, name: string) => {
    const text = textOf(childOf(element, name));
    if (text !== undefined && !isCapTime(text))
      found.push(`<${name}> "${text.slice(0, 40)}" is no date and time with an offset`);
  };
  need(alert, "identifier");
  if (/[\s,<&]/.test(textOf(childOf(alert, "identifier")) ?? ""))
    found.push("<identifier> has a space, a comma, < or &");
  need(alert, "sender");
  need(alert, "sent");
  time(alert, "sent");
  need(alert, "status", version === "1.0" ? STATUS : [...STATUS, "Draft"]);
  need(alert, "msgType", TYPES);
  need(alert, "scope", SCOPES);
  const scope = textOf(childOf(alert, "scope"));
  if (scope === "Restricted") need(alert, "restriction");
  if (scope === "Private") need(alert, "addresses");
  const type = textOf(childOf(alert, "msgType"));
  if (type !== undefined && type !== "Alert" && TYPES.includes(type)) need(alert, "references");
  for (const info of childrenOf(alert, "info")) {
    if (version !== "1.0") need(info, "category", CATEGORIES);
    need(info, "event");
    need(info, "urgency", URGENCIES);
    need(info, "severity", SEVERITIES);
    need(info, "certainty", [...CERTAINTIES, VERY_LIKELY]);
    for (const name of ["effective", "onset", "expires"]) time(info, name);
    for (const area of childrenOf(info, "area")) need(area, "areaDesc");
  }
  return [...new Set(found)];
}
