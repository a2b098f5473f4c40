import type { AgreementVersion } from "@kelisim/api";
import type { Instant } from "@kelisim/model";
import type { OpenRegion } from "@kelisim/region-files";
import type { NodeContext } from "../../context.ts";
import { createDesk, type Desk } from "../desk.ts";
import { type AdoptedRegion, applyAdopted, inForce, type TextVersion, textVersion } from "./adopted.ts";
import { fileOf } from "./compile-text.ts";
import { type Decision, decisionsOf } from "./decisions.ts";

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

/** A decision whose text is among those that a desk serves, with the instants from which it applies and is known. */
export type ServedDecision = Decision & Pick<TextVersion, "fromAt" | "known">;

export function servedDecisions(desk: Desk): readonly ServedDecision[] {
  return [...adoptedFiles(desk).values()].flatMap((versions) =>
    versions.flatMap(({ decision, fromAt, known }) => (decision === undefined ? [] : [{ ...decision, fromAt, known }])),
  );
}

/** The instant for which a desk's texts were put together; undefined: none was adopted. */
export const appliedAt = (desk: Desk): Instant | undefined => (isAdopted(desk.open) ? desk.open.appliedAt : undefined);

/** The first instant after that at which another text begins to apply. */
export function nextDay(desk: Desk): Instant | undefined {
  const since = appliedAt(desk);
  if (since === undefined) return undefined;
  const coming = servedDecisions(desk).flatMap(({ fromAt }) => (fromAt > since ? [fromAt] : []));
  return coming.length === 0 ? undefined : Math.min(...coming);
}

/** One after the other: a slower one that began earlier must not put older texts back. */
const serving = new WeakMap<NodeContext, Promise<void>>();

/**
 * Reads a region's adopted texts anew and serves it with them: after a decision, and when one's day has come. Pages that
 * are open are told.
 */
export function serveAdopted(node: NodeContext, { id }: Pick<Desk, "id">): Promise<void> {
  const next = (serving.get(node) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const desk = node.desks.get(id);
      if (desk === undefined) return;
      const base = isAdopted(desk.open) ? desk.open.base : desk.open;
      // Read before the decisions: a day that comes meanwhile is then still ahead.
      const now = node.now();
      node.replaceDesk(createDesk(await applyAdopted(base, await decisionsOf(node.store, id), now), desk.us, node.now));
      node.views.forget(id);
      node.hub.wake();
    });
  serving.set(node, next);
  return next;
}
