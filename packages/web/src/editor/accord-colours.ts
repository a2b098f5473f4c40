import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { accordTokens, codeLines, type TokenKind } from "../state/agreements/accord-tokens.ts";

const KINDS: readonly TokenKind[] = ["form", "keyword", "type", "id", "string", "number", "comment"];
const MARKS = Object.fromEntries(KINDS.map((kind) => [kind, Decoration.mark({ class: `ac-${kind}` })])) as Record<
  TokenKind,
  Decoration
>;
const PROSE = Decoration.line({ class: "ac-prose" });
const HEADING = Decoration.line({ class: "ac-heading" });

/** Colours of code blocks, prose in a quieter ink; only what is in view is looked at. */
export const accordColours: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colours(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = colours(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colours({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const inside = codeLines(doc.iterLines());
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (inside[line.number - 1]) {
        for (const token of accordTokens(line.text))
          builder.add(line.from + token.from, line.from + token.to, MARKS[token.kind]);
      } else builder.add(line.from, line.from, /^#{1,6} /.test(line.text) ? HEADING : PROSE);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

export const accordTheme: Extension = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "13px", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono, ui-monospace, monospace)", lineHeight: "21px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink3)", border: "none" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in srgb, var(--accent-soft) 55%, transparent)",
  },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 26%, transparent) !important",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--surface)",
    color: "var(--ink)",
    border: "1px solid var(--line2)",
    borderRadius: "6px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on)" },
  ".cm-tooltip.cm-tooltip-hover": {
    maxWidth: "56ch",
    padding: "6px 10px",
    fontSize: "13px",
    lineHeight: "19px",
    whiteSpace: "pre-wrap",
  },
  ".cm-diagnosticText": { whiteSpace: "pre-line" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--accent)",
    color: "var(--on)",
    borderRadius: "4px",
    padding: "2px 8px",
  },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)" },
  ".ac-prose": { color: "var(--ink2)" },
  ".ac-heading": { color: "var(--ink)", fontWeight: "650" },
  ".ac-form": { color: "var(--accent)", fontWeight: "650" },
  ".ac-keyword": { color: "var(--accent)" },
  ".ac-type": { color: "var(--met)" },
  ".ac-id": { fontWeight: "600" },
  ".ac-string": { color: "var(--unv)" },
  ".ac-number": { color: "var(--lead)" },
  ".ac-comment": { color: "var(--ink3)" },
});
