import { type Problem, readRegion } from "@kelisim/model";
import { contextOf } from "../region-context.ts";
import { type Desk, openDesk } from "./desk.ts";

export interface RegionDesk {
  readonly desk: Desk;
  /** What is wrong in the tables; what is wrong in the texts the desk says itself. */
  readonly problems: readonly Problem[];
}

/** A desk with the agreements of a region, and what its tables know. Takes the region's files: path inside it → text. */
export function openRegionDesk(files: ReadonlyMap<string, string>): RegionDesk {
  const { region, problems } = readRegion(files);
  const desk = openDesk(contextOf(region), region);
  for (const { path, text } of region.accordFiles) desk.set(path, text);
  return { desk, problems };
}
