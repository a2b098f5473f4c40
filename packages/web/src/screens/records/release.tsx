import type { Draft } from "@kelisim/api";
import { Modal } from "@mantine/core";
import { Action } from "../../parts/action.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeList } from "../../state/format.ts";
import { readMarking } from "../../state/records/marking.ts";
import { useText } from "../../texts/use-text.ts";
import { AudienceWords } from "./audience-words.tsx";
import { FieldErrors } from "./field-errors.tsx";
import styles from "./form.module.css";

export interface ReleaseProps {
  readonly draft: Draft;
  readonly onRelease: () => void;
  readonly onClose: () => void;
}

/** Before a draft becomes a record: what it is, who is able to read it, and who releases it. */
export function Release({ draft, onRelease, onClose }: ReleaseProps) {
  const { t, locale } = useText();
  const { session } = useDesk();
  const { record, warnings, release, draftedBy } = draft;
  const to = Array.isArray(record.to) ? (record.to as string[]) : [];
  const who = writeList(
    draftedBy.map(({ name, you }) => (you ? t("records.you") : name)),
    locale,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("records.releaseTitle", { kind: draft.kindName })}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      <div className={styles.modal}>
        <p>{t("records.releaseWhy")}</p>
        <p className={styles.effect}>
          <AudienceWords marking={readMarking(record.marking as string | undefined)} to={to} />
        </p>
        {warnings.length > 0 ? (
          <p className={styles.notes}>
            <FieldErrors errors={warnings} />
          </p>
        ) : null}
        <p>
          {t("records.draftedBy", { who })} {session.node.fourEyes ? t("records.fourEyes") : t("records.oneIsEnough")}
        </p>
        {release === "yes" ? null : <p className={styles.error}>{t(`records.release.${release}`)}</p>}
        <div className={styles.row}>
          {release === "yes" ? (
            <Action look="main" onClick={onRelease}>
              {t("records.releaseNow")}
            </Action>
          ) : null}
          <Action onClick={onClose}>{t("records.leaveDraft")}</Action>
        </div>
      </div>
    </Modal>
  );
}
