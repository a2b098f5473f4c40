import type { ImportReport } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { sendFile } from "../../api/records.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { holds } from "../../state/session.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./records.module.css";

/** A file of records: chosen, looked at, then taken. */
export default function Import() {
  const { t, locale, language } = useText();
  const { region, session } = useDesk();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [report, setReport] = useState<ImportReport>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  const mayTake = holds(session, region.id, "releaser");

  const run = async (chosen: File, dry: boolean) => {
    stop.current?.abort();
    stop.current = new AbortController();
    setError(undefined);
    setShare(0);
    try {
      const query = { lang: language, ...(dry ? { dry: "1" } : {}) };
      setReport(await sendFile(region.id, chosen, query, setShare, stop.current.signal));
      if (!dry) await client.invalidateQueries({ queryKey: ["region", region.id] });
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) setError(problem);
    } finally {
      setShare(undefined);
    }
  };

  return (
    <Panel title={t("records.import.title")} className={styles.below}>
      <p className="meta">{t("records.import.why")}</p>
      <label className={styles.file}>
        <span>{t("records.import.file")}</span>
        <input
          type="file"
          accept=".jsonl,.ndjson,application/jsonl,application/x-ndjson"
          disabled={!mayTake}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            setFile(chosen);
            setReport(undefined);
            if (chosen) void run(chosen, true);
          }}
        />
      </label>
      {mayTake ? null : <p>{t("records.release.role")}</p>}
      {share === undefined ? null : (
        <p role="status">
          <progress value={share} max={1} aria-label={t("records.import.sending")} />{" "}
          {share < 1
            ? t("records.import.sent", { share: writeNumber(share, locale, { style: "percent" }) })
            : t("records.import.reading")}{" "}
          <Action look="quiet" onClick={() => stop.current?.abort()}>
            {t("records.import.stop")}
          </Action>
        </p>
      )}
      {error === undefined ? null : (
        <ErrorPanel
          error={error}
          what={t("records.import.broken")}
          safe={t("records.import.safe")}
          {...(file === undefined ? {} : { onRetry: () => void run(file, report?.dry ?? true) })}
        />
      )}
      {report === undefined ? null : <Report report={report} />}
      {report?.dry && report.taken > 0 && file !== undefined && share === undefined ? (
        <p className={styles.acts}>
          <Action look="main" onClick={() => void run(file, false)}>
            {t("records.import.take", { count: report.taken })}
          </Action>
        </p>
      ) : null}
    </Panel>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { t } = useText();
  const { dry, lines, empty, taken, repeated, refused, byKind, problems, more } = report;
  return (
    <div className={styles.report} role="status">
      <p className={styles.lead}>
        {t(dry ? "records.import.would" : "records.import.did", { taken, repeated, refused })}
      </p>
      <p className="meta">{t("records.import.lines", { lines, empty })}</p>
      {byKind.length === 0 ? null : (
        <ul className={styles.kinds}>
          {byKind.map(({ kind, title, count }) => (
            <li key={kind}>
              {title}: {count}
            </li>
          ))}
        </ul>
      )}
      {problems.length === 0 ? null : (
        <DataTable
          caption={t("records.import.problems")}
          rows={problems}
          keyOf={(each) => `${each.line} ${each.column ?? 0} ${each.message}`}
          columns={[
            {
              id: "line",
              title: t("records.import.line"),
              number: true,
              by: ({ line }) => line,
              cell: ({ line }) => line,
            },
            { id: "column", title: t("records.import.column"), number: true, cell: ({ column }) => column ?? "" },
            {
              id: "severity",
              title: t("records.import.effect"),
              by: ({ severity }) => severity,
              cell: ({ severity }) => t(severity === "error" ? "records.import.refusedWord" : "records.import.noted"),
            },
            { id: "id", title: t("records.import.id"), cell: ({ id }) => id ?? "" },
            {
              id: "message",
              title: t("records.import.what"),
              cell: ({ message, mend }) => (
                <span>
                  {message}
                  {mend === undefined ? null : <span className={styles.second}>{mend}</span>}
                </span>
              ),
            },
          ]}
        />
      )}
      {more === 0 ? null : <p className="meta">{t("records.import.more", { count: more })}</p>}
    </div>
  );
}
