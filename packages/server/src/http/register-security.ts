import { constants } from "node:zlib";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { addressesOf } from "./addresses.ts";
import { registerEntityTags } from "./entity-tag.ts";
import { refuseOtherHosts, refuseOtherOrigins } from "./same-origin.ts";

/** Two years, as the preload lists of browsers ask; OWASP ASVS 5.0, 3.4.1 wants one at least. */
const HSTS_SECONDS = 2 * 365 * 24 * 3600;

/**
 * What holds for every answer: under which name the node is asked, from which pages it is changed, what a page may load
 * (nothing from elsewhere, no inline script or style without the nonce of this answer), compression and ETags.
 */
export async function registerSecurity(app: App, node: NodeContext): Promise<void> {
  const port = () => {
    const bound = app.server.address();
    return bound !== null && typeof bound !== "string" ? bound.port : node.settings.port;
  };
  const addresses = addressesOf(node.settings, port);

  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "connect-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
      },
    },
    // Never for localhost: a browser would then refuse every other program there that speaks plain http.
    strictTransportSecurity:
      addresses.secure && addresses.reach === "hosted" ? { maxAge: HSTS_SECONDS, includeSubDomains: true } : false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });

  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (request.url.startsWith("/api/v1/")) reply.header("cache-control", "private, no-cache");
    refuseOtherHosts(request, addresses);
    refuseOtherOrigins(request, addresses);
  });

  // Content types that a form of another site can send without being asked first (CORS) are not read.
  app.removeContentTypeParser("text/plain");

  registerEntityTags(app);
  await app.register(compress, {
    threshold: 1024,
    encodings: ["br", "gzip"],
    // The highest quality is for files that are packed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
}
