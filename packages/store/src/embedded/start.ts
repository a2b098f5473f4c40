import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { EmbeddedServerRefused } from "../errors.ts";
import { findBinaries, type PostgresBinaries } from "./binaries.ts";
import { findPort, portIsFree } from "./port.ts";
import { postmasterState, readPostmaster, removePidFile } from "./postmaster.ts";
import { checkReach, chooseUser, giveTo, type RunAs } from "./run-as.ts";
import { runProgram } from "./run-program.ts";
import { watchServer } from "./watch.ts";

export interface EmbeddedOptions {
  /** The data folder; the server lives in `postgres` below it. */
  readonly folder: string;
  readonly log?: (message: string) => void;
}

export interface EmbeddedServer {
  /** Connection string of the owner; holds the password. */
  readonly url: string;
  /** Whether it was running already: left behind by a process that was killed, or in use by another one. */
  readonly takenOver: boolean;
  /** Leaves the server running and ends the watch over it: after `StoreInUse`. */
  leave(): Promise<void>;
  /** Stops the server cleanly. Not to be called after `StoreInUse`: then it is somebody else's. */
  stop(): Promise<void>;
}

const OWNER = "kelisim";
const DATABASE = "kelisim";
/** How long a dead postmaster may stay unreaped before its pid file is put aside: nobody reaps it here. */
const UNREAPED_MS = 5_000;
const START_MS = 60_000;

/**
 * Durability (fsync, full_page_writes, synchronous_commit) stays as PostgreSQL has it: on. Room in the log for a burst of
 * records between two checkpoints; its pages are not compressed, which would cost the burst more than the disk gains.
 */
const SETTINGS: readonly string[] = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "shared_buffers=256MB",
  "max_wal_size=4GB",
  "wal_buffers=32MB",
  "max_connections=60",
  "password_encryption=scram-sha-256",
  "log_timezone=UTC",
  "timezone=UTC",
];

/**
 * Starts the PostgreSQL that ships with Kelisim in `folder/postgres`, or takes over the one that runs there. The first
 * time it makes the cluster, with a random password in a file that only its owner reads; loopback only.
 * While this process lives the server is watched over and started again where it was killed. Refused with
 * `EmbeddedServerRefused`: no programs for this platform, a folder that the server's user cannot reach, data of
 * another major version, a server that does not come up (with the end of its log).
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => {});
  const binaries = await findBinaries();
  const user = chooseUser();
  const home = join(resolve(options.folder), "postgres");
  const place: Place = { home, data: join(home, "data"), binaries, user, log };
  prepareHome(place);
  if (!existsSync(join(place.data, "PG_VERSION"))) await makeCluster(place);
  await checkVersion(place);
  const running = await findRunning(place);
  const port = running ?? (await startServer(place));
  const password = readFileSync(join(home, "password"), "utf8").trim();
  const urlOf = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  await makeDatabase(urlOf("postgres"));
  const runs = () => {
    const found = readPostmaster(place.data);
    return found !== undefined && postmasterState(place.data, found.pid) === "running";
  };
  const restart = async () => {
    const again = (await findRunning(place)) ?? (await startServer(place, port));
    if (again !== port)
      throw new EmbeddedServerRefused(`PostgreSQL runs on port ${again} instead of ${port}; start Kelisim anew`);
  };
  const endWatch = watchServer(runs, restart, log);
  return {
    url: urlOf(DATABASE),
    takenOver: running !== undefined,
    leave: endWatch,
    async stop() {
      await endWatch();
      const ended = await run(place, "pg_ctl", ["stop", "-D", place.data, "-m", "fast", "-w", "-t", "60"]);
      // 1 with no pid file left: it was down already.
      if (ended.code !== 0 && readPostmaster(place.data) !== undefined) {
        throw new EmbeddedServerRefused(`PostgreSQL did not stop: ${ended.output}`);
      }
    },
  };
}

interface Place {
  readonly home: string;
  readonly data: string;
  readonly binaries: PostgresBinaries;
  readonly user: RunAs | undefined;
  readonly log: (message: string) => void;
}

function run(place: Place, program: keyof PostgresBinaries, args: readonly string[]) {
  return runProgram(place.binaries[program], args, { cwd: place.home, user: place.user });
}

function prepareHome({ home, data, binaries, user }: Place): void {
  try {
    mkdirSync(home, { recursive: true });
  } catch (cause) {
    throw new EmbeddedServerRefused(`the data folder ${dirname(home)} cannot be made: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (user !== undefined) {
    checkReach(dirname(home), user);
    checkReach(binaries.postgres, user);
    giveTo(home, user);
  }
  chmodSync(home, 0o700);
  // A copy that was put back may have lost its permissions; PostgreSQL insists on them.
  if (existsSync(data)) chmodSync(data, 0o700);
  if (existsSync(join(home, "password"))) chmodSync(join(home, "password"), 0o600);
}

/** Made beside its place and then renamed, so that a kill in between leaves no half cluster. */
async function makeCluster(place: Place): Promise<void> {
  place.log("making the database for the first time");
  const passwordFile = join(place.home, "password");
  if (!existsSync(passwordFile)) {
    const fresh = `${passwordFile}.${process.pid}`;
    writeFileSync(fresh, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    if (place.user !== undefined) giveTo(fresh, place.user);
    renameSync(fresh, passwordFile);
  }
  const fresh = join(place.home, `data.${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  const ended = await run(place, "initdb", [
    `--pgdata=${fresh}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--no-instructions",
  ]);
  if (ended.code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new EmbeddedServerRefused(`the database could not be made: ${ended.output}`);
  }
  renameSync(fresh, place.data);
}

async function checkVersion(place: Place): Promise<void> {
  const made = readFileSync(join(place.data, "PG_VERSION"), "utf8").trim();
  const { output } = await run(place, "postgres", ["--version"]);
  const here = /(\d+)/.exec(output)?.[1];
  if (here === made) return;
  throw new EmbeddedServerRefused(
    `the data were made by PostgreSQL ${made}, this program brings ${here}: export with the Kelisim that made them, ` +
      "then import into an empty folder",
  );
}

/** The port of a server that runs on the data; undefined once it is certain that none does. */
async function findRunning(place: Place): Promise<number | undefined> {
  const since = Date.now();
  for (;;) {
    const found = readPostmaster(place.data);
    if (found === undefined) return undefined;
    const state = postmasterState(place.data, found.pid);
    if (state === "gone") return undefined; // PostgreSQL itself sees that the file is stale
    const unreaped = state === "unreaped" && Date.now() - since > UNREAPED_MS;
    if (state === "other" || unreaped) {
      removePidFile(place.data);
      return undefined;
    }
    if (state === "running" && found.port > 0 && (await answers(found.port))) return found.port;
    if (Date.now() - since > START_MS) {
      throw new EmbeddedServerRefused(`a PostgreSQL (process ${found.pid}) holds ${place.data} but does not answer`);
    }
    await sleep(50);
  }
}

async function answers(port: number): Promise<boolean> {
  return !(await portIsFree(port));
}

/** `only`: the port that connections know already. */
async function startServer(place: Place, only?: number): Promise<number> {
  const portFile = join(place.home, "port");
  const logFile = join(place.home, "server.log");
  const since = Date.now();
  for (;;) {
    const kept = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
    const port = only ?? (kept > 0 && (await portIsFree(kept)) ? kept : await findPort());
    writeFileSync(portFile, `${port}\n`, { mode: 0o600 });
    if (place.user !== undefined) giveTo(portFile, place.user);
    const settings = [...SETTINGS, `port=${port}`].map((setting) => `-c ${setting}`).join(" ");
    const args = ["start", "-D", place.data, "-l", logFile, "-w", "-t", "60", "-o", settings];
    const ended = await run(place, "pg_ctl", args);
    if (ended.code === 0) return port;
    // Children of a killed postmaster give its memory back within moments; until then a start is refused.
    const tail = lastLines(logFile);
    const soon = /shared memory block|lock file|Address already in use|could not bind/i.test(tail);
    if (!soon || Date.now() - since > START_MS) {
      throw new EmbeddedServerRefused(`PostgreSQL did not start: ${ended.output}\n${tail}`);
    }
    await sleep(200);
    // Somebody else may have started it at the same moment.
    const other = await findRunning(place);
    if (other !== undefined) return other;
  }
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n") : "";
}

async function makeDatabase(url: string): Promise<void> {
  const since = Date.now();
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
      return;
    } catch (error) {
      // 57P03: it is still recovering; 42P04: somebody else made the database just now.
      const code = (error as { code?: string }).code;
      if (code === "42P04") return;
      const retry = code === "57P03" || code === "57P01" || code === "ECONNREFUSED" || code === "ECONNRESET";
      if (!retry || Date.now() - since > START_MS) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
