// Measures how far the outlines of Natural Earth 1:50m lie from those of OpenStreetMap at 100 m, border by border.
// Run by hand: node scripts/measure-places.mjs. Its figures stand in make-places.mjs and in the region's README.
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { mesh } from "topojson-client";

const FINE = new URL("../../shared/data/geo/osm_countries_land_100m_central_asia.geojson.gz", import.meta.url);
const ATLAS = new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url);
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
// Land borders. Shores are left out: the two maps draw seas and lakes of different years.
const BORDERS = ["KAZ-CHN", "KGZ-CHN", "TJK-CHN", "KAZ-RUS", "TJK-AFG", "UZB-AFG", "TKM-AFG", "TKM-IRN", "KAZ-KGZ"];
const KM_A_DEGREE = 111.195;
/** A point of the fine outline belongs to the border if it is nearer than this and nearest to it. */
const REACH_KM = 60;

if (!existsSync(FINE)) {
  console.log("skipped: the finer map is not here (../shared/data/geo)");
  process.exit(0);
}
const fine = JSON.parse(gunzipSync(readFileSync(FINE)).toString("utf8"));
const atlas = JSON.parse(readFileSync(ATLAS, "utf8"));

for (const border of BORDERS) {
  const [state, neighbour] = border.split("-");
  const line = borderLines(state, (id) => id === CODES[neighbour]);
  const others = borderLines(state, (id) => id !== CODES[neighbour]);
  const outline = mainland(state);
  const there = densify(line).map((point) => distance(point, segments([outline])));
  const back = densify([outline])
    .filter((_, index) => index % 3 === 0)
    .map((point) => ({ near: distance(point, segments(line)), other: distance(point, segments(others)) }))
    .filter(({ near, other }) => near < REACH_KM && near < other)
    .map(({ near }) => near);
  console.log(border, `1:50m to 100 m: ${figures(there)}; 100 m to 1:50m: ${figures(back)}`);
}

function figures(distances) {
  const sorted = distances.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const p95 = sorted[Math.floor(sorted.length * 0.95)];
  return `mean ${mean.toFixed(1)}, 95 % ${p95.toFixed(1)}, largest ${sorted.at(-1).toFixed(1)} km`;
}

/** Lines of a state's outline in the atlas, with the neighbours that `wanted` accepts (a shore has none). */
function borderLines(state, wanted) {
  const own = CODES[state];
  const keep = (a, b) =>
    (a.id === own && wanted(a === b ? undefined : b.id)) || (b.id === own && wanted(a === b ? undefined : a.id));
  return mesh(atlas, atlas.objects.countries, keep).coordinates;
}

/** Outer ring of a state's largest polygon in the fine map: islands in lakes are no borders. */
function mainland(state) {
  const polygons = fine.features.find((item) => item.properties.A3 === state).geometry.coordinates;
  return polygons.map((rings) => rings[0]).toSorted((a, b) => area(b) - area(a))[0];
}

function area(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(sum);
}

function segments(lines) {
  return lines.flatMap((line) => line.slice(1).map((end, index) => [line[index], end]));
}

/** Points at most about one kilometre apart. */
function densify(lines) {
  return segments(lines).flatMap(([a, b]) => {
    const steps = Math.max(
      1,
      Math.ceil(Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]) * KM_A_DEGREE),
    );
    return Array.from({ length: steps }, (_, i) => [
      a[0] + ((b[0] - a[0]) * i) / steps,
      a[1] + ((b[1] - a[1]) * i) / steps,
    ]);
  });
}

/** Kilometres to the nearest segment on a plane about the point: right to one per cent over tens of kilometres. */
function distance([lon, lat], lines) {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const [a, b] of lines) {
    if (Math.min(Math.abs(a[1] - lat), Math.abs(b[1] - lat)) > 2 && Math.abs(a[1] - b[1]) < 2) continue;
    const ax = (a[0] - lon) * shrink;
    const ay = a[1] - lat;
    const dx = (b[0] - a[0]) * shrink;
    const dy = b[1] - a[1];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy) * KM_A_DEGREE);
  }
  return least;
}
