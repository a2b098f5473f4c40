import type { NodeHead, NodeSettings, NodeSettingsAnswer, RetentionRun } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { nodeSettingsQuery, runRetention, saveNodeSettings } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useText } from "../../texts/use-text.ts";
import { LastRun } from "./last-run.tsx";
import styles from "./node.module.css";
import { useAct } from "./use-act.ts";

/** Four eyes, the highest level, how long what records say is kept. */
export function Settings({ head }: { readonly head: NodeHead }) {
  const { language } = useText();
  const settings = useQuery(nodeSettingsQuery(language));
  if (settings.error) return <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Skeletons rows={4} />;
  return <SettingsForm key={JSON.stringify(settings.data)} head={head} settings={settings.data} />;
}

function SettingsForm({ head, settings }: { readonly head: NodeHead; readonly settings: NodeSettingsAnswer }) {
  const { t } = useText();
  const mine = head.administers.node;
  const [fourEyes, setFourEyes] = useState(settings.fourEyes);
  const [retention, setRetention] = useState<NodeSettings["retention"]>(settings.retention);
  const act = useAct();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act.run(() => saveNodeSettings({ fourEyes, retention }));
  };
  const changed =
    JSON.stringify({ fourEyes, retention }) !==
    JSON.stringify({ fourEyes: settings.fourEyes, retention: settings.retention });
  return (
    <form className={`${styles.form} ${styles.settings}`} onSubmit={submit}>
      {mine ? null : <p className={styles.gap}>{t("node.settings.notYours")}</p>}
      <Panel title={t("node.settings.fourEyes")}>
        <label className={styles.check}>
          <input
            type="checkbox"
            disabled={!mine}
            checked={fourEyes}
            onChange={(event) => setFourEyes(event.target.checked)}
          />
          {t("node.settings.fourEyesLabel")}
        </label>
      </Panel>
      <Panel title={t("node.settings.level")}>
        <p>
          <b>{t("node.settings.levelIs", { level: settings.highestLevel })}</b>
        </p>
        <p className="meta">{t("node.settings.levelWhy")}</p>
      </Panel>
      <Panel title={t("node.settings.retention")}>
        <p className={styles.lead}>
          {t("node.settings.retentionLead")} {t("node.settings.retentionInterviews")}
        </p>
        <RetentionRows kinds={settings.kinds} value={retention} disabled={!mine} onChange={setRetention} />
      </Panel>
      {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
      {mine ? (
        <p>
          <Action look="main" type="submit" disabled={act.busy || !changed}>
            {t("node.settings.save")}
          </Action>
        </p>
      ) : null}
      {mine ? <RunRetention last={settings.lastRetention} unsaved={changed} /> : null}
    </form>
  );
}

interface RetentionRowsProps {
  readonly kinds: NodeSettingsAnswer["kinds"];
  readonly value: NodeSettings["retention"];
  readonly disabled: boolean;
  readonly onChange: (value: NodeSettings["retention"]) => void;
}

const YEAR_DAYS = 365;

function RetentionRows({ kinds, value, disabled, onChange }: RetentionRowsProps) {
  const { t } = useText();
  const set = kinds.filter(({ id }) => value[id] !== undefined);
  const others = kinds.filter(({ id }) => value[id] === undefined);
  return (
    <div className={styles.form}>
      {set.length === 0 ? <Empty>{t("node.settings.allKept")}</Empty> : null}
      {set.map(({ id, name }) => (
        <div key={id} className={styles.row}>
          <label>
            {t("node.settings.daysOf", { kind: name })}
            <input
              type="number"
              required
              min={1}
              max={36525}
              disabled={disabled}
              value={value[id]}
              onChange={(event) => onChange({ ...value, [id]: Math.max(1, event.target.valueAsNumber || 1) })}
            />
          </label>
          <Action
            look="quiet"
            disabled={disabled}
            onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([kind]) => kind !== id)))}
          >
            {t("node.settings.keep")}
          </Action>
        </div>
      ))}
      {disabled ? null : (
        <label>
          {t("node.settings.addKind")}
          <select value="" onChange={(event) => onChange({ ...value, [event.target.value]: 5 * YEAR_DAYS })}>
            <option value="">{t("node.settings.choose")}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function RunRetention({ last, unsaved }: { readonly last: RetentionRun | undefined; readonly unsaved: boolean }) {
  const { t } = useText();
  const act = useAct();
  const [run, setRun] = useState<RetentionRun>();
  return (
    <Panel title={t("node.settings.runTitle")}>
      <p className={styles.lead}>{t("node.settings.runLead")}</p>
      <p role="status">
        <LastRun run={run ?? last} />
      </p>
      {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
      <Confirm
        label={t("node.settings.run")}
        question={t("node.settings.runAsk")}
        busy={act.busy || unsaved}
        onConfirm={() => void act.run(runRetention).then((made) => made && setRun(made))}
      />
      {unsaved ? <p className={styles.hint}>{t("node.settings.saveFirst")}</p> : null}
    </Panel>
  );
}
