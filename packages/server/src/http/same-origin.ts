import type { FastifyRequest } from "fastify";
import type { Addresses } from "./addresses.ts";
import { HttpProblem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** 421 for a request under another name than ours: a page elsewhere may have made its name resolve to us. */
export function refuseOtherHosts(request: FastifyRequest, addresses: Addresses): void {
  if (addresses.ours(request.headers[":authority"]?.toString() ?? request.host)) return;
  throw new HttpProblem(421, "wrong-host", "This node does not answer under that name", {
    detail: "Use the address that it printed at its start.",
  });
}

/**
 * 403 for a write that does not come from our own pages (cross-site request forgery). Browsers send Origin with every
 * write, and Sec-Fetch-Site beside it; a program without a browser sends neither and then must bring no cookie.
 */
export function refuseOtherOrigins(request: FastifyRequest, addresses: Addresses): void {
  if (SAFE.has(request.method)) return;
  const { origin, cookie } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") throw crossSite();
  if (origin !== undefined) {
    if (!addresses.sameOrigin(origin)) throw crossSite();
  } else if (site === undefined && cookie !== undefined) throw crossSite();
}

const crossSite = () =>
  new HttpProblem(403, "cross-site", "A change must come from this node's own pages", {
    detail: "The header Origin names another address, or is missing.",
  });
