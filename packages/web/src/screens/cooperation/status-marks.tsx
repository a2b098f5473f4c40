import type { Spell } from "@kelisim/api";
import styles from "../../parts/button-grid.module.css";
import type { Look } from "../../state/cooperation/through-time.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";

export interface StatusMark {
  readonly kind: Spell["kind"];
  readonly look: Look;
  readonly perhaps: boolean;
}

export interface StatusMarksProps {
  readonly marks: readonly StatusMark[];
  /** Sources differ on what stands here. */
  readonly differ: boolean;
}

/** Statuses of a cell as letters; drawn, not written: the name of the cell says in words what they stand for. */
export function StatusMarks({ marks, differ }: StatusMarksProps) {
  const { t } = useText();
  return (
    <span className={styles.marks}>
      {marks.map(({ kind, look, perhaps }) => (
        <span
          key={kind}
          className={`${styles.mark} ${styles[kind === "outside" ? "outside" : look]}`}
          data-letter={`${t(`cooperation.letter.${kind}` as MessageId)}${perhaps ? "?" : ""}`}
        />
      ))}
      {differ ? <span className={styles.two} data-letter="2" /> : null}
    </span>
  );
}

export interface StatusKeyProps {
  /** What each ground means. */
  readonly looks: readonly (readonly [look: Look, words: string])[];
  /** What the 2 means. */
  readonly differ: string;
}

/** What letters and grounds mean; always open. */
export function StatusKey({ looks, differ }: StatusKeyProps) {
  const { t } = useText();
  return (
    <div className={styles.key}>
      {(["member", "observer", "partner", "signed", "suspended", "other"] as const).map((kind) => (
        <span key={kind}>
          <b>{t(`cooperation.letter.${kind}`)}</b> {t(`cooperation.kind.${kind}`)}
        </span>
      ))}
      {looks.map(([look, words]) => (
        <span key={look}>
          <i className={`${styles.mark} ${styles[look]}`} /> {words}
        </span>
      ))}
      <span>
        <span className={styles.two}>2</span> {differ}
      </span>
    </div>
  );
}
