import type { AgreementVersion } from "@kelisim/api";
import type { Instant } from "@kelisim/model";
import type { OpenRegion } from "@kelisim/region-files";
import type { NodeContext } from "../../context.ts";
import { createDesk, type Desk } from "../desk.ts";
import { type AdoptedRegion, applyAdopted, inForce, type TextVersion, textVersion } from "./adopted.ts";
import { fileOf } from "./compile-text.ts";
import { decisionsOf } from "./decisions.ts";

const isAdopted = (open: OpenRegion): open is AdoptedRegion => "versions" in open && open.versions instanceof Map;

/** Files of a desk that have adopted texts, with their versions. */
export const adoptedFiles = (desk: Desk): ReadonlyMap<string, readonly TextVersion[]> =>
  isAdopted(desk.open) ? desk.open.versions : new Map();

/** All versions of the text in which an instrument stands, the region's own first. Empty: no such instrument. */
export function versionsOf(desk: Desk, instrument: string): readonly TextVersion[] {
  const path = fileOf(desk.program, instrument);
  if (path === undefined) return [];
  const known = adoptedFiles(desk).get(path);
  if (known !== undefined) return known;
  const text = desk.region.accordFiles.find((file) => file.path === path)?.text ?? "";
  const instruments = desk.program.instruments.filter(({ file }) => file === path);
  const always = Number.NEGATIVE_INFINITY;
  return [
    {
      id: "region",
      version: textVersion(text),
      text,
      fromAt: always,
      known: always,
      program: { ...desk.program, instruments },
    },
  ];
}

export function versionData(version: TextVersion, all: readonly TextVersion[], at: Instant): AgreementVersion {
  const { id, version: hash, decision } = version;
  return {
    id,
    version: hash,
    ...(decision === undefined
      ? {}
      : { decidedBy: decision.decidedBy, from: decision.from, note: decision.note, at: decision.at }),
    inForce: inForce(all, at) === version,
  };
}

/** Reads a region's adopted texts anew and serves it with them: after a decision, and when one's day has come. */
export async function serveAdopted(node: NodeContext, desk: Desk): Promise<void> {
  const base = isAdopted(desk.open) ? desk.open.base : desk.open;
  const open = await applyAdopted(base, await decisionsOf(node.store, desk.id), node.now());
  node.replaceDesk(createDesk(open, desk.us, node.now));
  node.views.forget(desk.id);
}
