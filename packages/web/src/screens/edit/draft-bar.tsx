import type { AgreementDraft } from "@kelisim/api";
import { useState } from "react";
import type { EditorHandle } from "../../editor/accord-editor.tsx";
import { Action } from "../../parts/action.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import type { DraftState } from "../../state/agreements/draft-state.ts";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./edit.module.css";

export interface DraftBarProps {
  readonly draft: DraftState;
  readonly drafts: readonly AgreementDraft[];
  readonly unsaved: boolean;
  readonly mayDraft: boolean;
  readonly editor: EditorHandle | undefined;
  readonly onName: (title: string) => void;
  readonly onOpen: (draft: AgreementDraft) => void;
  readonly onSave: () => void;
  readonly onProblem: (problem: unknown) => void;
}

/** The draft's name, the others of this body, saving, formatting and renaming. */
export function DraftBar({
  draft,
  drafts,
  unsaved,
  mayDraft,
  editor,
  onName,
  onOpen,
  onSave,
  onProblem,
}: DraftBarProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const [told, setTold] = useState("");
  const [renaming, setRenaming] = useState<{
    readonly line: number;
    readonly character: number;
    readonly from: string;
  }>();
  const [name, setName] = useState("");
  const format = async () => {
    if (!editor) return;
    const edits = await editor.client.format();
    editor.apply(edits);
    setTold(t(edits.length === 0 ? "editor.formattedNothing" : "editor.formatted"));
  };
  const beginRename = async () => {
    if (!editor) return;
    const at = editor.cursor();
    try {
      const { placeholder } = await editor.client.renameable(at);
      setRenaming({ ...at, from: placeholder });
      setName(placeholder);
      setTold("");
    } catch (error) {
      setTold(error instanceof Error ? error.message : t("editor.noName"));
    }
  };
  const rename = async () => {
    if (!editor || !renaming) return;
    try {
      const { edits, elsewhere } = await editor.client.rename(renaming, name);
      if (elsewhere > 0) setTold(t("editor.renameElsewhere", { count: elsewhere }));
      else {
        editor.apply(edits);
        setTold(t("editor.renamed", { count: edits.length }));
      }
      setRenaming(undefined);
    } catch (error) {
      setTold(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className={styles.bar}>
      <label className={styles.grow}>
        <span>{t("editor.draftTitle")}</span>
        <input
          value={draft.title}
          maxLength={200}
          disabled={!mayDraft}
          onChange={(event) => onName(event.target.value)}
        />
      </label>
      {drafts.length === 0 ? null : (
        <label>
          <span>{t("editor.drafts")}</span>
          <select
            value={draft.saved?.id ?? ""}
            onChange={(event) => {
              const next = drafts.find(({ id }) => id === event.target.value);
              if (next) onOpen(next);
            }}
          >
            {draft.saved === undefined ? <option value="">{t("editor.notSaved")}</option> : null}
            {drafts.map((each) => (
              <option key={each.id} value={each.id}>
                {t("agreements.draftNamed", {
                  title: each.title,
                  date: writeMoment(each.changed, locale, region.timeZone),
                })}
              </option>
            ))}
          </select>
        </label>
      )}
      <Action look="main" disabled={!mayDraft || draft.saving || !unsaved} onClick={onSave}>
        {t(draft.saving ? "editor.saving" : "editor.save")}
      </Action>
      <Action disabled={!editor} onClick={() => void format().catch(onProblem)}>
        {t("editor.format")}
      </Action>
      <Action disabled={!editor} onClick={() => void beginRename()}>
        {t("editor.rename")}
      </Action>
      {renaming === undefined ? null : (
        <form
          className={styles.rename}
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <label>
            <span>{t("editor.newName", { from: renaming.from })}</span>
            <input value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <Action type="submit">{t("editor.rename")}</Action>
          <Action look="quiet" onClick={() => setRenaming(undefined)}>
            {t("agreements.cancel")}
          </Action>
        </form>
      )}
      <p className={styles.told} role="status">
        {told !== ""
          ? told
          : draft.saved === undefined
            ? t("editor.onlyHere")
            : unsaved
              ? t("editor.unsaved")
              : t("editor.savedAt", { moment: writeMoment(draft.saved.changed, locale, region.timeZone) })}
      </p>
    </div>
  );
}
