import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { lintGutter, type Diagnostic as Shown, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { type EditorView, hoverTooltip, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { LanguageClient } from "./language-client.ts";
import { changesOf, offsetOf, positionOf } from "./places.ts";
import type { Diagnostic } from "./protocol.ts";

const SEVERITIES = ["error", "error", "warning", "info", "hint"] as const;

/** Problems, completion and hover of a language server in an editor. */
export function languageExtensions(client: LanguageClient): Extension {
  return [
    lintGutter(),
    ViewPlugin.define((view) => {
      const stop = client.onDiagnostics((all) => {
        // Told for a text that is longer than this one by now: the next telling is on its way.
        queueMicrotask(() => view.dispatch(setDiagnostics(view.state, shownIn(view, all))));
      });
      return {
        update(update: ViewUpdate) {
          if (update.docChanged) client.change(update.state.doc.toString());
        },
        destroy: stop,
      };
    }),
    autocompletion({ override: [(context) => completed(client, context)] }),
    hoverTooltip(async (view, at) => {
      const hover = await client.hover(positionOf(view.state.doc, at)).catch(() => null);
      if (hover === null) return null;
      const { doc } = view.state;
      const [pos, end] = hover.range ? [offsetOf(doc, hover.range.start), offsetOf(doc, hover.range.end)] : [at, at];
      return {
        pos,
        end,
        above: true,
        create() {
          const dom = document.createElement("div");
          dom.textContent = plainText(hover.contents.value);
          return { dom };
        },
      };
    }),
  ];
}

function shownIn(view: EditorView, all: readonly Diagnostic[]): Shown[] {
  const { doc } = view.state;
  return all.map((each) => {
    const from = offsetOf(doc, each.range.start);
    return {
      from,
      to: Math.max(from, offsetOf(doc, each.range.end)),
      severity: SEVERITIES[each.severity ?? 1] ?? "error",
      message: each.message,
      ...(each.code === undefined ? {} : { source: each.code }),
    };
  });
}

async function completed(client: LanguageClient, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_-]*/u);
  const trigger = context.matchBefore(/[."]/);
  if (word === null && trigger === null && !context.explicit) return null;
  const { doc } = context.state;
  const items = await client.completions(positionOf(doc, context.pos)).catch(() => []);
  if (items.length === 0) return null;
  return {
    from: word?.from ?? context.pos,
    validFor: /^[\p{L}\p{N}_-]*$/u,
    options: items.map(({ label, detail, documentation, insertText, textEdit }) => ({
      label,
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined
        ? {}
        : { info: plainText(typeof documentation === "string" ? documentation : documentation.value) }),
      apply: (view: EditorView, _completion: unknown, from: number, to: number) => {
        const changes =
          textEdit === undefined
            ? [{ from, to, insert: insertText ?? label }]
            : changesOf(doc, [textEdit]).map((change) => ({ ...change, to: Math.max(change.to, to) }));
        const [first] = changes;
        view.dispatch({ changes, selection: { anchor: first!.from + first!.insert.length } });
      },
    })),
  };
}

/** Markdown of a hover as words: it is shown as text, so that nothing in it can be more. */
function plainText(markdown: string): string {
  return markdown
    .replaceAll(/```\w*\n?/g, "")
    .replaceAll(/[*`]+/g, "")
    .trim();
}
