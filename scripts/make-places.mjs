// Makes regions/central-asia/places.geojson from Natural Earth 1:50m (npm world-atlas, public domain).
// Run by hand after changing what it says: node scripts/make-places.mjs. The file it writes is committed.
import { readFileSync, writeFileSync } from "node:fs";
import { feature, mesh } from "topojson-client";

const ATLAS = new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url);
const OUT = new URL("../regions/central-asia/places.geojson", import.meta.url);
const SOURCE = "Natural Earth 1:50m, admin 0 countries (npm world-atlas 2.0.2), public domain";
const SHANGHAI = "shanghai-1996-zone";
const VIENNA = "vd2011-zone";

// ISO 3166-1 numeric codes, by which the atlas names countries.
const CODES = {
  KAZ: "398",
  KGZ: "417",
  TJK: "762",
  TKM: "795",
  UZB: "860",
  CHN: "156",
  RUS: "643",
  AFG: "004",
  IRN: "364",
};

// Largest distance between these outlines and those of a 100 m map (see measure-places.mjs), rounded up, in km.
// CHN and RUS could not be measured against it: the largest figure of the neighbours is assumed for them.
const TERRITORIES = {
  KAZ: { name: "Kazakhstan", zone: [SHANGHAI, VIENNA], accuracyKm: 16, accuracy: "measured" },
  KGZ: { name: "Kyrgyzstan", zone: [SHANGHAI, VIENNA], accuracyKm: 18, accuracy: "measured" },
  TJK: { name: "Tajikistan", zone: [SHANGHAI, VIENNA], accuracyKm: 13, accuracy: "measured" },
  TKM: { name: "Turkmenistan", zone: [VIENNA], accuracyKm: 8, accuracy: "measured" },
  UZB: { name: "Uzbekistan", zone: [VIENNA], accuracyKm: 8, accuracy: "measured" },
  CHN: { name: "China", zone: [SHANGHAI], accuracyKm: 18, accuracy: "assumed" },
  RUS: {
    name: "Russian Federation, the part between 80 and 140 degrees east near the border with China",
    zone: [SHANGHAI],
    accuracyKm: 18,
    accuracy: "assumed",
    // Enough for 100 km on either side of both stretches of the border; all of it is east of the Urals.
    box: [80, 41, 140, 57],
  },
  AFG: { name: "Afghanistan", zone: [], accuracyKm: 8, accuracy: "measured" },
  IRN: { name: "Iran", zone: [], accuracyKm: 8, accuracy: "measured" },
};

const BORDERS = {
  KAZ: { name: "border of China and Kazakhstan", accuracyKm: 12, accuracy: "measured" },
  KGZ: { name: "border of China and Kyrgyzstan", accuracyKm: 18, accuracy: "measured" },
  RUS: { name: "border of China and the Russian Federation", accuracyKm: 18, accuracy: "assumed" },
  TJK: { name: "border of China and Tajikistan", accuracyKm: 13, accuracy: "measured" },
};

const SHANGHAI_RULE = "within 100 km of the line, on own side";
const VIENNA_RULE = "whole territory";

const UNMAPPED = [
  {
    party: "RUS",
    name: "Russian Federation west of the Urals",
    rule: "in the zone only west of the Urals; that part is not mapped here",
  },
  { party: "MNG", name: "Mongolia", rule: "whether its territory lies in the zone is not verified" },
  { name: "participating States in Europe and the Caucasus", rule: "in the zone; not mapped here" },
];

const atlas = JSON.parse(readFileSync(ATLAS, "utf8"));
const countries = atlas.objects.countries;
const round = (value) => Math.round(value * 10_000) / 10_000;
const roundLine = (line) =>
  line
    .map(([lon, lat]) => [round(lon), round(lat)])
    .filter((point, index, all) => index === 0 || point[0] !== all[index - 1][0] || point[1] !== all[index - 1][1]);

const territories = Object.entries(TERRITORIES).map(([party, about]) => {
  const country = countries.geometries.find((geometry) => geometry.id === CODES[party]);
  const shape = feature(atlas, country).geometry;
  const polygons = (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates)
    .map((rings) => (about.box === undefined ? rings : rings.map((ring) => cut(ring, about.box))))
    .filter((rings) => rings[0].length >= 4)
    .map((rings) =>
      rings.filter((ring) => ring.length >= 4).map((ring, index) => rewind(roundLine(ring), index === 0)),
    );
  const rules = about.zone.map((zone) => (zone === SHANGHAI ? SHANGHAI_RULE : VIENNA_RULE));
  const properties = { zone: about.zone, party, name: about.name, ...accuracyOf(about), source: SOURCE, rule: rules };
  return { type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates: polygons } };
});

const borders = Object.entries(BORDERS).map(([party, about]) => {
  const between = (a, b) =>
    (a.id === CODES.CHN && b.id === CODES[party]) || (b.id === CODES.CHN && a.id === CODES[party]);
  const lines = mesh(atlas, countries, between).coordinates.map(roundLine);
  const properties = {
    zone: [SHANGHAI],
    party: [party, "CHN"],
    name: about.name,
    withinKm: 100,
    ...accuracyOf(about),
    source: SOURCE,
    rule: [SHANGHAI_RULE],
  };
  return { type: "Feature", properties, geometry: { type: "MultiLineString", coordinates: lines } };
});

const unmapped = UNMAPPED.map((part) => ({
  type: "Feature",
  properties: {
    zone: [VIENNA],
    ...(part.party === undefined ? {} : { party: part.party }),
    name: part.name,
    source: "General knowledge, not verified here",
    rule: [part.rule],
  },
  geometry: null,
}));

const collection = {
  type: "FeatureCollection",
  name: "central-asia places",
  note: [
    "Zones are sets of features: `zone` lists the zones that a territory or a line belongs to. A territory with a line of the same zone and party belongs to the zone only within `withinKm` of the line; without a line it belongs to it whole. A feature without geometry names a part of a zone that is not mapped here. A territory that does not list a zone lies outside it.",
    "accuracyKm: measured = the largest distance between this outline and that of OpenStreetMap at 100 m (December 2017), both ways, rounded up; assumed = could not be measured, the largest measured figure is taken.",
  ],
  disclaimer:
    "Lines are those of the map named as source, which draws de facto boundaries. They are no statement on the status of any territory or on the course of any boundary; disputed and newly demarcated stretches may differ.",
  features: [...territories, ...borders, ...unmapped],
};
// One feature a line keeps differences between versions readable.
const { features, ...head } = collection;
const lines = features.map((item) => JSON.stringify(item)).join(",\n");
const text = `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines}\n]}\n`;
writeFileSync(OUT, text);
console.log(`${features.length} features, ${(text.length / 1000).toFixed(0)} kB`);

function accuracyOf({ accuracyKm, accuracy }) {
  return { accuracyKm, accuracy };
}

/** RFC 7946, section 3.1.6: outer rings counterclockwise, holes clockwise. */
function rewind(ring, outer) {
  let area = 0;
  for (let i = 1; i < ring.length; i += 1) area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return area > 0 === outer ? ring : ring.toReversed();
}

/** Cuts a ring to a box [west, south, east, north], one side after the other (Sutherland and Hodgman, 1974). */
function cut(ring, [west, south, east, north]) {
  const sides = [
    { axis: 0, at: west, keep: 1 },
    { axis: 1, at: south, keep: 1 },
    { axis: 0, at: east, keep: -1 },
    { axis: 1, at: north, keep: -1 },
  ];
  let open = ring.slice(0, -1);
  for (const { axis, at, keep } of sides) {
    const kept = [];
    for (const [index, point] of open.entries()) {
      const before = open.at(index - 1);
      const inside = (point[axis] - at) * keep >= 0;
      const wasInside = (before[axis] - at) * keep >= 0;
      if (inside !== wasInside) {
        const share = (at - before[axis]) / (point[axis] - before[axis]);
        kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
      }
      if (inside) kept.push(point);
    }
    open = kept;
    if (open.length === 0) return [];
  }
  return [...open, open[0]];
}
