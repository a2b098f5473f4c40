import type { Job } from "@kelisim/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { cancelJob, jobsQuery } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { FileProblems } from "./file-tables.tsx";
import styles from "./money.module.css";

/** Files that are done of which is still told. */
const MOST_ENDED = 3;

/** Files that one is taking in, how far each is and what came of it; they go on while one looks elsewhere. */
export function Jobs() {
  const { t, language: lang } = useText();
  const { region } = useDesk();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(jobsQuery(region.id, lang));
  const taken = data?.jobs.filter(({ state }) => state === "taken").length ?? 0;
  useEffect(() => {
    // Figures everywhere may rest on the new file.
    if (taken > 0)
      void client.invalidateQueries({
        queryKey: ["region", region.id],
        predicate: ({ queryKey }) => queryKey[2] !== "/holdings/jobs",
      });
  }, [taken, client, region.id]);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data || data.jobs.length === 0) return null;
  const running = data.jobs.filter(({ state }) => state === "running");
  const ended = data.jobs.filter(({ state }) => state !== "running").toReversed();
  const shown = [...running, ...ended.slice(0, MOST_ENDED)];
  const cancel = async (job: string) => {
    await cancelJob(region.id, job);
    await refetch();
  };
  return (
    <section aria-label={t("money.jobs")}>
      {shown.map((job) => (
        <div key={job.id} role="status" className={styles.list}>
          <p>
            {job.state === "running" ? (
              <>
                <JobProgress job={job} />{" "}
                <Action look="quiet" onClick={() => void cancel(job.id)}>
                  {t("money.cancel")}
                </Action>
              </>
            ) : (
              <b>{t(`money.job.${job.state}`, { file: job.file })}</b>
            )}
          </p>
          {job.already === true ? <p>{t("money.jobAlready")}</p> : null}
          {job.rows ? <p>{t("money.jobRows", { ...job.rows })}</p> : null}
          <FileProblems problems={job.problems} />
        </div>
      ))}
    </section>
  );
}

function JobProgress({ job }: { readonly job: Job }) {
  const { t, locale } = useText();
  const { step, bytes, rows } = job.progress ?? {};
  const part = rows ?? bytes;
  return (
    <>
      <progress
        aria-label={t("money.taking", { file: job.file })}
        {...(part !== undefined && part.of > 0 ? { value: part.done, max: part.of } : {})}
      />{" "}
      {t("money.taking", { file: job.file })} {step === undefined ? t("money.step.waiting") : t(`money.step.${step}`)}{" "}
      {rows === undefined ? null : t("money.rowsDone", { rows: writeNumber(rows.done, locale) })}
    </>
  );
}
