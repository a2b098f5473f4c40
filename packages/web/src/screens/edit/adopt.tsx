import type { Agreement, AgreementDraft, AgreementVersion } from "@kelisim/api";
import { type FormEvent, useState } from "react";
import { adoptDraft } from "../../api/agreements.ts";
import { problemsOfText, withoutPlaces } from "../../api/text-problems.ts";
import { Action } from "../../parts/action.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { mayAs } from "../../state/agreements/roles.ts";
import { addDays } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { ProblemList } from "../agreement/problem-list.tsx";
import styles from "./edit.module.css";

export interface AdoptProps {
  readonly agreement: Agreement;
  readonly draft: AgreementDraft | undefined;
  readonly unsaved: boolean;
  readonly errors: number;
  readonly adopted: AgreementVersion | undefined;
  readonly onAdopted: (version: AgreementVersion) => void;
}

/** The decision: which body, from which day, on what ground. Until it is made a draft changes nothing. */
export function Adopt({ agreement, draft, unsaved, errors, adopted, onAdopted }: AdoptProps) {
  const { t, locale } = useText();
  const { region, session } = useDesk();
  const [problem, setProblem] = useState<unknown>();
  const [from, setFrom] = useState(addDays(agreement.standpoint.today, 1));
  const [busy, setBusy] = useState(false);
  const located = problemsOfText(problem);
  const may = mayAs(session, region.id, "releaser");
  const why = !may
    ? t("editor.adoptNotYours")
    : draft === undefined || unsaved
      ? t("editor.adoptSaveFirst")
      : errors > 0
        ? t("editor.adoptErrors", { count: errors })
        : undefined;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (draft === undefined) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      const text = (name: string) => String(form.get(name) ?? "");
      onAdopted(
        await adoptDraft(region.id, agreement.head.id, draft, {
          decidedBy: text("decidedBy"),
          from,
          note: text("note"),
        }),
      );
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel className={styles.next} title={t("editor.adopt")}>
      <p className={styles.lead}>
        {t("editor.adoptLead")} {session.node.fourEyes ? t("editor.fourEyes") : null}
      </p>
      {adopted === undefined ? null : (
        <p role="status">
          {t("editor.adopted", {
            who: adopted.decidedBy,
            date: adopted.from === undefined ? "" : writeDay(adopted.from, locale),
          })}
        </p>
      )}
      {why === undefined ? null : <p className={styles.gap}>{why}</p>}
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label>
          <span>{t("editor.decidedBy")}</span>
          <input name="decidedBy" required minLength={2} maxLength={200} />
        </label>
        <DayField label={t("editor.from")} value={from} onChange={setFrom} required />
        <label>
          <span>{t("editor.note")}</span>
          <textarea name="note" required maxLength={2000} rows={3} />
        </label>
        {problem === undefined ? null : (
          <>
            <ErrorPanel
              error={located.length === 0 ? problem : withoutPlaces(problem)}
              safe={t("editor.draftIsSafe")}
            />
            <ProblemList problems={located} />
          </>
        )}
        <p>
          <Action look="main" type="submit" disabled={busy || why !== undefined}>
            {t("editor.adoptIt")}
          </Action>
        </p>
      </form>
    </Panel>
  );
}
