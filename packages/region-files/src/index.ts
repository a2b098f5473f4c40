export { openRegionCached } from "./cached.ts";
export { findRegion, listRegions, type RegionFolder, shownPath } from "./find.ts";
export { geographyOf } from "./geography.ts";
export { createRegionLedger, type FilledLedger, fillLedger } from "./ledger.ts";
export { forEachLine, type StreamLine } from "./lines.ts";
export { isObstacle, type Obstacle, obstacleOf } from "./obstacle.ts";
export { type OpenRegion, openRegion, placedIn, type ReadRegion, readRegionFolder } from "./open.ts";
export { ProblemList } from "./problem-list.ts";
export { readRegionFiles } from "./read-files.ts";
export { readText } from "./read-text.ts";
export {
  type RecordFile,
  type RecordSource,
  readerOptions,
  readRecordFiles,
  recordSources,
  regionRecords,
} from "./record-files.ts";
export { type StreamCounts, streamRecords, type Take } from "./stream.ts";
export { asIfBound, signedOnly } from "./supposed.ts";
