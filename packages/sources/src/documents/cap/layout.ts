import type { ObservationRow, RefusedRow } from "@kelisim/model";
import type { DocumentLayout, Taken } from "../../layout.ts";
import { childOf, childrenOf, type Element, textOf } from "../xml/element.ts";
import { type RecordTaker, readingRecords } from "../xml/read-records.ts";
import { centreOf } from "./area.ts";
import { breachesOf, type CapVersion } from "./check.ts";
import { dayOfCapTime } from "./dates.ts";

/** Namespaces of CAP and their versions. */
const VERSIONS: Readonly<Record<string, CapVersion>> = {
  "http://www.incident.com/cap/1.0": "1.0",
  "urn:oasis:names:tc:emergency:cap:1.0": "1.0",
  "urn:oasis:names:tc:emergency:cap:1.1": "1.1",
  "urn:oasis:names:tc:emergency:cap:1.2": "1.2",
};

const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/** Elements of other namespaces say nothing of the event. */
const keeps = (name: string): boolean => name !== "";

/** Alerts of the Common Alerting Protocol 1.0, 1.1 and 1.2. `row` counts alerts. */
export const capAlerts: DocumentLayout = {
  form: "document",
  id: "cap-alerts",
  version: 1,
  table: "events",
  producer: {
    dataset: "cap-alerts",
    name: "CAP alerts",
    citation: "Alert of its sender by the Common Alerting Protocol (OASIS).",
    caveats: [
      "An alert is a warning: what it warns of need not have happened.",
      "An electronic signature is not verified; whether there is one is told of each alert.",
      "A day is written in the sender's own offset from UTC.",
      "An alert in several languages is one event; its text is in English where there is such, else in the first.",
      "An update stands beside the alert that it updates, under its own identifier.",
      "The place is the middle of the areas in degrees, which need not lie in them.",
    ],
  },
  accepts: ({ head }) =>
    /<(?:[\w-]+:)?alert[\s>]/.test(head) && Object.keys(VERSIONS).some((uri) => head.includes(uri)),
  columns: [
    { from: ["identifier"], to: "event" },
    { from: ["info/event"], to: "kind" },
    { from: ["info/headline"], to: "title" },
    { from: ["info/onset", "info/effective", "sent"], to: "from", how: "the first of them that is given" },
    { from: ["info/expires"], to: "to" },
    { from: ["info/area/areaDesc"], to: "place" },
    { from: ["info/area/polygon", "info/area/circle"], to: "lat", how: "of the middle of the areas" },
    { from: ["info/area/polygon", "info/area/circle"], to: "lon", how: "of the middle of the areas" },
    { from: ["info/severity"], to: "severity" },
    {
      from: ["sender", "sent", "msgType", "references", "info/urgency", "info/certainty", "info/language", "Signature"],
      to: "written",
      how: "in words",
    },
  ],
  read: readingRecords(
    { record: "alert", keeps, namespace: (uri) => Object.hasOwn(VERSIONS, uri) || uri === SIGNATURE },
    () => new AlertTaker(),
  ),
  vintage: ({ head }) => /<(?:[\w-]+:)?sent>\s*(\d{4}-\d{2}-\d{2})T/.exec(head)?.[1],
};

class AlertTaker implements RecordTaker {
  #row = 0;

  readonly nextRow = (): number => this.#row + 1;

  readonly take = (alert: Element): readonly Taken[] => {
    this.#row += 1;
    return takeAlert(alert, this.#row);
  };
}

function takeAlert(alert: Element, row: number): readonly Taken[] {
  const identifier = textOf(childOf(alert, "identifier"));
  const refuse = (problem: string): readonly Taken[] => [
    {
      refused: {
        row,
        ...(identifier === undefined ? {} : { text: identifier.slice(0, 60) }),
        problem: `line ${alert.line}: ${problem}`,
      },
    },
  ];
  const breaches = breachesOf(alert, VERSIONS[alert.uri]!);
  if (breaches.length > 0) return refuse(`not valid by CAP: ${breaches.join("; ")}`);
  const status = textOf(childOf(alert, "status"))!;
  if (status !== "Actual") return refuse(`its status is ${status}: it warns of nothing`);
  const type = textOf(childOf(alert, "msgType"))!;
  if (type !== "Alert" && type !== "Update") return refuse(`it is a message of the kind ${type}: it tells of no event`);
  const infos = inOneLanguage(childrenOf(alert, "info"));
  if (infos.length === 0) return refuse("it has no <info>: it tells of no event");
  return segments(infos).map((segment) => takeSegment(alert, segment, row, type));
}

/** The standard's own default (1.2, 3.2.2, language). */
const languageOf = (info: Element): string => textOf(childOf(info, "language")) ?? "en-US";

/** Each language tells the same anew: only one is taken. */
function inOneLanguage(infos: readonly Element[]): readonly Element[] {
  const languages = infos.map(languageOf);
  const chosen = languages.find((language) => /^en\b/i.test(language)) ?? languages[0];
  return infos.filter((_, at) => languages[at] === chosen);
}

const SAME = ["event", "urgency", "severity", "certainty", "effective", "onset", "expires", "headline"] as const;

/** Parts of an alert that differ in more than their areas. */
function segments(infos: readonly Element[]): readonly (readonly [Element, ...Element[]])[] {
  const groups = new Map<string, [Element, ...Element[]]>();
  for (const info of infos) {
    const key = JSON.stringify(SAME.map((name) => textOf(childOf(info, name)) ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [info]);
    else group.push(info);
  }
  return [...groups.values()];
}

function takeSegment(alert: Element, segment: readonly [Element, ...Element[]], row: number, type: string): Taken {
  const [info] = segment;
  const text = (name: string) => textOf(childOf(info, name));
  const areas = segment.flatMap((one) => childrenOf(one, "area"));
  const places = [...new Set(areas.map((area) => textOf(childOf(area, "areaDesc")) ?? ""))].filter(
    (place) => place !== "",
  );
  const centre = centreOf(areas);
  const from = dayOfCapTime(text("onset") ?? text("effective") ?? textOf(childOf(alert, "sent"))!);
  const expires = text("expires");
  const to = expires === undefined ? undefined : dayOfCapTime(expires);
  const ends = to !== undefined && to >= from;
  const without: RefusedRow[] = centre.said.map((problem) => ({ row, column: "lat", problem }));
  if (to !== undefined && !ends)
    without.push({ row, column: "to", text: to, problem: `it expires before it begins (${from})` });
  const made: ObservationRow = {
    row,
    event: textOf(childOf(alert, "identifier"))!,
    kind: text("event")!,
    title: text("headline") ?? null,
    from,
    to: ends ? to : null,
    precision: "day",
    place: places.join("; ") || null,
    lat: centre.at?.lat ?? null,
    lon: centre.at?.lon ?? null,
    severity: text("severity")!,
    written: inWords(alert, info, type),
  };
  return without.length === 0 ? { row: made } : { row: made, without };
}

/** What of an alert has no column of its own. */
function inWords(alert: Element, info: Element, type: string): string {
  const of = (element: Element, name: string) => textOf(childOf(element, name));
  const languages = [...new Set(childrenOf(alert, "info").map(languageOf))];
  const references = of(alert, "references")?.replace(/\s+/g, " ");
  const said = [
    `sender ${of(alert, "sender")}`,
    `sent ${of(alert, "sent")}`,
    `urgency ${of(info, "urgency")}`,
    `certainty ${of(info, "certainty")}`,
    `languages ${languages.join(", ")}`,
    ...(type === "Update" && references !== undefined ? [`updates ${references}`] : []),
    ...(childOf(alert, "Signature") === undefined ? [] : ["signed, the signature is not verified"]),
  ];
  return said.join("; ");
}
