import type { Draft } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../../api/problem.ts";
import { createDraft, releaseDraft, saveDraft } from "../../api/records.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import type { Written } from "../../state/records/form-values.ts";
import type { PlacedError } from "../../state/records/places-of-errors.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { FieldErrors } from "./field-errors.tsx";
import styles from "./form.module.css";
import { Release } from "./release.tsx";

export interface StepsProps {
  readonly draft: Draft | undefined;
  readonly written: () => Written;
  readonly context: Readonly<Record<string, unknown>>;
  /** What the node says of no field that the form shows. */
  readonly others: readonly PlacedError[];
  readonly onErrors: (errors: readonly PlacedError[]) => void;
  readonly onSaved: (draft: Draft) => void;
}

/** From a draft to a record: saved, checked by the node, released by who may. */
export function Steps({ draft, written, context, others, onErrors, onSaved }: StepsProps) {
  const { t, language } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState<Draft>();

  /** What is typed, as a draft of the node; its errors go beside the fields. */
  const save = async (): Promise<Draft | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      const record = written();
      const saved =
        draft === undefined
          ? await createDraft(region.id, { record, context }, language)
          : await saveDraft(region.id, draft, { record }, language);
      onSaved(saved);
      onErrors(saved.errors);
      setSaid(
        saved.errors.length === 0 ? t("records.saved") : t("records.savedErrors", { count: saved.errors.length }),
      );
      await client.invalidateQueries({ queryKey: ["region", region.id, "/drafts"] });
      return saved;
    } catch (problem) {
      setError(problem);
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  const release = async (saved: Draft) => {
    setBusy(true);
    setAsking(undefined);
    try {
      const { id } = await releaseDraft(region.id, saved);
      await client.invalidateQueries({ queryKey: ["region", region.id] });
      await navigate({ to: "/records/$id", params: { id }, search: carried(address) as never });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.details.errors) onErrors(problem.details.errors);
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel title={t("records.steps")}>
      <p className="meta">{t("records.stepsWhy")}</p>
      {others.length > 0 ? (
        <p className={styles.notes}>
          <FieldErrors errors={others} />
        </p>
      ) : null}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {error === undefined ? null : (
        <ErrorPanel error={error} what={t("records.notStored")} safe={t("records.typedStays")} />
      )}
      <div className={styles.row}>
        <Action disabled={busy} onClick={() => void save()}>
          {t("records.saveDraft")}
        </Action>
        <Action
          look="main"
          disabled={busy}
          onClick={() => void save().then((saved) => saved && saved.errors.length === 0 && setAsking(saved))}
        >
          {t("records.release")}
        </Action>
      </div>
      {asking ? (
        <Release draft={asking} onRelease={() => void release(asking)} onClose={() => setAsking(undefined)} />
      ) : null}
    </Panel>
  );
}
