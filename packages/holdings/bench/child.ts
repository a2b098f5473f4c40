import { MEASURES_OF_CHILD, type Measured } from "./measures.ts";

const [, , name = "", folder = ""] = process.argv;
const before = process.cpuUsage();
const began = performance.now();
const found = await MEASURES_OF_CHILD[name as keyof typeof MEASURES_OF_CHILD](folder);
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(before);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ ...found, ms, cpu: (user + system) / 1000, peak } satisfies Measured);
process.disconnect?.();
