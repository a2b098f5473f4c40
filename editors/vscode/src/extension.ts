// biome-ignore lint/correctness/noUndeclaredDependencies: the editor itself provides this module
import { workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

interface Context {
  asAbsolutePath(path: string): string;
}

let client: LanguageClient | undefined;

/** Starts the language server beside the editor, for agreements only; other Markdown is none of its business. */
export async function activate(context: Context): Promise<void> {
  const server = { module: context.asAbsolutePath("dist/server.cjs"), transport: TransportKind.ipc };
  client = new LanguageClient(
    "accord",
    "Accord",
    { run: server, debug: server },
    {
      documentSelector: [{ pattern: "**/*.accord.md" }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{accord.md,csv,yaml,geojson}") as never },
    },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
