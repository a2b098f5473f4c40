/** Longitude, then latitude, in degrees. */
export type Place = readonly number[];
/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Web Mercator as maps draw it: the world is 1 wide, x to the east and y to the south. */
export const project = ([lon = 0, lat = 0]: Place): readonly [x: number, y: number] => [
  (lon + 180) / 360,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI),
];

/** Degrees of longitude and latitude that a distance spans at a latitude. */
export function degreesOf(km: number, lat: number): readonly [lon: number, lat: number] {
  const high = km / (EARTH_KM * RADIANS);
  return [high / Math.cos(Math.min(85, Math.abs(lat)) * RADIANS), high];
}

/** Great-circle distance in kilometres. */
export function distanceKm([lonA = 0, latA = 0]: Place, [lonB = 0, latB = 0]: Place): number {
  const a = Math.sin(((latB - latA) * RADIANS) / 2) ** 2;
  const b = Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a + b)));
}

/** Whether any point or stretch of a line may lie in a box: its stretches' own boxes are looked at. */
export function passes(line: readonly Place[], [west, south, east, north]: Box): boolean {
  return line.some(([lon = 0, lat = 0], i) => {
    const [lonBefore = lon, latBefore = lat] = line[i - 1] ?? [];
    return (
      Math.min(lon, lonBefore) <= east &&
      Math.max(lon, lonBefore) >= west &&
      Math.min(lat, latBefore) <= north &&
      Math.max(lat, latBefore) >= south
    );
  });
}

const STEPS = [1, 2, 5];

/** The roundest length that fits into so many pixels: 1, 2 or 5 and noughts, in kilometres, with its width. */
export function scaleOf(kmPerPixel: number, widest: number): { readonly km: number; readonly pixels: number } {
  let best = { km: 0, pixels: 0 };
  for (let power = -2; power <= 4; power += 1) {
    for (const step of STEPS) {
      const km = step * 10 ** power;
      if (km / kmPerPixel <= widest) best = { km, pixels: km / kmPerPixel };
    }
  }
  return best;
}
