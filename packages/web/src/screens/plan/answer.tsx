import type { PlanAnswer } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { writeDay } from "../../state/format.ts";
import { dutiesOf } from "../../state/plan/arising.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface AnswerProps {
  readonly answer: PlanAnswer;
  /** Stays from the question before while the next answer is on its way. */
  readonly waiting: boolean;
  readonly onMove: ((days: number) => void) | undefined;
}

/** What would be said on the telephone: how many, towards how many, by how many ways; what has passed; the earliest start. */
export function Answer({ answer, waiting, onMove }: AnswerProps) {
  const { t, locale } = useText();
  const { problems, creditors, channels, passed, undetermined, earliest } = answer;
  const duties = dutiesOf(answer).length;
  return (
    <Panel bare className={styles.answer}>
      <div className={styles.sentence} aria-live="polite" aria-busy={waiting}>
        {problems.length > 0 ? (
          t("plan.answerProblems", { count: problems.length })
        ) : (
          <>
            <Sentence id={duties === 0 ? "plan.answerNone" : "plan.answer"} values={{ duties, creditors, channels }} />{" "}
            {duties === 0 ? null : t("plan.passed", { count: passed })}{" "}
            {undetermined.length === 0 ? null : t("plan.undecided", { count: undetermined.length })}
          </>
        )}
      </div>
      {earliest === undefined ? null : (
        <div className={styles.earliest}>
          <p>
            {earliest.day === undefined ? (
              t("plan.earliestNever")
            ) : (
              <Sentence
                id={(earliest.shiftDays ?? 0) > 0 ? "plan.earliestLater" : "plan.earliestKept"}
                values={{ date: writeDay(earliest.day, locale, { weekday: "long", month: "long" }) }}
              />
            )}
          </p>
          {onMove !== undefined && earliest.shiftDays !== undefined && earliest.shiftDays !== 0 ? (
            <Action keys="m" onClick={() => onMove(earliest.shiftDays!)}>
              {t("plan.move")}
            </Action>
          ) : null}
        </div>
      )}
    </Panel>
  );
}
