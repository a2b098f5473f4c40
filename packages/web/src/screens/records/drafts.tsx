import type { Draft } from "@kelisim/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { draftsQuery, removeDraft } from "../../api/records.ts";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./records.module.css";

/** Records being written by the own body. Nobody else sees them. */
export default function Drafts() {
  const { t, language } = useText();
  const { region } = useDesk();
  const drafts = useQuery(draftsQuery(region.id, language));
  if (drafts.error) return <ErrorPanel error={drafts.error} onRetry={() => void drafts.refetch()} />;
  if (!drafts.data) return <Skeletons rows={4} />;
  const list = drafts.data.drafts;
  return (
    <Panel bare title={t("records.drafts", { count: list.length })} className={styles.below}>
      {list.length === 0 ? (
        <div className={styles.note}>
          <Empty>{t("records.draftsEmpty")}</Empty>
        </div>
      ) : (
        <ul className={styles.drafts}>
          {list.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const HEADER: Readonly<Record<string, MessageId>> = {
  from: "records.from",
  to: "records.to",
  under: "records.under",
  channel: "records.channel",
  occurred: "records.occurred",
  received: "records.received",
  marking: "records.marking",
};

/** The name of a field of the header by its place, "/record/occurred"; as records have it where no form asks for it. */
function headerName(pointer: string, t: (id: MessageId) => string): string {
  const name = pointer.split("/")[2] ?? "";
  const id = HEADER[name];
  return id === undefined ? name : t(id);
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const change = useChangeAddress();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const remove = async () => {
    try {
      await removeDraft(region.id, draft.id);
      await client.invalidateQueries({ queryKey: ["region", region.id, "/drafts"] });
    } catch (problem) {
      setError(problem);
    }
  };
  const who = draft.draftedBy.map(({ name, you }) => (you ? t("records.you") : name)).join(", ");
  return (
    <li>
      <div>
        <button type="button" className={styles.open} onClick={() => change({ edit: draft.id, view: undefined })}>
          {draft.kindName}
        </button>
        {draft.title === "" ? null : <span className={styles.second}>{draft.title}</span>}
        <span className={styles.second}>
          {t("records.draftBy", { who, date: writeMoment(draft.changed, locale, region.timeZone, { year: "auto" }) })}
          {" · "}
          {draft.release === "errors"
            ? t("records.placesLeft", { count: draft.errors.length })
            : t(`records.release.${draft.release}`)}
        </span>
        {draft.errors.map(({ pointer, field, detail, mend }) => (
          <span key={pointer + detail} className={styles.second}>
            {field ?? headerName(pointer, t)}: {detail}
            {mend === undefined ? "" : `; ${mend}`}
          </span>
        ))}
        {error === undefined ? null : <ErrorPanel error={error} />}
      </div>
      <div className={styles.acts}>
        {asked ? (
          <>
            <Action onClick={() => void remove()}>{t("records.removeYes")}</Action>
            <Action look="quiet" onClick={() => setAsked(false)}>
              {t("records.keep")}
            </Action>
          </>
        ) : (
          <Action look="quiet" onClick={() => setAsked(true)}>
            {t("records.remove")}
          </Action>
        )}
      </div>
    </li>
  );
}
