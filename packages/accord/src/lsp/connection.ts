import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  LSPErrorCodes,
  type CodeAction as LspCodeAction,
  ResponseError,
  SemanticTokensBuilder,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { actionsAt } from "./actions.ts";
import { completionsAt } from "./completion.ts";
import { diagnosticsOf, rangeOf, tableDiagnostics } from "./diagnostics.ts";
import { formattingOf } from "./formatting.ts";
import { hoverAt } from "./hover.ts";
import { type EditorHost, type OpenRegion, openRegion, pathOf, refreshed, uriOf } from "./open-regions.ts";
import { foldsOf, outlineOf } from "./outline.ts";
import { rename, renameAt } from "./rename.ts";
import { semanticTokensOf, TOKEN_TYPES } from "./semantic-tokens.ts";
import { lspCompletion, lspDiagnostic, lspSymbol } from "./shapes.ts";
import { definitionOf, referencesOf } from "./symbols.ts";

export interface EditorConnection {
  /** Reads regions anew: their tables or files not open have changed. */
  reload(): Promise<void>;
}

/** After so many milliseconds without a change problems are told. */
const QUIET = 30;

/** Serves an editor over a connection of the language server protocol; all it knows of files comes from the host. */
export function connect(connection: Connection, host: EditorHost): EditorConnection {
  const documents = new TextDocuments(TextDocument);
  const regions = new Map<string, OpenRegion>();
  const belongs = new Map<string, Promise<OpenRegion>>();
  const told = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const regionFor = (uri: string): Promise<OpenRegion> => {
    const known = belongs.get(uri);
    if (known) return known;
    const found = host.regionOf(uri).then((source) => {
      const root = source?.root ?? "";
      const region = regions.get(root) ?? openRegion(source);
      regions.set(root, region);
      return region;
    });
    belongs.set(uri, found);
    return found;
  };
  /** The region of a document, with the text as it stands in the editor. */
  const at = async (uri: string): Promise<{ readonly region: OpenRegion; readonly path: string }> => {
    const region = await regionFor(uri);
    const path = pathOf(region, uri);
    const text = documents.get(uri)?.getText();
    if (text !== undefined) region.desk.set(path, text);
    return { region, path };
  };
  const uriIn = (region: OpenRegion, path: string) =>
    documents.keys().find((uri) => pathOf(region, uri) === path) ?? uriOf(region, path);

  const tell = (region: OpenRegion) => {
    const { desk, problems } = region;
    const paths = new Set([...desk.workspace.files().map(({ path }) => path), ...region.files.keys()]);
    for (const path of paths) {
      const uri = uriIn(region, path);
      const texts = diagnosticsOf(desk, path).map((each) => lspDiagnostic(each, (other) => uriIn(region, other)));
      const tables = desk.has(path) ? [] : tableDiagnostics(problems, path).map((each) => lspDiagnostic(each, String));
      const diagnostics = [...texts, ...tables];
      const key = JSON.stringify(diagnostics);
      if ((told.get(uri) ?? "[]") === key && !documents.get(uri)) continue;
      told.set(uri, key);
      const version = documents.get(uri)?.version;
      connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    }
  };
  const tellSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const region of regions.values()) tell(region);
    }, QUIET);
  };

  connection.onInitialize((params): InitializeResult => {
    host.begin?.(params.initializationOptions);
    return CAPABILITIES;
  });
  documents.onDidChangeContent(async ({ document }) => {
    await at(document.uri);
    tellSoon();
  });
  documents.onDidClose(async ({ document }) => {
    const region = await regionFor(document.uri);
    const path = pathOf(region, document.uri);
    const saved = region.files.get(path);
    if (saved === undefined) region.desk.remove(path);
    else region.desk.set(path, saved);
    if (saved === undefined) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    belongs.delete(document.uri);
    tellSoon();
  });
  documents.onDidSave(async ({ document }) => {
    const region = await regionFor(document.uri);
    if (region.root !== "") region.files.set(pathOf(region, document.uri), document.getText());
  });
  const reload = async () => {
    const before = new Map(regions);
    const after = new Map<string, OpenRegion>();
    belongs.clear();
    for (const uri of documents.keys()) {
      const source = await host.regionOf(uri);
      const root = source?.root ?? "";
      const known = after.get(root) ?? (before.has(root) ? refreshed(before.get(root)!, source) : openRegion(source));
      after.set(root, known);
      belongs.set(uri, Promise.resolve(known));
    }
    regions.clear();
    for (const [root, region] of after) regions.set(root, region);
    for (const uri of documents.keys()) await at(uri);
    takeBack([...before.values()].filter(({ root }) => !after.has(root)));
    tellSoon();
  };
  /** What was told of regions in which nothing is open any more. */
  const takeBack = (closed: readonly OpenRegion[]) => {
    for (const uri of [...told.keys()]) {
      if (!closed.some(({ root }) => uri.startsWith(`${root}/`))) continue;
      connection.sendDiagnostics({ uri, diagnostics: [] });
      told.delete(uri);
    }
  };
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    // A document that is open is known better here than on disk.
    if (changes.some(({ uri }) => !documents.get(uri))) await reload();
  });

  connection.onHover(async ({ textDocument, position }) => {
    const { region, path } = await at(textDocument.uri);
    const hover = hoverAt(region.desk, path, position);
    return hover ? { range: hover.range, contents: { kind: "markdown", value: hover.markdown } } : null;
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const { region, path } = await at(textDocument.uri);
    return completionsAt(region.desk, path, position).map(lspCompletion);
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const { region, path } = await at(textDocument.uri);
    return definitionOf(region.desk, path, position).map((each) => ({
      uri: uriIn(region, each.path),
      range: each.range,
    }));
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const { region, path } = await at(textDocument.uri);
    const found = referencesOf(region.desk, path, position, context.includeDeclaration);
    return found.map((each) => ({ uri: uriIn(region, each.path), range: each.range }));
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const { region, path } = await at(textDocument.uri);
    const can = renameAt(region.desk, path, position);
    if ("refused" in can) throw new ResponseError(LSPErrorCodes.RequestFailed, can.refused);
    return { range: can.range, placeholder: can.name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit> => {
    const { region, path } = await at(textDocument.uri);
    const edits = rename(region.desk, path, position, newName);
    if ("refused" in edits) throw new ResponseError(LSPErrorCodes.RequestFailed, edits.refused);
    return { changes: Object.fromEntries([...edits].map(([file, all]) => [uriIn(region, file), [...all]])) };
  });
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const { region, path } = await at(textDocument.uri);
    return [...formattingOf(region.desk, path)];
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const { region, path } = await at(textDocument.uri);
    return actionsAt(region.desk, path, range).map(({ title, edits, problem, preferred }): LspCodeAction => {
      const where = rangeOf(region.desk, path, problem);
      const diagnostics = context.diagnostics.filter(
        (each) => each.code === problem.code && JSON.stringify(each.range) === JSON.stringify(where),
      );
      const changes = { [textDocument.uri]: [...edits] };
      return { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: preferred, edit: { changes } };
    });
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const { region, path } = await at(textDocument.uri);
    return outlineOf(region.desk, path).map(lspSymbol);
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const { region, path } = await at(textDocument.uri);
    return [...foldsOf(region.desk, path)];
  });
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const { region, path } = await at(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    for (const { range, type } of semanticTokensOf(region.desk, path)) {
      const { line, character } = range.start;
      builder.push(line, character, range.end.character - character, TOKEN_TYPES.indexOf(type), 0);
    }
    return builder.build();
  });
  documents.listen(connection);
  return { reload };
}

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    positionEncoding: "utf-16",
    hoverProvider: true,
    completionProvider: { triggerCharacters: [".", '"', " "] },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
  },
  serverInfo: { name: "Accord" },
};

export type { EditorHost, RegionSource } from "./open-regions.ts";
