import type { TextProblem } from "@kelisim/api";
import { useText } from "../../texts/use-text.ts";
import styles from "./difference.module.css";
import { EnglishNote } from "./english-note.tsx";

/** Problems of a text: where, what is wrong, why it matters, how to mend it. */
export function ProblemList({ problems }: { readonly problems: readonly TextProblem[] }) {
  const { t } = useText();
  if (problems.length === 0) return null;
  return (
    <>
      <EnglishNote text="editor.problemsEnglish" />
      <ul className={styles.problems} aria-label={t("editor.problems")}>
        {problems.map(({ code, line, column, message, why, mend }) => (
          <li key={`${code} ${line} ${column} ${message}`}>
            <b lang="en">{message}</b> <span className={styles.second}>{t("editor.place", { line, column })}</span>
            {why === undefined ? null : <p lang="en">{why}</p>}
            {mend === undefined ? null : <p lang="en">{mend}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
