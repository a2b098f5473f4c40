/** What of the Language Server Protocol 3.17 the editor uses. Lines and characters count from 0, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
}

export interface Diagnostic {
  readonly range: Range;
  /** 1 error, 2 warning, 3 information, 4 hint. */
  readonly severity?: number;
  readonly code?: string;
  readonly message: string;
}

export interface CompletionItem {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string | { readonly value: string };
  readonly kind?: number;
  readonly insertText?: string;
  readonly sortText?: string;
  readonly textEdit?: TextEdit;
}

export interface Hover {
  readonly range?: Range;
  readonly contents: { readonly kind: string; readonly value: string };
}

export interface CodeAction {
  readonly title: string;
  readonly isPreferred?: boolean;
  readonly edit?: WorkspaceEdit;
}
