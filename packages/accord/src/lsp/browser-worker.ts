import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { connect } from "./connection.ts";
import type { RegionSource } from "./open-regions.ts";

/** A region as a page sends it: as `initializationOptions.region`, or later by the notification `kelisim/region`. */
interface SentRegion {
  /** URI of the folder to which its paths belong: "kelisim:/central-asia". */
  readonly root: string;
  /** Path inside the folder → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** The language server as a browser's worker. It reads no files: the page sends the region. */
const sent = new Map<string, RegionSource>();

function take(region: SentRegion | undefined): void {
  if (!region || typeof region.root !== "string" || typeof region.files !== "object") return;
  const root = region.root.replace(/\/$/, "");
  sent.set(root, { root, files: new Map(Object.entries(region.files)) });
}

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
const editor = connect(connection, {
  begin: (options) => take((options as { readonly region?: SentRegion } | undefined)?.region),
  regionOf: async (uri) => [...sent.values()].find(({ root }) => uri.startsWith(`${root}/`)),
});
connection.onNotification("kelisim/region", async (region: SentRegion) => {
  take(region);
  await editor.reload();
});
connection.listen();
