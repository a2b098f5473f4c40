import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Job, Upload } from "@kelisim/api";
import type { TestNode } from "./node-for-tests.ts";

const SHARED = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Options of a test that reads published files beside the project: skipped, saying so, where they are not. */
export const WITH_FILES = existsSync(SHARED) ? {} : { skip: "the published files are not here (../shared/data)" };

export const SECTORS = "oda/dportal_crs_recipient_sector_2012_2019.csv";
export const DONORS = "oda/dportal_crs_donor_recipient_2012_2019.csv";
export const BOMCA8 = "projects_undp/undp_00062131_BOMCA8.json";

export const REGION = "/regions/central-asia";

export const published = (path: string): Buffer => readFileSync(`${SHARED}${path}`);

/** Sends a file in as `cookie`, and gives the answer with its status. */
export async function send(node: TestNode, name: string, bytes: Uint8Array | string, cookie = node.cookie) {
  const response = await node.app.inject({
    method: "POST",
    url: `/api/v1${REGION}/holdings/uploads?name=${encodeURIComponent(name)}`,
    headers: {
      host: new URL(node.address).host,
      cookie,
      origin: node.address,
      "content-type": "application/octet-stream",
    },
    payload: Buffer.from(bytes),
  });
  return { status: response.statusCode, body: response.json() as Upload };
}

/** Waits until a job is over. */
export async function ended(node: TestNode, id: string): Promise<Job> {
  for (;;) {
    const { body } = await node.get(`${REGION}/holdings/jobs/${id}`);
    if (body.state !== "running") return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sends a file and takes it in. */
export async function take(node: TestNode, name: string, bytes: Uint8Array | string, options = {}): Promise<Job> {
  const { status, body } = await send(node, name, bytes);
  assert.equal(status, 201, JSON.stringify(body));
  const begun = await node.post(`${REGION}/holdings/jobs`, { upload: body.upload, ...options });
  assert.equal(begun.status, 202, begun.text);
  return ended(node, begun.body.id);
}

export const takePublished = (node: TestNode, path: string, options = {}) =>
  take(node, basename(path), published(path), options);

const CRS_HEADER =
  "Year|DonorCode|DonorName|RecipientCode|RecipientName|FlowName|PurposeCode|PurposeName|ProjectTitle|CrsID|" +
  "USD_Commitment|USD_Disbursement|USD_Received|USD_Commitment_Defl|USD_Disbursement_Defl|USD_Received_Defl";

/** One invented row of the OECD's bulk columns; sums in millions of dollars, an empty one is not given. */
export interface CrsRow {
  readonly year: number;
  /** Code and name between a space: "5 Germany". */
  readonly donor: string;
  readonly recipient: string;
  readonly purpose?: string;
  readonly title?: string;
  readonly committed?: string;
  readonly paid?: string;
  readonly paidConstant?: string;
}

/** An invented file of the OECD's columns; taken in under a name such as "CRS 2026 data.txt". */
export function crsText(rows: readonly CrsRow[]): string {
  const cut = (actor: string) => [actor.slice(0, actor.indexOf(" ")), actor.slice(actor.indexOf(" ") + 1)].join("|");
  const line = ({ year, donor, recipient, purpose = "", title = "", committed = "", ...sums }: CrsRow) =>
    [
      year,
      cut(donor),
      cut(recipient),
      "ODA Grants",
      purpose,
      purpose === "" ? "" : `Purpose ${purpose}`,
      title,
      "",
      committed,
      sums.paid ?? "",
      "",
      "",
      sums.paidConstant ?? "",
      "",
    ].join("|");
  return `${CRS_HEADER}\r\n${rows.map(line).join("\r\n")}\r\n`;
}
