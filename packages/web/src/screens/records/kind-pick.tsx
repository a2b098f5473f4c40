import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { kindsQuery } from "../../api/records.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./records.module.css";

const FORMS = ["all", "notice", "event"] as const;

/** Which kind of record: found by words of its title or name. */
export function KindPick() {
  const { t, language } = useText();
  const { region } = useDesk();
  const change = useChangeAddress();
  const kinds = useQuery(kindsQuery(region.id, language));
  const [words, setWords] = useState("");
  const [form, setForm] = useState<(typeof FORMS)[number]>("all");
  if (kinds.error) return <ErrorPanel error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <Skeletons rows={8} />;
  const parts = words.toLocaleLowerCase(language).split(/\s+/);
  const found = kinds.data.kinds.filter(
    (kind) =>
      (form === "all" || kind.form === form) &&
      parts.every((part) => `${kind.title} ${kind.name}`.toLocaleLowerCase(language).includes(part)),
  );
  return (
    <Panel bare title={t("records.pickKind")} count={found.length}>
      <search className={styles.pickBar}>
        <label className={styles.wide}>
          <span className="unseen">{t("records.searchKind")}</span>
          <input
            type="search"
            value={words}
            placeholder={t("records.searchKind")}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <Segments
          label={t("records.form")}
          value={form}
          choices={[
            { value: "all", label: t("records.any") },
            { value: "notice", label: t("records.notices") },
            { value: "event", label: t("records.events") },
          ]}
          onChange={setForm}
        />
      </search>
      {found.length === 0 ? (
        <div className={styles.note}>
          <Empty>{t("records.noKind")}</Empty>
        </div>
      ) : (
        <ul className={styles.picks}>
          {found.map((kind) => (
            <li key={kind.name}>
              <button type="button" onClick={() => change({ enter: kind.name })}>
                <b className={styles.pickTitle}>{kind.title}</b>
                <span className={styles.pickNote}>
                  {t(kind.form === "notice" ? "records.notice" : "records.event")}
                  {" · "}
                  {t("records.spokenOf", { count: kind.clauses })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
