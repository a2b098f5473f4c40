import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:https";
import swagger from "@fastify/swagger";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerFactory,
  type FastifyServerOptions,
  type RawServerDefault,
} from "fastify";
import { registerAuth } from "./auth/register-auth.ts";
import type { NodeContext } from "./context.ts";
import { registerEvents } from "./events/register-events.ts";
import { auditRefusals } from "./http/audit-refusals.ts";
import type { Certificate } from "./http/certificate.ts";
import { registerDraftLanguages } from "./http/language.ts";
import { withPlainUnions } from "./http/plain-unions.ts";
import { registerProblems } from "./http/register-problems.ts";
import { registerSecurity } from "./http/register-security.ts";
import { registerPages } from "./pages/register-pages.ts";
import { ROUTES } from "./routes/index.ts";

/** A Fastify instance whose routes are typed by their TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** One topic of the interface: registers its routes under /api/v1. */
export type Routes = (app: App, node: NodeContext) => void;

/**
 * The HTTP side of a node, not yet listening. Order matters: problems and security first, then login, then what needs to
 * know who asks, at last the pages. `certificate`: it speaks https.
 */
export async function createApp(node: NodeContext, certificate?: Certificate): Promise<App> {
  const { trustedProxies } = node.settings;
  const options: FastifyServerOptions<RawServerDefault> = {
    logger: false,
    // So many hops from the right of the forwarded addresses are proxies of ours.
    trustProxy: (_address: string, hop: number) => hop < trustedProxies,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 600 },
    forceCloseConnections: true,
  };
  const secured = (handler: RequestListener) => createServer({ ...certificate?.context }, handler);
  // A server of https is used as one of http is, and says the same of itself.
  const factory = { serverFactory: secured as unknown as FastifyServerFactory<RawServerDefault> };
  const app: App = Fastify({ ...options, ...(certificate === undefined ? {} : factory) })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook("onRoute", (route) => {
    const response = withPlainUnions(route.schema?.response);
    if (response !== undefined) route.schema = { ...route.schema, response };
  });
  registerProblems(app);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Kelisim node",
        version: "1",
        description: "Duties, agreements, records and what they rest on, as one body of a party may see them.",
      },
    },
  });
  await registerSecurity(app, node);
  await registerAuth(app, node);
  registerDraftLanguages(app);
  auditRefusals(app, node);
  registerEvents(app, node);
  for (const routes of ROUTES) await app.register(async (scope: App) => routes(scope, node), { prefix: "/api/v1" });
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, () => app.swagger());
  await registerPages(app, node);
  return app;
}
