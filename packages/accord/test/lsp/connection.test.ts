import { PassThrough } from "node:stream";
import { it } from "node:test";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { connect } from "../../src/lsp/connection.ts";
import { filesOf } from "./real-region.ts";

interface Told {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string; readonly severity: number }[];
}

/** A server over streams in memory, on a region whose files a test may change. */
function serve(files: Map<string, string>) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const root = "file:///region";
  connect(server, {
    regionOf: async (uri) => (uri.startsWith(`${root}/`) ? { root, files: new Map(files) } : undefined),
  });
  server.listen();
  const client = createConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const last = new Map<string, Told>();
  let heard: (() => void) | undefined;
  client.onNotification("textDocument/publishDiagnostics", (told: Told) => {
    last.set(told.uri, told);
    heard?.();
  });
  client.listen();
  const until = async (fits: () => boolean) => {
    while (!fits()) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };
  return { client, last, until, root, end: () => [server, client].map((each) => each.dispose()) };
}

const RIVER = "instruments/RIVER.accord.md";
const errors = (told: Told | undefined) => told?.diagnostics.filter(({ severity }) => severity === 1).length ?? -1;

it("a file of the region that changes on disk is read again, a saved one is kept, a document of no region is served", async () => {
  const files = new Map(filesOf("four-rivers"));
  const { client, last, until, root, end } = serve(files);
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  const uri = `${root}/${RIVER}`;
  const text = files.get(RIVER)!;
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  await until(() => errors(last.get(uri)) === 0);

  const vocabulary = files.get("vocabulary.accord.md")!;
  const changed = (path: string) =>
    client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: `${root}/${path}`, type: 2 }] });
  files.set("vocabulary.accord.md", vocabulary.replace(/^event (\w+)/m, "event Other$1"));
  await changed("vocabulary.accord.md");
  await until(() => errors(last.get(uri)) > 0);
  files.set("vocabulary.accord.md", vocabulary);
  await changed("vocabulary.accord.md");
  await until(() => errors(last.get(uri)) === 0);

  const parties = files.get("parties.csv")!;
  files.set(
    "parties.csv",
    parties
      .split("\n")
      .filter((line) => !line.startsWith("AVE,"))
      .join("\n"),
  );
  await changed("parties.csv");
  await until(() => errors(last.get(uri)) > 0);
  files.set("parties.csv", parties);
  await changed("parties.csv");
  await until(() => errors(last.get(uri)) === 0);

  const wrong = text.replace("when ", "whenn ");
  const range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: wrong }],
  });
  await until(() => errors(last.get(uri)) > 0);
  const alone = "file:///elsewhere/a.accord.md";
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: alone, languageId: "markdown", version: 1, text: "```accord\nnotice N { a: cuont }\n```\n" },
  });
  await until(() => errors(last.get(alone)) === 1);
  await client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await until(() => errors(last.get(uri)) === 0);
  end();
});
