import type { Store } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { holds } from "./roles.ts";

/** Setting: ids of the people who administer the node itself, the first of them made at its first start. */
export const NODE_ADMINISTRATORS = "node_administrators";

/** The bodies of one party in one region. */
export interface Place {
  readonly region: string;
  readonly party: string;
}

/**
 * Over which bodies the asker may give and take roles: an administrator of a body, over the bodies of that party in that
 * region; an administrator of the node, over all. Parties that share a host do not administer one another.
 */
export async function administers(request: FastifyRequest, store: Store): Promise<(place: Place) => boolean> {
  if (await administersNode(request, store)) return () => true;
  const own = request.viewers.filter((viewer) => holds(viewer.roles, "administrator"));
  return ({ region, party }) => own.some((viewer) => viewer.region === region && viewer.party === party);
}

/** Whether the asker administers the node itself: its bodies, settings, retention. */
export async function administersNode(request: FastifyRequest, store: Store): Promise<boolean> {
  const people = await store.system.settings.get(NODE_ADMINISTRATORS);
  return Array.isArray(people) && people.includes(request.signedIn?.person.id);
}
