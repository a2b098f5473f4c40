export { compileContext, draftContext } from "./compile-context.ts";
export { compileRegion, publishedProblems, regionProblems } from "./compile-region.ts";
