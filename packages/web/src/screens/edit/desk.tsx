import type { Agreement, AgreementDraft, AgreementVersion } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useReducer, useRef, useState } from "react";
import { createDraft, readDraft, saveDraft } from "../../api/agreements.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { EditorHandle } from "../../editor/accord-editor.tsx";
import type { Diagnostic } from "../../editor/protocol.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { beginDraft, draftAfter, isUnsaved } from "../../state/agreements/draft-state.ts";
import { useText } from "../../texts/use-text.ts";
import { Adopt } from "./adopt.tsx";
import { Cards } from "./cards.tsx";
import { Conflict } from "./conflict.tsx";
import { DraftBar } from "./draft-bar.tsx";
import styles from "./edit.module.css";
import { Problems } from "./problems.tsx";
import { TrialRun } from "./trial-run.tsx";

const AccordEditor = lazy(() => import("../../editor/accord-editor.tsx"));

export interface DeskProps {
  readonly agreement: Agreement;
  /** Path inside the region → text, for the language server. */
  readonly files: Readonly<Record<string, string>>;
  readonly drafts: readonly AgreementDraft[];
  readonly mayDraft: boolean;
}

/** One text on the desk: written, checked, tried, kept, and at last decided on. */
export function Desk({ agreement, files, drafts, mayDraft }: DeskProps) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const client = useQueryClient();
  const { id, title } = agreement.head;
  const first = drafts.find((each) => each.id === address.draft) ?? drafts[0];
  const [draft, tell] = useReducer(draftAfter, undefined, () => {
    const blank = beginDraft(agreement.code, t("editor.newTitle", { title }), "region");
    return first === undefined ? blank : draftAfter(blank, { kind: "opened", draft: first });
  });
  const [editor, setEditor] = useState<EditorHandle>();
  const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [adopted, setAdopted] = useState<AgreementVersion>();
  const latest = useRef(draft);
  latest.current = draft;
  const view = address.view === "cards" ? "cards" : "code";
  const unsaved = isUnsaved(draft, agreement.code);

  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  const save = async () => {
    const { text, title: named, base, saved, saving } = latest.current;
    if (!mayDraft || saving) return;
    tell({ kind: "saving" });
    setProblem(undefined);
    try {
      const body = { text, title: named, base };
      const kept =
        saved === undefined ? await createDraft(region.id, id, body) : await saveDraft(region.id, id, saved, body);
      tell({ kind: "saved", draft: kept });
      change({ draft: kept.id }, true);
      void client.invalidateQueries({ queryKey: ["region", region.id, `/agreements/${id}/drafts`] });
    } catch (error) {
      tell({ kind: "stopped" });
      if (saved !== undefined && error instanceof ApiProblem && error.status === 412)
        tell({ kind: "changed elsewhere", theirs: await readDraft(region.id, id, saved.id) });
      else setProblem(error);
    }
  };

  const openDraft = (next: AgreementDraft) => {
    tell({ kind: "opened", draft: next });
    editor?.setText(next.text);
    change({ draft: next.id }, true);
  };

  return (
    <>
      <DraftBar
        draft={draft}
        drafts={drafts}
        unsaved={unsaved}
        mayDraft={mayDraft}
        editor={editor}
        onName={(named) => tell({ kind: "named", title: named })}
        onOpen={openDraft}
        onSave={() => void save()}
        onProblem={setProblem}
      />
      {problem === undefined ? null : <ErrorPanel error={problem} safe={t("editor.textIsHere")} />}
      {draft.theirs === undefined ? null : (
        <Conflict
          mine={draft.text}
          theirs={draft.theirs}
          onMine={() => tell({ kind: "kept mine" })}
          onTheirs={() => {
            editor?.setText(draft.theirs!.text);
            tell({ kind: "took theirs" });
          }}
        />
      )}
      <div className={styles.views}>
        <Segments
          label={t("editor.view")}
          value={view}
          choices={[
            { value: "code", label: t("agreements.showCode") },
            { value: "cards", label: t("agreements.showCard") },
          ]}
          onChange={(next) => change({ view: next === "code" ? undefined : next }, true)}
        />
      </div>
      {view === "cards" ? <Cards agreement={agreement} text={draft.text} /> : null}
      <div className={styles.code} hidden={view === "cards"}>
        <Suspense fallback={<Skeletons rows={10} />}>
          <AccordEditor
            label={t("editor.textOf", { title })}
            region={region.id}
            files={files}
            path={agreement.file}
            initial={draft.text}
            onChange={(text) => tell({ kind: "typed", text })}
            onSave={() => void save()}
            onReady={setEditor}
            onDiagnostics={setDiagnostics}
          />
        </Suspense>
        <Problems diagnostics={diagnostics} editor={editor} />
      </div>
      <TrialRun agreement={agreement} text={draft.text} />
      <Adopt
        agreement={agreement}
        draft={draft.saved}
        unsaved={unsaved}
        errors={diagnostics.filter(({ severity }) => severity === 1).length}
        adopted={adopted}
        onAdopted={(version) => {
          setAdopted(version);
          void client.invalidateQueries({ queryKey: ["region", region.id] });
        }}
      />
    </>
  );
}
