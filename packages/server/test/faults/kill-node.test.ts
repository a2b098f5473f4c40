import { it } from "node:test";
import { disturbUnderLoad } from "./under-load.ts";

it("a node killed at any moment under load has every acknowledged record afterwards, once", { timeout: 60_000 }, () =>
  disturbUnderLoad((load) => load.replace((node) => node.kill())),
);
