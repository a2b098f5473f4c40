import { type MappedGeography, type Region, readGeography } from "@kelisim/model";

const read = new WeakMap<Region, MappedGeography | undefined>();

/** The region's places as answers about zones, read once; undefined where the region has none. */
export function geographyOf(region: Region): MappedGeography | undefined {
  if (!read.has(region))
    read.set(region, region.places === undefined ? undefined : readGeography(JSON.parse(region.places.text)));
  return read.get(region);
}
