export { EXIT, type Io } from "./io.ts";
export { isRefusal } from "./refusal.ts";
export { run } from "./run.ts";
