import type { Role } from "@kelisim/api";
import type { Holdings } from "@kelisim/holdings";
import type { Store } from "@kelisim/store";
import type { Ahead } from "./ahead.ts";
import type { Desk } from "./desk/desk.ts";
import type { Views } from "./desk/views.ts";
import type { EventHub } from "./events/event-hub.ts";
import type { Settings } from "./settings.ts";

/** Who asks: a person speaking as one body of one party in one region. Row-level security and views follow `party` and `body`. */
export interface Viewer {
  readonly person: string;
  readonly name: string;
  readonly region: string;
  /** Empty for a desk that speaks for nobody. */
  readonly party: string;
  readonly body: string;
  readonly roles: ReadonlySet<Role>;
}

/** Everything that routes share. */
export interface NodeContext {
  readonly settings: Settings;
  readonly store: Store;
  /** Owner connection of the database, for the login's own tables. Never shown, never logged. */
  readonly databaseUrl: string;
  /** Regions that this node serves, by id, in their order. */
  readonly desks: ReadonlyMap<string, Desk>;
  /** Serves a region anew, after its agreements have changed. */
  readonly replaceDesk: (desk: Desk) => void;
  /** Files of others that this node has taken in. */
  readonly holdings: Holdings;
  readonly views: Views;
  readonly hub: EventHub;
  /** Where routes say what is worked out before anybody asks. */
  readonly ahead: Pick<Ahead, "add" | "begin" | "done">;
  readonly now: () => number;
  /** The address under which people reach this node. */
  readonly address: () => string;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set by the login for every route under /api/v1 but those that say otherwise. */
    viewers: readonly Viewer[];
  }
}
