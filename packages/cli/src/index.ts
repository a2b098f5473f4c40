export { EXIT, type Io } from "./io.ts";
export { isRefusal } from "./refusal.ts";
export { compileContext } from "./region/compile-context.ts";
export { listRegions } from "./region/find.ts";
export { readRegionFiles } from "./region/read-files.ts";
export { run } from "./run.ts";
