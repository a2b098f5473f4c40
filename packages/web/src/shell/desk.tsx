import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useEvents } from "../api/events.ts";
import { ApiProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { watchConnection } from "../api/watch-connection.ts";
import { ErrorPanel } from "../parts/error-panel.tsx";
import { ReturnFocus } from "../parts/return-focus.tsx";
import { Skeletons } from "../parts/skeletons.tsx";
import { partyOf, regionOf } from "../state/session.ts";
import { carried, readStandpoint } from "../state/standpoint.ts";
import { useText } from "../texts/use-text.ts";
import { Banners } from "./banners.tsx";
import styles from "./desk.module.css";
import { DeskContext, useAddress } from "./desk-context.ts";
import { Header } from "./header.tsx";
import { useKeyboard, useKeys } from "./keys.ts";
import { LiveRegion } from "./live-region.tsx";
import { LoadingBar } from "./loading-bar.tsx";
import { Rail } from "./rail.tsx";
import { TabBar } from "./tab-bar.tsx";
import { useTitle } from "./use-title.ts";

const RailDrawer = lazy(() => import("./rail-drawer.tsx"));
const Find = lazy(() => import("./find.tsx"));
const Help = lazy(() => import("./help.tsx"));

/** To the sign-in page, once, with the address to come back to: while that page loads the address has changed already. */
function ToSignIn() {
  const { href } = useLocation();
  const navigate = useNavigate();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void navigate({ to: "/sign-in", search: { to: href } as never, replace: true });
  }, [href, navigate]);
  return null;
}

type Open = "rail" | "find" | "help" | undefined;

/** The shell around every screen: rail, header, banners, the screen, the tab bar of a phone. */
export function Desk() {
  const address = useAddress();
  const navigate = useNavigate();
  const { t, language } = useText();
  const session = useQuery(sessionQuery(language));
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();

  // What could not be asked while the node was away is asked once it is back.
  useEffect(() => watchConnection(() => void client.invalidateQueries()), [client]);

  useTitle();
  useKeyboard((to) => void navigate({ to, search: carried(address) as never }));
  useKeys({ "/": () => setOpen("find"), "?": () => setOpen("help") });

  const desk = useMemo(() => {
    const standpoint = readStandpoint(address);
    const region = session.data && regionOf(session.data, standpoint);
    if (!session.data || !region) return undefined;
    return { session: session.data, region, party: partyOf(session.data, region, standpoint) };
  }, [session.data, address]);

  // Another text applies, or will: what every screen of the region shows may rest on it.
  useEvents(desk?.region.id, ({ kind }) => {
    if (kind === "agreement") void client.invalidateQueries({ queryKey: ["region", desk?.region.id] });
  });

  if (session.error instanceof ApiProblem && session.error.status === 401) return <ToSignIn />;
  return (
    <DeskContext.Provider value={desk}>
      <a className="unseen" href="#main">
        {t("shell.skip")}
      </a>
      <div className={styles.desk}>
        <Rail session={session.data} onHelp={() => setOpen("help")} />
        <div className={styles.page}>
          <LoadingBar />
          {desk ? <Header desk={desk} onFind={() => setOpen("find")} onRail={() => setOpen("rail")} /> : null}
          <Banners desk={desk} />
          <main id="main" className={styles.main} tabIndex={-1}>
            {desk ? <Outlet /> : null}
            {session.isPending ? <Skeletons rows={6} /> : null}
            {session.error ? <ErrorPanel error={session.error} onRetry={() => void session.refetch()} /> : null}
            {session.data && !desk ? <p>{t("shell.noRegion")}</p> : null}
          </main>
        </div>
      </div>
      <TabBar onMore={() => setOpen("rail")} />
      <LiveRegion />
      <Suspense>
        {open ? (
          <ReturnFocus key={open}>
            {open === "rail" ? <RailDrawer session={session.data} onClose={() => setOpen(undefined)} /> : null}
            {open === "find" ? <Find onClose={() => setOpen(undefined)} /> : null}
            {open === "help" ? <Help onClose={() => setOpen(undefined)} /> : null}
          </ReturnFocus>
        ) : null}
      </Suspense>
    </DeskContext.Provider>
  );
}
