import type { Role } from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import type { Viewer } from "../context.ts";
import { forbidden } from "../http/problem.ts";

/** Each of these may do what those before it may. An administrator reads nothing by being one. */
const LADDER: readonly Role[] = ["reader", "drafter", "releaser"];

/** Whether roles allow what a role allows. */
export function holds(roles: ReadonlySet<Role>, role: Role): boolean {
  if (role === "administrator") return roles.has("administrator");
  return LADDER.slice(LADDER.indexOf(role)).some((each) => roles.has(each));
}

/**
 * As whom a request acts: in the region of its path the membership that it speaks as there (never another one, whatever
 * that may do), outside of any region the first.
 */
export function actingAs(request: FastifyRequest): Viewer | undefined {
  const region = (request.params as { readonly region?: string } | undefined)?.region;
  return region === undefined ? request.viewers[0] : request.viewers.find((viewer) => viewer.region === region);
}

/**
 * A preHandler that lets only holders of a role through; others get 403. An administrator of any body of the node
 * administers the node; the other roles count for the body that the request speaks as.
 */
export function requires(role: Role) {
  return async (request: FastifyRequest): Promise<void> => {
    const allowed =
      role === "administrator"
        ? request.viewers.some((viewer) => holds(viewer.roles, role))
        : holds(actingAs(request)?.roles ?? new Set(), role);
    if (!allowed) throw forbidden(`This needs the role "${role}" at the body you speak as.`);
  };
}
