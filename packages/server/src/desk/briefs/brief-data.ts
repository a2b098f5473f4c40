import type { Brief, BriefHead, BriefSignOff, BriefState } from "@kelisim/api";
import type { BoundBrief } from "@kelisim/brief";
import type { FrozenFigure, KeptBrief } from "@kelisim/store";
import { holds } from "../../auth/roles.ts";
import type { Viewer } from "../../context.ts";
import { askedText } from "./bind-text.ts";

/** Names of accounts by their ids. */
export type NameOf = (person: string) => string;

/** How far the newest version is: approved counts more than reviewed. */
export function stateOf({ versions, signOffs }: Pick<KeptBrief, "versions" | "signOffs">): BriefState {
  const acts = signOffs.filter(({ number }) => number === versions.length).map(({ act }) => act);
  return acts.includes("approved") ? "approved" : acts.includes("reviewed") ? "reviewed" : "draft";
}

export function headData(brief: KeptBrief, nameOf: NameOf): BriefHead {
  const { title, number, at, person } = brief.versions.at(-1)!;
  return { id: brief.id, title, state: stateOf(brief), version: number, saved: at, by: nameOf(person) };
}

export const signOffData = (
  { number, act, at, note, person }: KeptBrief["signOffs"][number],
  nameOf: NameOf,
): BriefSignOff => ({
  number,
  act,
  at,
  by: nameOf(person),
  ...(note === undefined ? {} : { note }),
});

export const versionData = ({ number, title, note, person, at }: KeptBrief["versions"][number], nameOf: NameOf) => ({
  number,
  title,
  note,
  at,
  by: nameOf(person),
});

export function briefData(
  brief: KeptBrief,
  text: string,
  nameOf: NameOf,
  viewer: Viewer,
  asksFourEyes: boolean,
): Brief {
  const fourEyes = asksFourEyes && wroteOn(brief, viewer.person);
  const signed = (act: BriefSignOff["act"]) =>
    brief.signOffs.some(
      (sign) => sign.number === brief.versions.length && sign.act === act && sign.person === viewer.person,
    );
  return {
    id: brief.id,
    title: brief.versions.at(-1)!.title,
    text,
    state: stateOf(brief),
    versions: brief.versions.map((version) => versionData(version, nameOf)),
    signOffs: brief.signOffs.map((sign) => signOffData(sign, nameOf)),
    mayWrite: holds(viewer.roles, "drafter"),
    mayReview: holds(viewer.roles, "drafter") && !signed("reviewed"),
    mayApprove: holds(viewer.roles, "releaser") && !fourEyes && !signed("approved"),
    fourEyes,
  };
}

export const wroteOn = ({ versions }: KeptBrief, person: string): boolean =>
  versions.some((version) => version.person === person);

/** The figures of a version as they are on the day on which it is saved. */
export const frozenFigures = ({ figures }: BoundBrief): readonly FrozenFigure[] =>
  figures.map((figure) => ({
    asked: askedText(figure),
    now: figure.now,
    method: figure.figure.method.id,
    inputs: figure.figure.inputs.map(({ of, name, vintage, rows }) => ({ of, name, vintage, rows })),
  }));

/** A brief printed with its versions and sign-offs as the node keeps them; what its text says of these gives way. */
export function withVersions(
  bound: BoundBrief,
  { versions, signOffs }: KeptBrief,
  upTo: number,
  nameOf: NameOf,
): BoundBrief {
  const day = (at: string) => at.slice(0, 10);
  const signed = (act: BriefSignOff["act"]) =>
    signOffs.flatMap(({ number, act: done, person, at }) =>
      done === act && number <= upTo ? [{ version: number, name: nameOf(person), date: day(at) }] : [],
    );
  return {
    ...bound,
    front: {
      ...bound.front,
      versions: versions.slice(0, upTo).map(({ number, at, note }) => ({ number, date: day(at), what: note })),
      reviewed: signed("reviewed"),
      approved: signed("approved"),
    },
  };
}
