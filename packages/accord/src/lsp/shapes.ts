import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Diagnostic as LspDiagnostic,
  SymbolKind,
} from "vscode-languageserver";
import type { Completion } from "./completion.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { OutlineEntry } from "./outline.ts";

/** Where a file of a region is, for the client. */
export type UriOf = (path: string) => string;

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

export function lspDiagnostic(diagnostic: Diagnostic, uriOf: UriOf): LspDiagnostic {
  const { range, severity, code, message, related, problem } = diagnostic;
  return {
    range,
    severity: SEVERITY[severity],
    code,
    source: "accord",
    message,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((each) => ({
            location: { uri: uriOf(each.path), range: each.range },
            message: each.message,
          })),
        }),
    data: problem,
  };
}

const COMPLETION: Readonly<Record<Completion["what"], CompletionItemKind>> = {
  kind: CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  variable: CompletionItemKind.Variable,
  clause: CompletionItemKind.Reference,
  instrument: CompletionItemKind.Module,
  side: CompletionItemKind.EnumMember,
  zone: CompletionItemKind.EnumMember,
  party: CompletionItemKind.EnumMember,
  organisation: CompletionItemKind.EnumMember,
  choice: CompletionItemKind.EnumMember,
  unit: CompletionItemKind.Unit,
  keyword: CompletionItemKind.Keyword,
  name: CompletionItemKind.Constant,
  text: CompletionItemKind.Text,
};

export function lspCompletion(
  { label, what, detail, about, insert, range }: Completion,
  order: number,
): CompletionItem {
  return {
    label,
    kind: COMPLETION[what],
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { documentation: { kind: "markdown", value: about } }),
    textEdit: { range, newText: insert },
    sortText: `${what === "keyword" ? 1 : 0}${String(order).padStart(4, "0")}`,
  };
}

const SYMBOL: Readonly<Record<OutlineEntry["what"], SymbolKind>> = {
  instrument: SymbolKind.Module,
  clause: SymbolKind.Function,
  notice: SymbolKind.Class,
  event: SymbolKind.Event,
  attribute: SymbolKind.Property,
};

export function lspSymbol({ name, detail, what, range, nameRange, children }: OutlineEntry): DocumentSymbol {
  return { name, detail, kind: SYMBOL[what], range, selectionRange: nameRange, children: children.map(lspSymbol) };
}
