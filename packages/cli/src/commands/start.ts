import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunningNode, Settings } from "@kelisim/server";
import { EXIT, type Io } from "../io.ts";
import type { Options } from "../program.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/** `kelisim start`: runs the node until it is told to stop, and says where it is found. */
export async function start(io: Io, options: Options): Promise<Outcome> {
  const begun = performance.now();
  const say = texts.node;
  if (options.port !== undefined && !(/^\d{1,5}$/.test(options.port) && Number(options.port) <= 65_535))
    return refuse(say.notAPort(options.port));
  const built = await buildScreens(io);
  if (isRefusal(built)) return built;
  const { readSettings, SettingRefused, startNode } = await import("@kelisim/server");
  let settings: Settings;
  try {
    settings = readSettings(
      {
        ...io.environment,
        ...(options.port === undefined ? {} : { KELISIM_PORT: options.port }),
        ...(options.data === undefined ? {} : { KELISIM_DATA: options.data }),
        ...(options.party === undefined ? {} : { KELISIM_PARTY: options.party }),
        ...(options.region === undefined ? {} : { KELISIM_REGIONS: options.region }),
      },
      io.folder,
    );
  } catch (error) {
    if (error instanceof SettingRefused) return refuse(error.message, say.settingMend);
    throw error;
  }
  // From here on a signal ends the node and not the process: what is under way is written first.
  const told = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  let node: RunningNode;
  try {
    node = await startNode(settings, { say: (line) => io.warn(`${line}\n`) });
  } catch (error) {
    const refusal = startRefusal(error, settings);
    if (refusal === undefined) throw error;
    return refusal;
  }
  await io.print(`${say.ready(node.address, ((performance.now() - begun) / 1000).toFixed(1))}\n`);
  const link = await node.app.startLink();
  await io.print(`${link === undefined ? say.signInHosted : say.signIn(link)}\n`);
  await io.print(`${say.data(settings.dataFolder)}\n`);
  await told;
  await io.print(`${say.stopping}\n`);
  await node.close();
  await io.print(`${say.stopped}\n`);
  return EXIT.fine;
}

/** Refusals that a person can do something about; anything else is our own bug. */
export function startRefusal(error: unknown, settings: Settings): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const say = texts.node;
  if (error.name === "StoreInUse") return refuse(say.inUse((error as { address?: string }).address), say.inUseMend);
  if ("code" in error && error.code === "EADDRINUSE") return refuse(say.portTaken(settings.port), say.portTakenMend);
  return NAMED.has(error.name) ? refuse(error.message) : undefined;
}

/** Errors of the server and the store that say in their message what to do. */
const NAMED: ReadonlySet<string> = new Set([
  "DatabaseIsNewer",
  "DatabaseTooOld",
  "DatabaseAway",
  "MigrationChanged",
  "MigrationStopped",
  "SecurityBypassed",
  "EmbeddedServerRefused",
  "HoldingsRefused",
  "KeyVaultDamaged",
  "RegionRefused",
  "SettingRefused",
]);

/** `npm ci` builds the screens; a checkout where that was left out builds them now. */
async function buildScreens(io: Io): Promise<Refusal | undefined> {
  if (existsSync(join(ROOT, "packages/web/dist/index.html"))) return undefined;
  io.warn(`${texts.node.building}\n`);
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const status = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [vite, "build"], { cwd: join(ROOT, "packages/web"), stdio: "ignore" });
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  return status === 0 ? undefined : refuse(texts.node.notBuilt, texts.node.buildBy);
}
