import type { NodeHead } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { auth } from "../../api/auth.ts";
import { Action } from "../../parts/action.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { useAct } from "./use-act.ts";

/** Keys by which one comes back without a link. Browsers make them only over https and on localhost. */
export function Passkeys({ head }: { readonly head: NodeHead }) {
  const { t, locale } = useText();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const keys = useQuery({
    queryKey: ["node", "passkeys"],
    queryFn: () => auth.passkey.listUserPasskeys().then(dataOf),
  });
  const act = useAct();
  const [name, setName] = useState("");
  const possible = head.passkeys && window.isSecureContext && location.hostname !== "127.0.0.1";
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const made = await act.run(() => auth.passkey.addPasskey({ name }).then(dataOf));
    if (made !== undefined) setName("");
  };
  return (
    <Panel title={t("node.mine.passkeys")} bare>
      {keys.error ? <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} /> : null}
      <DataTable
        caption={t("node.tableOf", { title: t("node.mine.passkeys") })}
        rows={keys.data ?? []}
        keyOf={({ id }) => id}
        empty={<Empty>{t("node.mine.noPasskeys")}</Empty>}
        columns={[
          { id: "name", title: t("node.mine.keyName"), cell: (key) => key.name ?? t("node.mine.noName") },
          {
            id: "created",
            title: t("node.mine.created"),
            cell: ({ createdAt }) => writeMoment(new Date(createdAt).toISOString(), locale, zone),
          },
          {
            id: "acts",
            title: t("node.acts"),
            cell: ({ id, name: known }) => (
              <div className={styles.acts}>
                <Confirm
                  label={t("node.remove")}
                  question={t("node.mine.removeKeyAsk", { name: known ?? t("node.mine.noName") })}
                  busy={act.busy}
                  onConfirm={() => void act.run(() => auth.passkey.deletePasskey({ id }).then(dataOf))}
                />
              </div>
            ),
          },
        ]}
      />
      <div className={styles.more}>
        {possible ? (
          <form className={styles.form} onSubmit={(event) => void add(event)}>
            <div className={styles.row}>
              <label>
                {t("node.mine.keyName")}
                <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
              </label>
              <Action type="submit" disabled={act.busy}>
                {t("node.mine.addKey")}
              </Action>
            </div>
            <p className={styles.hint}>{t("node.mine.keyHint")}</p>
          </form>
        ) : (
          <p className={styles.gap}>{t("node.mine.noKeysHere", { address: head.address })}</p>
        )}
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.mine.keyNotMade")} />}
      </div>
    </Panel>
  );
}

/** better-auth answers with data or an error; ours are thrown. */
function dataOf<T>(
  answer: { readonly data?: T | null; readonly error?: { readonly message?: string } | null } | undefined,
): T {
  if (answer?.error || answer?.data === undefined || answer.data === null)
    throw new Error(answer?.error?.message ?? "no answer");
  return answer.data;
}
