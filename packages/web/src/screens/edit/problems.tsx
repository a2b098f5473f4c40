import { useEffect, useState } from "react";
import type { EditorHandle } from "../../editor/accord-editor.tsx";
import type { CodeAction, Diagnostic } from "../../editor/protocol.ts";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import { EnglishNote } from "../agreement/english-note.tsx";
import styles from "./edit.module.css";

const SHOWN = 30;

export interface ProblemsProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly editor: EditorHandle | undefined;
}

/** Everything that the language server says of the text: where, what, why it matters, how to mend it. */
export function Problems({ diagnostics, editor }: ProblemsProps) {
  const { t } = useText();
  const errors = diagnostics.filter(({ severity }) => severity === 1).length;
  const sorted = [...diagnostics].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
  return (
    <Panel
      bare
      className={styles.problems}
      title={t("editor.problems")}
      aside={<span className="meta">{t("editor.problemCount", { errors, others: diagnostics.length - errors })}</span>}
    >
      {sorted.length === 0 ? null : (
        <div className={styles.more}>
          <EnglishNote text="editor.problemsEnglish" />
        </div>
      )}
      <ul>
        {keyed(sorted.slice(0, SHOWN)).map(({ key, item }) => (
          <Problem key={key} diagnostic={item} editor={editor} />
        ))}
      </ul>
      {sorted.length > SHOWN ? (
        <p className={styles.more}>{t("editor.moreProblems", { count: sorted.length - SHOWN })}</p>
      ) : null}
    </Panel>
  );
}

function Problem({
  diagnostic,
  editor,
}: {
  readonly diagnostic: Diagnostic;
  readonly editor: EditorHandle | undefined;
}) {
  const { t } = useText();
  const [actions, setActions] = useState<readonly CodeAction[]>([]);
  const { range, message, severity } = diagnostic;
  const [what = "", ...rest] = message.split("\n");
  useEffect(() => {
    let over = false;
    editor?.client
      .actions(diagnostic.range, [diagnostic])
      .then((found) => !over && setActions(found))
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, [editor, diagnostic]);
  return (
    <li className={severity === 1 ? styles.error : undefined}>
      <p>
        <b lang="en">{what}</b>{" "}
        <span className={styles.place}>
          {t("editor.place", { line: range.start.line + 1, column: range.start.character + 1 })}
        </span>
      </p>
      {keyed(rest).map(({ key, item }) => (
        <p key={key} className={styles.why} lang="en">
          {item}
        </p>
      ))}
      <p className={styles.actions}>
        {keyed(actions).map(({ key, item }) => (
          <Action key={key} onClick={() => editor?.apply(editor.client.editsOf(item))}>
            <span lang="en">{item.title}</span>
          </Action>
        ))}
        <Action look="quiet" disabled={!editor} onClick={() => editor?.goTo(diagnostic)}>
          {t("editor.show")}
        </Action>
      </p>
    </li>
  );
}
