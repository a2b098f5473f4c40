import type { NodeHead, NodeState } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { nodeStateQuery } from "../../api/node.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { writeMoment, writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { LastRun } from "./last-run.tsx";
import styles from "./node.module.css";

const MEGABYTE = 1024 * 1024;

/** How the node stands: for whoever runs it. */
export function State({ head }: { readonly head: NodeHead }) {
  const { t, locale } = useText();
  const state = useQuery(nodeStateQuery);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (state.error) return <ErrorPanel error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <Skeletons rows={6} />;
  const { database, records, erased, started, lastRetention, regions } = state.data;
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        {regions.map((region) => (
          <RegionState key={region.id} region={region} />
        ))}
      </div>
      <Panel title={t("node.state.title")}>
        <dl className={styles.facts}>
          <dt>{t("node.state.address")}</dt>
          <dd>{head.address}</dd>
          <dt>{t("node.state.version")}</dt>
          <dd>{head.version}</dd>
          <dt>{t("node.state.started")}</dt>
          <dd>{writeMoment(started, locale, zone)}</dd>
          <dt>{t("node.state.database")}</dt>
          <dd>
            {t(database.kind === "embedded" ? "node.state.embedded" : "node.state.own", { version: database.version })}
          </dd>
          <dt>{t("node.state.size")}</dt>
          <dd>
            {t("node.state.megabytes", {
              size: writeNumber(database.bytes / MEGABYTE, locale, { maximumFractionDigits: 0 }),
            })}
          </dd>
          <dt>{t("node.state.records")}</dt>
          <dd>{writeNumber(records, locale)}</dd>
          <dt>{t("node.state.erased")}</dt>
          <dd>{writeNumber(erased, locale)}</dd>
          <dt>{t("node.state.retention")}</dt>
          <dd>
            <LastRun run={lastRetention} />
          </dd>
          <dt>{t("node.state.mail")}</dt>
          <dd>{t(head.mail ? "node.state.mailSet" : "node.state.mailNot")}</dd>
        </dl>
      </Panel>
    </div>
  );
}

function RegionState({ region }: { readonly region: NodeState["regions"][number] }) {
  const { t } = useText();
  const shown = region.problems.length;
  const all = region.errors + region.warnings;
  return (
    <Panel title={region.name}>
      <p className="meta">
        {t("node.state.region", { instruments: region.instruments, kinds: region.kinds })}{" "}
        {region.us.length === 0
          ? t("node.state.forNobody")
          : t("node.state.speaksFor", { parties: region.us.join(", ") })}
      </p>
      <p className="meta">
        {all === 0
          ? t("node.state.noProblems")
          : t("node.state.problems", { errors: region.errors, warnings: region.warnings })}
      </p>
      {shown === 0 ? null : (
        <details className={styles.details}>
          <summary>{t("node.state.showProblems", { shown, all })}</summary>
          <ul className={styles.list}>
            {region.problems.map(({ severity, message, mend, file, line }) => (
              <li key={`${file} ${line} ${message}`}>
                <span className={styles.id}>
                  {file}
                  {line === undefined ? "" : `:${line}`}
                </span>
                <span className={styles.second}>
                  {t(severity === "error" ? "node.state.error" : "node.state.warning")}: {message} {mend}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
