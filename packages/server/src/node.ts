import { mkdir } from "node:fs/promises";
import { Server } from "node:tls";
import { isObstacle, openRegionCached } from "@kelisim/region-files";
import type { Store } from "@kelisim/store";
import { type AheadView, createAhead } from "./ahead.ts";
import { type App, createApp } from "./app.ts";
import type { NodeContext } from "./context.ts";
import { applyAdopted } from "./desk/agreements/adopted.ts";
import { decisionsOf } from "./desk/agreements/decisions.ts";
import { createDesk, type Desk, RegionRefused } from "./desk/desk.ts";
import { NOBODY } from "./desk/institutions/other-region.ts";
import { createViews } from "./desk/views.ts";
import { agreementSource } from "./events/agreement-source.ts";
import { createEventHub } from "./events/event-hub.ts";
import { inForceSource } from "./events/in-force-source.ts";
import { type Certificate, readCertificate, watchCertificate } from "./http/certificate.ts";
import { openHoldingsOf } from "./observatory/open-holdings.ts";
import { openDatabase } from "./open-database.ts";
import { loopbackUrl, type Settings } from "./settings.ts";
import { startTimers } from "./timers/start-timers.ts";

/** A node that runs: where it is found, and how it ends. */
export interface RunningNode {
  readonly address: string;
  readonly app: App;
  readonly context: NodeContext;
  /** How long each step of the start took, in milliseconds. */
  readonly steps: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

export interface NodeOptions {
  readonly now?: () => number;
  /** Lines for the person who started the node. */
  readonly say?: (line: string) => void;
  /** How often the files of the certificate are looked at, in milliseconds. */
  readonly certificateLookMs?: number;
  /** Whether answers are worked out before anybody asks (absent: they are). */
  readonly ahead?: boolean;
}

/** A node that nobody has asked anything for so long has time for work ahead, in milliseconds. */
const QUIET_MS = 250;
/** Bodies of a region for which it is worked out. */
const MOST_AHEAD = 2;

/**
 * Starts a node: database and regions side by side, then the views of its bodies, then it listens.
 * Refused with named errors: `StoreInUse` (carries the address of the node that has it), `DatabaseIsNewer`,
 * `RegionRefused`, `HoldingsRefused`, `SettingRefused` (certificate and key). Whatever was started before a refusal is stopped again.
 */
export async function startNode(settings: Settings, options: NodeOptions = {}): Promise<RunningNode> {
  const now = options.now ?? Date.now;
  const say = options.say ?? (() => undefined);
  const steps: Record<string, number> = {};
  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work;
    steps[name] = Math.round(performance.now() - begun);
    return result;
  };
  const ending: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const stop of ending.splice(0).reverse()) await stop();
  };
  const { tls } = settings;
  const secured = tls === undefined ? undefined : { ...settings, tls };
  const certificate = secured === undefined ? undefined : readCertificate(secured, now());
  for (const note of certificate?.notes ?? []) say(note);
  try {
    await mkdir(settings.dataFolder, { recursive: true });
    const opening = timed("store", openDatabase(settings, now, say));
    opening.then(
      (database) => ending.push(() => database.close()),
      () => undefined,
    );
    const reading = timed("regions", openDesks(settings, now));
    const library = timed("holdings", openHoldingsOf(settings.dataFolder));
    library.then(
      (holdings) => ending.push(() => holdings.close()),
      () => undefined,
    );
    // All are awaited, so that a refusal of one does not leave the others running behind it.
    const [[{ store, databaseUrl }, desks], holdings] = await both(both(opening, reading), library);
    for (const desk of desks.values()) await timed(`adopted ${desk.id}`, withAdopted(store, desks, desk, now));
    const views = createViews(store);
    const hub = createEventHub(store, views);
    ending.push(async () => hub.close());
    let address = settings.publicUrl ?? loopbackUrl(settings, settings.port);
    let lastAsked = Number.NEGATIVE_INFINITY;
    const ahead = createAhead({
      views: () => viewsAhead(context),
      now,
      busy: () => performance.now() - lastAsked < QUIET_MS,
      log: (problem) => say(`worked out ahead: ${problem instanceof Error ? problem.message : String(problem)}`),
    });
    const begin = () => void (options.ahead !== false && ahead.begin());
    const replaceDesk = (desk: Desk) => {
      desks.set(desk.id, desk);
      begin();
    };
    const context: NodeContext = {
      settings,
      store,
      databaseUrl,
      desks,
      replaceDesk,
      holdings,
      views,
      hub,
      ahead: { ...ahead, begin },
      now,
      address: () => address,
    };
    hub.addSource(agreementSource(context));
    hub.addSource(inForceSource(context));
    const app = await timed("app", createApp(context, certificate));
    ending.push(() => app.close());
    app.server.on("request", () => {
      lastAsked = performance.now();
    });
    ending.push(() => ahead.stop());
    if (secured !== undefined) {
      const { server } = app;
      const renew = ({ context }: Certificate) => void (server instanceof Server && server.setSecureContext(context));
      const stopWatching = watchCertificate(secured, now, renew, say, options.certificateLookMs);
      ending.push(async () => stopWatching());
    }
    await timed("listen", app.listen({ host: settings.host, port: settings.port }));
    const bound = app.server.address();
    if (settings.publicUrl === undefined && bound !== null && typeof bound !== "string")
      address = loopbackUrl(settings, bound.port);
    await store.setAddress(address);
    const timers = await startTimers(context, say);
    ending.push(() => timers.stop());
    begin();
    return { address, app, context, steps, close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The views of the first bodies of each region; of a region without bodies, what is clear to everybody. */
async function viewsAhead({ desks, store, views }: NodeContext): Promise<readonly AheadView[]> {
  const found: AheadView[] = [];
  for (const desk of desks.values()) {
    const bodies = (await store.system.bodies.list(desk.id)).slice(0, MOST_AHEAD);
    const whose = bodies.length === 0 ? [NOBODY] : bodies.map(({ party, id }) => ({ party, body: id }));
    for (const { party, body } of whose) {
      const viewer = { person: "", name: "", region: desk.id, party, body, roles: new Set(["reader"] as const) };
      found.push({ viewer, view: await views.of(desk, viewer) });
    }
  }
  return found;
}

async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([a, b]);
  if (first.status === "rejected") throw first.reason;
  if (second.status === "rejected") throw second.reason;
  return [first.value, second.value];
}

/** A region whose texts were adopted on this node is served with them. */
async function withAdopted(store: Store, desks: Map<string, Desk>, desk: Desk, now: () => number): Promise<void> {
  const decisions = await decisionsOf(store, desk.id);
  if (decisions.length === 0) return;
  desks.set(desk.id, createDesk(await applyAdopted(desk.open, decisions, now()), desk.us, now));
}

async function openDesks(settings: Settings, now: () => number): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>();
  const cache = settings.cacheFolder;
  const opened = await Promise.all(settings.regions.map((folder) => openRegionCached({ folder, cache })));
  for (const [index, open] of opened.entries()) {
    if (isObstacle(open)) throw new RegionRefused(settings.regions[index]!, open);
    const desk = createDesk(open, index === 0 ? settings.us : undefined, now);
    desks.set(desk.id, desk);
  }
  return desks;
}
