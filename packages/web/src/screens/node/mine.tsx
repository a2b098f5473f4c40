import type { NodeHead, SessionRow } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { endMySession, mySessionsQuery } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { Subscriptions } from "../../parts/subscriptions.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { deviceOf } from "../../state/node/device.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { Passkeys } from "./passkeys.tsx";
import { useAct } from "./use-act.ts";

/** What is one's own: where one is signed in, the keys one comes back with, the news one is sent. */
export function Mine({ head }: { readonly head: NodeHead }) {
  const { t } = useText();
  const { region, session } = useDesk();
  const speaks = session.memberships.some((each) => each.region === region.id);
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <Sessions />
        <Passkeys head={head} />
      </div>
      {speaks ? (
        <Panel title={t("node.news.title")}>
          <Subscriptions />
        </Panel>
      ) : null}
    </div>
  );
}

function Sessions() {
  const { t, locale } = useText();
  const sessions = useQuery(mySessionsQuery);
  const act = useAct();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (sessions.error) return <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Skeletons rows={3} />;
  const device = (row: SessionRow) => {
    const { browser, system } = deviceOf(row.device);
    return browser === undefined ? t("node.mine.unknownDevice") : [browser, system].filter(Boolean).join(", ");
  };
  return (
    <Panel title={t("node.mine.sessions")} bare>
      {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
      <DataTable
        caption={t("node.tableOf", { title: t("node.mine.sessions") })}
        rows={sessions.data}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "device",
            title: t("node.mine.device"),
            cell: (row) => (
              <>
                <span className={styles.name}>{device(row)}</span>
                {row.current ? ` (${t("node.mine.thisOne")})` : null}
                <span className={styles.second}>{row.address}</span>
              </>
            ),
          },
          {
            id: "started",
            title: t("node.mine.started"),
            by: ({ started }) => started,
            cell: ({ started }) => writeMoment(started, locale, zone),
          },
          {
            id: "ends",
            title: t("node.mine.ends"),
            by: ({ ends }) => ends,
            cell: ({ ends }) => writeMoment(ends, locale, zone),
          },
          {
            id: "acts",
            title: t("node.acts"),
            cell: (row) =>
              row.current ? (
                <span className={styles.gap}>{t("node.mine.signOutAbove")}</span>
              ) : (
                <div className={styles.acts}>
                  <Action look="quiet" disabled={act.busy} onClick={() => void act.run(() => endMySession(row.id))}>
                    {t("node.mine.end")}
                  </Action>
                </div>
              ),
          },
        ]}
      />
    </Panel>
  );
}
