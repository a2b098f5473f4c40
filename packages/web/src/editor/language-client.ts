import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "./protocol.ts";

/** A language server in a worker, spoken to by JSON-RPC 2.0 (one object a message), with one open document. */
export interface LanguageClient {
  change(text: string): void;
  onDiagnostics(listener: (all: readonly Diagnostic[]) => void): () => void;
  completions(position: Position): Promise<readonly CompletionItem[]>;
  hover(position: Position): Promise<Hover | null>;
  actions(range: Range, diagnostics: readonly Diagnostic[]): Promise<readonly CodeAction[]>;
  format(): Promise<readonly TextEdit[]>;
  /** The word that would be renamed, or why it cannot be. */
  renameable(position: Position): Promise<{ readonly range: Range; readonly placeholder: string }>;
  /** Edits of this document; `elsewhere` counts the other files that would change. */
  rename(
    position: Position,
    name: string,
  ): Promise<{ readonly edits: readonly TextEdit[]; readonly elsewhere: number }>;
  /** The edits that an action makes in this document. */
  editsOf(action: CodeAction): readonly TextEdit[];
  close(): void;
}

export interface LanguageClientOptions {
  readonly worker: Worker;
  readonly region: string;
  /** Path inside the region → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly text: string;
}

/** The server answered with an error: a name that cannot be given, for instance. */
export class ServerRefused extends Error {
  override readonly name = "ServerRefused";
}

export function openLanguageClient({ worker, region, files, path, text }: LanguageClientOptions): LanguageClient {
  const root = `kelisim:/${region}`;
  const uri = `${root}/${path}`;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(all: readonly Diagnostic[]) => void>();
  let ids = 0;
  let version = 1;
  let latest: readonly Diagnostic[] = [];

  const post = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
  const notify = (method: string, params: object) => post({ method, params });
  const ask = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++ids;
      waiting.set(id, { resolve, reject });
      post({ id, method, params });
    });

  worker.onmessage = ({ data }: MessageEvent<ServerMessage>) => {
    if ("method" in data) {
      if (data.method === "textDocument/publishDiagnostics" && data.params?.uri === uri) {
        latest = data.params.diagnostics ?? [];
        for (const listener of listeners) listener(latest);
      } else if (data.id !== undefined) post({ id: data.id, result: null });
      return;
    }
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) answer?.reject(new ServerRefused(data.error.message));
    else answer?.resolve(data.result as never);
  };

  const ready = ask("initialize", {
    processId: null,
    rootUri: root,
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    initializationOptions: { region: { root, files } },
  }).then(() => {
    notify("initialized", {});
    notify("textDocument/didOpen", { textDocument: { uri, languageId: "accord", version, text } });
  });
  const textDocument = { uri };
  const within = <T>(method: string, params: object) => ready.then(() => ask<T>(method, { textDocument, ...params }));
  const editsIn = (edit: WorkspaceEdit | undefined) => edit?.changes?.[uri] ?? [];

  return {
    change(next) {
      version += 1;
      void ready.then(() =>
        notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: next }] }),
      );
    },
    onDiagnostics(listener) {
      listeners.add(listener);
      listener(latest);
      return () => listeners.delete(listener);
    },
    completions: async (position) =>
      (await within<readonly CompletionItem[] | null>("textDocument/completion", { position })) ?? [],
    hover: (position) => within<Hover | null>("textDocument/hover", { position }),
    actions: async (range, diagnostics) =>
      (await within<readonly CodeAction[] | null>("textDocument/codeAction", { range, context: { diagnostics } })) ??
      [],
    format: async () =>
      (await within<readonly TextEdit[] | null>("textDocument/formatting", {
        options: { tabSize: 2, insertSpaces: true },
      })) ?? [],
    renameable: (position) => within("textDocument/prepareRename", { position }),
    async rename(position, newName) {
      const edit = await within<WorkspaceEdit>("textDocument/rename", { position, newName });
      const elsewhere = Object.keys(edit.changes ?? {}).filter((file) => file !== uri).length;
      return { edits: editsIn(edit), elsewhere };
    },
    editsOf: ({ edit }) => editsIn(edit),
    close() {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new ServerRefused("closed"));
      waiting.clear();
    },
  };
}

type ServerMessage =
  | {
      readonly method: string;
      readonly id?: number;
      readonly params?: { readonly uri?: string; readonly diagnostics?: readonly Diagnostic[] };
    }
  | { readonly id: number; readonly result?: unknown; readonly error?: { readonly message: string } };
