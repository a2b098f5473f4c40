import type { DecisionRequest, Recommendation } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { recordDecision } from "../../api/evidence.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

const STATES = ["open", "done", "rejected"] as const;

export interface DecisionFormProps {
  readonly recommendation: Recommendation;
  readonly onClose: () => void;
}

/** What the own body says became of a recommendation. It is added beside what is there and never changed. */
export function DecisionForm({ recommendation, onClose }: DecisionFormProps) {
  const { t } = useText();
  const { region } = useDesk();
  const client = useQueryClient();
  const [state, setState] = useState<DecisionRequest["state"]>("open");
  const [date, setDate] = useState("");
  const [source, setSource] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(undefined);
    try {
      await recordDecision(region.id, {
        claim: recommendation.id,
        state,
        date: date.trim(),
        source: source.trim(),
        ...(note.trim() === "" ? {} : { note: note.trim() }),
      });
      await client.invalidateQueries({ queryKey: ["region", region.id, "/evidence"] });
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <form className={styles.form} aria-label={t("evidence.decide")} onSubmit={(event) => void submit(event)}>
      <p>
        <b>{recommendation.claim}</b>
      </p>
      <p className="meta">{t("evidence.decide.how")}</p>
      <div className={styles.fields}>
        <label>
          <span>{t("evidence.decide.state")}</span>
          <select
            // biome-ignore lint/a11y/noAutofocus: the form was just opened by the person
            autoFocus
            value={state}
            onChange={(event) => setState(event.target.value as DecisionRequest["state"])}
          >
            {STATES.map((each) => (
              <option key={each} value={each}>
                {t(`evidence.decision.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("evidence.decide.date")}</span>
          <input required value={date} placeholder="2026-03" onChange={(event) => setDate(event.target.value)} />
        </label>
        <label className={styles.wide}>
          <span>{t("evidence.decide.source")}</span>
          <input required maxLength={500} value={source} onChange={(event) => setSource(event.target.value)} />
        </label>
        <label className={styles.wide}>
          <span>{t("evidence.decide.note")}</span>
          <input maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
      {error === undefined ? null : (
        <ErrorPanel error={error} what={t("evidence.decide.broken")} safe={t("evidence.decide.safe")} />
      )}
      <p className={styles.acts}>
        <Action look="main" type="submit" disabled={sending}>
          {t("evidence.decide.record")}
        </Action>
        <Action look="quiet" onClick={onClose}>
          {t("evidence.close")}
        </Action>
      </p>
    </form>
  );
}
