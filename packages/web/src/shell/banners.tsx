import { useConnection } from "../api/connection.ts";
import { useFailures } from "../api/last-view.ts";
import { NoConnection } from "../api/problem.ts";
import { ErrorPanel } from "../parts/error-panel.tsx";
import { Icon } from "../parts/icon.tsx";
import { writeMoment } from "../state/format.ts";
import { speaksFor } from "../state/session.ts";
import { Sentence } from "../texts/sentence.tsx";
import { useText } from "../texts/use-text.ts";
import styles from "./banners.module.css";
import type { DeskState } from "./desk-context.ts";
import { DraftLine } from "./draft-line.tsx";

/** What ground one stands on: a draft of a translation, invented or demonstration data, whether the node answers, what it could not answer. */
export function Banners({ desk }: { readonly desk?: DeskState }) {
  const { t, locale } = useText();
  const connection = useConnection();
  const failures = useFailures();
  const waits = failures.some(({ error }) => error instanceof NoConnection);
  const failed = failures.find(({ error }) => !(error instanceof NoConnection));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const since = connection.since ? writeMoment(connection.since, locale, zone).split(", ").at(-1) : "";
  return (
    <>
      <DraftLine />
      {desk?.region.training || desk?.region.fictional ? (
        <aside className={`${styles.banner} ${styles.training}`} aria-label={t("shell.aboutData")}>
          <Icon name="info" />
          <span>
            <Sentence id="shell.trainingBanner" values={{ region: desk.region.name }} />
          </span>
        </aside>
      ) : desk && speaksFor(desk.session, desk.region) === undefined ? (
        <aside className={styles.banner} aria-label={t("shell.aboutData")}>
          <Icon name="info" />
          <span>
            <Sentence id="shell.demonstrationBanner" />
          </span>
        </aside>
      ) : null}
      <div role="status">
        {connection.up ? null : (
          <div className={styles.banner}>
            <Icon name="info" />
            <span>
              <Sentence id="shell.offline" values={{ since }} /> {waits ? t("shell.asksLater") : null}
            </span>
          </div>
        )}
      </div>
      {failed === undefined ? null : (
        <div className={styles.banner}>
          <ErrorPanel
            error={failed.error}
            what={t("shell.notRead")}
            safe={t("shell.lastViewStays")}
            onRetry={failed.again}
          />
        </div>
      )}
    </>
  );
}
