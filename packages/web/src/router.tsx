import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { Desk } from "./shell/desk.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Root } from "./shell/root.tsx";
import { ScreenProblem } from "./shell/screen-problem.tsx";
import { readAddress, writeAddress } from "./state/address.ts";
import { CARRIED } from "./state/standpoint.ts";

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string | undefined>,
  // Region, party and both dates go along from screen to screen.
  search: { middlewares: [retainSearchParams([...CARRIED])] },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./screens/sign-in/index.tsx"), "Screen"),
});

/** Everything behind the sign-in stands in the shell. */
const desk = createRoute({ getParentRoute: () => root, id: "desk", component: Desk });

type Loaded = { readonly Screen: () => React.ReactNode };
const screen = <Path extends string>(path: Path, load: () => Promise<Loaded>) =>
  createRoute({ getParentRoute: () => desk, path, component: lazyRouteComponent(load, "Screen") });

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const routeTree = root.addChildren([
  index,
  signIn,
  desk.addChildren([
    screen("/today", () => import("./screens/today/index.tsx")),
    screen("/explain", () => import("./screens/explain/index.tsx")),
    screen("/agreements", () => import("./screens/agreements/index.tsx")),
    screen("/agreements/$id", () => import("./screens/agreement/index.tsx")),
    screen("/agreements/$id/edit", () => import("./screens/edit/index.tsx")),
    screen("/plan", () => import("./screens/plan/index.tsx")),
    screen("/situation", () => import("./screens/situation/index.tsx")),
    screen("/cooperation", () => import("./screens/cooperation/index.tsx")),
    screen("/institutions", () => import("./screens/institutions/index.tsx")),
    screen("/money", () => import("./screens/money/index.tsx")),
    screen("/coverage", () => import("./screens/coverage/index.tsx")),
    screen("/between", () => import("./screens/between/index.tsx")),
    screen("/powers", () => import("./screens/powers/index.tsx")),
    screen("/country/$id", () => import("./screens/country/index.tsx")),
    screen("/evidence", () => import("./screens/evidence/index.tsx")),
    screen("/brief", () => import("./screens/brief/index.tsx")),
    screen("/brief/$id", () => import("./screens/brief/one.tsx")),
    screen("/brief/paper/$id", () => import("./screens/brief/paper.tsx")),
    screen("/records", () => import("./screens/records/index.tsx")),
    screen("/records/$id", () => import("./screens/record/index.tsx")),
    screen("/node", () => import("./screens/node/index.tsx")),
    screen("/states", () => import("./screens/states/index.tsx")),
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultErrorComponent: ScreenProblem,
  defaultPreload: "intent",
  scrollRestoration: true,
  // Answers are kept by the query client.
  defaultPreloadStaleTime: 0,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
