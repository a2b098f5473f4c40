import { useConnection } from "../api/connection.ts";
import { Icon } from "../parts/icon.tsx";
import { writeMoment } from "../state/format.ts";
import { speaksFor } from "../state/session.ts";
import { Sentence } from "../texts/sentence.tsx";
import { useText } from "../texts/use-text.ts";
import styles from "./banners.module.css";
import type { DeskState } from "./desk-context.ts";

/** What ground one stands on: invented or demonstration data, and whether the node answers. */
export function Banners({ desk }: { readonly desk?: DeskState }) {
  const { t, locale } = useText();
  const connection = useConnection();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const since = connection.since ? writeMoment(connection.since, locale, zone).split(", ").at(-1) : "";
  return (
    <>
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
              <Sentence id="shell.offline" values={{ since }} />
            </span>
          </div>
        )}
      </div>
    </>
  );
}
