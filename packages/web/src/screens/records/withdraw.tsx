import type { Draft } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { recordQuery } from "../../api/records.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { PlacedError } from "../../state/records/places-of-errors.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./form.module.css";
import { Steps } from "./steps.tsx";

/** Takes a record of the own body back: a statement of its own, which leaves the first one where it is. */
export function Withdraw({ id, draft }: { readonly id: string; readonly draft?: Draft }) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const found = useQuery(recordQuery(region.id, id, asked));
  const [kept, setKept] = useState(draft);
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  if (found.error) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeletons rows={4} />;
  const { head, own, written = {}, arose, discharged } = found.data;
  if (!own) return <p>{t("records.notYours")}</p>;
  const withdrawal = () => ({
    ...(kept?.record.id === undefined ? {} : { id: kept.record.id }),
    kind: "withdrawal",
    withdraws: id,
    ...Object.fromEntries(
      ["from", "to", "under", "marking"].flatMap((name) =>
        written[name] === undefined ? [] : [[name, written[name]]],
      ),
    ),
    occurred: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
  });
  return (
    <div className={styles.narrow}>
      <Panel title={head.kindName}>
        <p>{head.summary}</p>
        <p className={styles.effect}>
          {t("records.withdrawWhy", { arose: arose.length, discharged: discharged.length })}
        </p>
      </Panel>
      <Steps draft={kept} written={withdrawal} context={{}} others={errors} onErrors={setErrors} onSaved={setKept} />
    </div>
  );
}
