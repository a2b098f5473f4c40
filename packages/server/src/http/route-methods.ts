import type { App } from "../app.ts";

/**
 * Remembers every route that is registered after this call. The answer says which methods an address of /api has; it is
 * empty for an address that there is not. RFC 9110, section 15.5.6 wants them named in a 405.
 */
export function collectRoutes(app: App): (path: string) => readonly string[] {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/")) return;
    routes.push({
      pattern: patternOf(route.url),
      methods: typeof route.method === "string" ? [route.method] : route.method,
    });
  });
  return (path) =>
    [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
}

/** "/api/v1/regions/:region" and "/api/auth/*" as expressions. */
function patternOf(url: string): RegExp {
  const parts = url.split("/").map((part) => {
    if (part === "*") return ".*";
    // One or more parameters with text between them, such as ":id.csv".
    return part
      .split(/(:\w+)/)
      .map((piece) => (/^:\w+$/.test(piece) ? "[^/]+" : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
      .join("");
  });
  return new RegExp(`^${parts.join("/")}/?$`);
}
