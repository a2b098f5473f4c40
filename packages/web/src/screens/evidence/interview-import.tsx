import type { InterviewImport as Report } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { sendInterviews } from "../../api/evidence.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

/** A file of coded interviews: chosen, looked at, then taken; with one refused line nothing is taken. */
export function InterviewImport({ onTaken }: { readonly onTaken: () => void }) {
  const { t, language } = useText();
  const { region } = useDesk();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  const run = async (chosen: File, dry: boolean) => {
    stop.current?.abort();
    stop.current = new AbortController();
    setError(undefined);
    try {
      const query = { lang: language, ...(dry ? { dry: "1" } : {}) };
      const told = await sendInterviews(region.id, chosen, query, stop.current.signal);
      setReport(told);
      if (told.taken === 0) return;
      await client.invalidateQueries({ queryKey: ["region", region.id, "/evidence/interviews"] });
      onTaken();
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) setError(problem);
    }
  };
  return (
    <div className={styles.form}>
      <p className="meta">{t("evidence.import.how")}</p>
      <p>
        <code className={styles.code}>interview,city,country,sector,date,language,segment,coder,code,excerpt</code>
      </p>
      <label className={styles.wide}>
        <span>{t("evidence.import.file")}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            setFile(chosen);
            setReport(undefined);
            if (chosen) void run(chosen, true);
          }}
        />
      </label>
      {error === undefined ? null : (
        <ErrorPanel error={error} what={t("evidence.import.broken")} safe={t("evidence.import.safe")} />
      )}
      {report === undefined ? null : (
        <div role="status">
          <p>
            {report.problems.length === 0
              ? t("evidence.import.would", {
                  interviews: report.interviews,
                  segments: report.segments,
                  coders: report.coders.join(", "),
                })
              : t("evidence.import.refused", { count: report.problems.length + report.more })}
          </p>
          {report.codes.length === 0 ? null : <Codes report={report} />}
          {report.problems.length === 0 ? null : (
            <DataTable
              caption={t("evidence.import.problems")}
              rows={report.problems}
              keyOf={(each) => `${each.line} ${each.column ?? ""} ${each.message}`}
              columns={[
                { id: "line", title: t("evidence.import.line"), number: true, cell: ({ line }) => line },
                { id: "column", title: t("evidence.import.column"), cell: ({ column }) => column ?? "" },
                {
                  id: "message",
                  title: t("evidence.import.what"),
                  cell: ({ message, mend }) => (
                    <>
                      {message}
                      {mend === undefined ? null : <small className={styles.small}>{mend}</small>}
                    </>
                  ),
                },
              ]}
            />
          )}
        </div>
      )}
      {report?.dry && report.problems.length === 0 && file !== undefined ? (
        <p className={styles.acts}>
          <Action look="main" onClick={() => void run(file, false)}>
            {t("evidence.import.take", { count: report.interviews })}
          </Action>
        </p>
      ) : null}
    </div>
  );
}

/** Codes of the file, and those that no interview here has: perhaps a new code, perhaps one written otherwise. */
function Codes({ report }: { readonly report: Report }) {
  const { t } = useText();
  const unknown = report.others ? report.codes.filter(({ known }) => !known) : [];
  const listed = report.codes.map(({ code, segments }) => `${code} (${segments})`).join(", ");
  return (
    <p>
      {t("evidence.import.codes", { codes: listed })}{" "}
      {unknown.length === 0 ? null : (
        <b>{t("evidence.import.newCodes", { codes: unknown.map(({ code }) => code).join(", ") })}</b>
      )}
    </p>
  );
}
