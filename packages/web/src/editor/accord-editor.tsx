import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import LanguageWorker from "@kelisim/accord/lsp/worker?worker";
import { basicSetup } from "codemirror";
import { useEffect, useRef, useState } from "react";
import { nonce } from "../theme/nonce.ts";
import { accordColours, accordTheme } from "./accord-colours.ts";
import styles from "./accord-editor.module.css";
import { type LanguageClient, openLanguageClient } from "./language-client.ts";
import { languageExtensions } from "./language-extensions.ts";
import { changesOf } from "./places.ts";
import type { Diagnostic, TextEdit } from "./protocol.ts";

/** What a screen can do with the open editor. */
export interface EditorHandle {
  readonly client: LanguageClient;
  apply(edits: readonly TextEdit[]): void;
  goTo(diagnostic: Diagnostic): void;
  /** Where the cursor is, in the protocol's counting. */
  cursor(): { readonly line: number; readonly character: number };
  setText(text: string): void;
}

export interface AccordEditorProps {
  readonly label: string;
  readonly region: string;
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly initial: string;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly onReady: (handle: EditorHandle) => void;
  readonly onDiagnostics: (all: readonly Diagnostic[]) => void;
}

/** The text of an agreement with the language server of its region behind it, in a worker of this page. */
export default function AccordEditor(props: AccordEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [began] = useState(props);
  useEffect(() => {
    const { region, files, path, initial, label } = began;
    const client = openLanguageClient({ worker: new LanguageWorker(), region, files, path, text: initial });
    const save = () => {
      latest.current.onSave();
      return true;
    };
    const view = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: initial,
        extensions: [
          basicSetup,
          EditorView.lineWrapping,
          EditorView.cspNonce.of(nonce()),
          EditorView.contentAttributes.of({ "aria-label": label, lang: "en", spellcheck: "false" }),
          keymap.of([{ key: "Mod-s", preventDefault: true, run: () => save() }]),
          accordColours,
          accordTheme,
          languageExtensions(client),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    const stop = client.onDiagnostics((all) => latest.current.onDiagnostics(all));
    const show = (at: number) => {
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    };
    latest.current.onReady({
      client,
      apply: (edits) => view.dispatch({ changes: changesOf(view.state.doc, edits) }),
      goTo: ({ range }) => show(changesOf(view.state.doc, [{ range, newText: "" }])[0]!.from),
      cursor() {
        const line = view.state.doc.lineAt(view.state.selection.main.head);
        return { line: line.number - 1, character: view.state.selection.main.head - line.from };
      },
      setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    });
    return () => {
      stop();
      view.destroy();
      client.close();
    };
  }, [began]);
  return <div ref={place} className={styles.editor} data-own-keys="" />;
}
