import type { Attribute, AttributeType, Kind } from "@kelisim/accord/program";
import type { Geography, Location, Party, Place } from "@kelisim/model";

/** The small world in which the engine is tested: four states, an organisation, eight kinds and one zone. */

export const STATES = ["A", "B", "C", "D"] as const;
export const PARTIES: readonly Party[] = [
  ...STATES.map((id): Party => ({ id, name: `State ${id}`, kind: "state" })),
  { id: "ORG", name: "The organisation", kind: "organisation" },
];

const attributes = (types: Readonly<Record<string, AttributeType | AttributeType["type"]>>): Attribute[] =>
  Object.entries(types).map(([name, type]) => ({
    name,
    required: false,
    type: typeof type === "string" ? ({ type } as AttributeType) : type,
  }));

const kind = (
  form: Kind["form"],
  name: string,
  types: Readonly<Record<string, AttributeType | AttributeType["type"]>>,
  actor?: string,
): Kind => ({
  name,
  form,
  version: 1,
  title: name,
  ...(actor !== undefined && { actor }),
  attributes: attributes(types),
});

const to = (of: string): AttributeType => ({ type: "record", of });

export const KINDS: readonly Kind[] = [
  kind("notice", "Ask", {
    about: "count",
    urgent: "yes/no",
    topic: { type: "choice", of: ["arms", "water"] },
    ref: to("Ask"),
    day: "date",
  }),
  kind("notice", "Answer", { answers: to("Ask"), grade: "count" }),
  kind(
    "event",
    "Plan",
    { host: "party", size: "count", live: "yes/no", place: "place", start: "date", end: "date", opens: "instant" },
    "host",
  ),
  kind("notice", "Invite", { plan: to("Plan"), arrival: "date" }),
  kind("notice", "Report", { period: "period", volume: { type: "amount", unit: "m3" } }),
  kind("event", "Release", {
    volume: { type: "amount", unit: "m3" },
    sector: { type: "choice", of: ["east", "west"] },
  }),
  kind("notice", "Level", { personnel: "count", day: "date" }),
  kind("event", "Visit", { guest: "party", receiving: "party", start: "date", end: "date" }, "guest"),
];

/**
 * The zone is the band between longitudes 70 and 80; A holds it north of latitude 50, B south; edges within 0.1 are unclear,
 * and beyond 89 nothing is mapped. An area is the box around its corners.
 */
export const GEOGRAPHY: Geography = {
  locate: (_zone, place) => band(place),
  holders: (_zone, place) => {
    const location = band(place);
    if (location === "outside" || location === "not mapped") return [];
    const lats = (place.corners ?? [place]).map(({ lat }) => lat);
    return [
      ...(Math.max(...lats) >= 50 ? [{ party: "A", location }] : []),
      ...(Math.min(...lats) < 50 ? [{ party: "B", location }] : []),
    ];
  },
};

function band(place: Place): Location {
  const lons = (place.corners ?? [place]).map(({ lon }) => lon);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  if (west <= 79.9 && east >= 70.1) return "inside";
  if (west < 80.1 && east > 69.9) return "within map error";
  return east > 89 ? "not mapped" : "outside";
}

/** Monday to Friday (1970-01-01, day 0, was a Thursday). */
export const WORKING_DAYS = { office: (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5 };
