import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { eraseRecord, erasurePages } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { useAct } from "./use-act.ts";

/** Erasing what a record says, and the register of what was erased. */
export function Erasure() {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(erasurePages);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const erasures = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        {pages.error ? <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} /> : null}
        {pages.isPending ? <Skeletons rows={4} /> : null}
        {pages.data ? (
          <Panel title={t("node.erasure.register")} bare>
            <DataTable
              caption={t("node.tableOf", { title: t("node.erasure.register") })}
              rows={erasures}
              keyOf={({ record }) => record}
              empty={<Empty>{t("node.erasure.empty")}</Empty>}
              columns={[
                {
                  id: "record",
                  title: t("node.erasure.record"),
                  cell: ({ record }) => <span className={styles.id}>{record}</span>,
                },
                { id: "reason", title: t("node.erasure.reason"), cell: ({ reason }) => reason },
                {
                  id: "by",
                  title: t("node.audit.who"),
                  cell: ({ by, byName }) =>
                    by === "node"
                      ? t("node.audit.byNode")
                      : by === "operator"
                        ? t("node.audit.byOperator")
                        : (byName ?? t("node.audit.gone")),
                },
                { id: "at", title: t("node.audit.at"), cell: ({ at }) => writeMoment(at, locale, zone) },
              ]}
            />
            {pages.hasNextPage ? (
              <div className={styles.more}>
                <Action look="quiet" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t("node.more")}
                </Action>
              </div>
            ) : null}
          </Panel>
        ) : null}
      </div>
      <Erase />
    </div>
  );
}

function Erase() {
  const { t } = useText();
  const address = useAddress();
  const act = useAct();
  const [record, setRecord] = useState(address.record ?? "");
  const [confirm, setConfirm] = useState("");
  const [done, setDone] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    setDone(undefined);
    const erased = await act.run(() => eraseRecord({ record: record.trim(), confirm: confirm.trim(), reason }));
    if (erased === undefined) return;
    setDone(erased.record);
    setRecord("");
    setConfirm("");
  };
  return (
    <Panel title={t("node.erasure.title")}>
      <p className={styles.lead}>{t("node.erasure.lead")}</p>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label>
          {t("node.erasure.record")}
          <input
            aria-describedby="erase-record-hint"
            required
            maxLength={200}
            autoComplete="off"
            value={record}
            onChange={(event) => setRecord(event.target.value)}
          />
        </label>
        <p id="erase-record-hint" className={styles.hint}>
          {t("node.erasure.recordHint")}
        </p>
        <label>
          {t("node.erasure.reason")}
          <input
            aria-describedby="erase-reason-hint"
            name="reason"
            required
            minLength={3}
            maxLength={500}
            autoComplete="off"
          />
        </label>
        <p id="erase-reason-hint" className={styles.hint}>
          {t("node.erasure.reasonHint")}
        </p>
        <label>
          {t("node.erasure.confirm")}
          <input
            required
            maxLength={200}
            autoComplete="off"
            value={confirm}
            onChange={(event) => setConfirm(event.target.value)}
          />
        </label>
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <p>
          <Action
            look="main"
            type="submit"
            disabled={act.busy || record.trim() === "" || confirm.trim() !== record.trim()}
          >
            {t("node.erasure.erase")}
          </Action>
        </p>
        <p role="status" className={done === undefined ? undefined : styles.said}>
          {done === undefined ? "" : <Sentence id="node.erasure.done" values={{ record: done }} />}
        </p>
      </form>
    </Panel>
  );
}
