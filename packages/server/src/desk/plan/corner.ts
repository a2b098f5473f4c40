/** A corner of a drawn area, in degrees. */
export interface Corner {
  readonly lat: number;
  readonly lon: number;
}

/** Four decimals, about ten metres, as drawn corners have them. */
const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** A point on a side, by its share of the way from 0 to 1. A side is drawn straight between degrees. */
export const alongSide = (from: Corner, to: Corner, share: number): Corner => ({
  lat: rounded(from.lat + (to.lat - from.lat) * share),
  lon: rounded(from.lon + (to.lon - from.lon) * share),
});
