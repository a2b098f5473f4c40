import type { Brief } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface AwayProps {
  readonly brief: Brief;
  readonly busy: boolean;
  /** Puts it into the archive (`true`), or brings it back. */
  readonly onArchive: (away: boolean) => void;
  readonly onRemove: () => void;
}

/** A brief that nobody needs any more: into the archive and back, or deleted while nobody signed it off. */
export function Away({ brief, busy, onArchive, onRemove }: AwayProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { archived, mayArchive, mayDelete } = brief;
  if (!mayArchive && !mayDelete) return null;
  return (
    <Panel title={t("brief.away")}>
      <div className={styles.form}>
        {mayArchive ? (
          <div>
            <Action disabled={busy} onClick={() => onArchive(archived === undefined)}>
              {t(archived === undefined ? "brief.archive" : "brief.restore")}
            </Action>
            <p className="meta">
              {archived === undefined
                ? t("brief.archiveMeans")
                : t("brief.archivedBy", { by: archived.by, date: writeMoment(archived.at, locale, region.timeZone) })}
            </p>
          </div>
        ) : null}
        {mayDelete ? (
          <Confirm label={t("brief.remove")} question={t("brief.removeMeans")} busy={busy} onConfirm={onRemove} />
        ) : null}
      </div>
    </Panel>
  );
}
