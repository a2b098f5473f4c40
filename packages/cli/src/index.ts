export { EXIT, type Io } from "./io.ts";
export { run } from "./run.ts";
