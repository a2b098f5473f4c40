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
