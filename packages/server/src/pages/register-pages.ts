import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";

/** The screens as `npm run build -w @kelisim/web` leaves them. */
export const PAGES = join(dirname(fileURLToPath(import.meta.url)), "../../../web/dist");

/** Where the page stands for the nonce of its answer. */
const NONCE = /__NONCE__/g;

/**
 * The screens: files with a hash in their name may be kept for ever, the page itself never. Every address that is no
 * file and not under /api is a screen, so that a copied address opens it.
 */
export async function registerPages(app: App, _node: NodeContext): Promise<void> {
  if (!existsSync(join(PAGES, "index.html"))) return;
  const page = await readFile(join(PAGES, "index.html"), "utf8");
  await app.register(fastifyStatic, {
    root: join(PAGES, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
    decorateReply: true,
  });
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    // Ids hold dots: what a browser opens as a page is a screen, what a page asks for is a file that is not there.
    const isScreen = request.headers.accept?.includes("text/html") === true;
    if (request.url.startsWith("/api/") || (!isScreen && /\.[a-z0-9]{2,5}$/i.test(request.url.split("?")[0]!)))
      return reply.callNotFound();
    const nonce = (reply as { cspNonce?: { style: string } }).cspNonce?.style ?? "";
    return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(page.replace(NONCE, nonce));
  });
}
