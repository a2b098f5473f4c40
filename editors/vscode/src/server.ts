import { connect } from "@kelisim/accord/lsp/connection";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { regionAround } from "./region-folder.ts";

/** The language server as a program of its own: over stdio for any editor (`node server.cjs --stdio`), or over IPC. */
const connection = createConnection(ProposedFeatures.all);
connect(connection, { regionOf: regionAround });
connection.listen();
