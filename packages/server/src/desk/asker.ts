import type { FastifyRequest } from "fastify";
import type { NodeContext, Viewer } from "../context.ts";
import { notFound } from "../http/problem.ts";
import type { Desk } from "./desk.ts";
import type { View } from "./views.ts";

/** The region of a request's path. Throws 404 where this node does not serve it. */
export function deskOf(node: NodeContext, region: string): Desk {
  const desk = node.desks.get(region);
  if (desk === undefined) throw notFound(`The region "${region.slice(0, 60)}"`);
  return desk;
}

/**
 * As whom a request reads a region: the first membership there (the login puts the chosen one first). Somebody without
 * a body in a region reads it as nobody: what is clear to every body of the node, and nothing else.
 */
export function viewerIn(request: FastifyRequest, desk: Desk): Viewer {
  const found = request.viewers.find((viewer) => viewer.region === desk.id);
  if (found !== undefined) return found;
  const [first] = request.viewers;
  return {
    person: first?.person ?? "",
    name: first?.name ?? "",
    region: desk.id,
    party: "",
    body: "",
    roles: new Set(["reader"] as const),
  };
}

export async function viewFor(node: NodeContext, request: FastifyRequest, region: string): Promise<View> {
  const desk = deskOf(node, region);
  return node.views.of(desk, viewerIn(request, desk));
}
