import type { Brief, BriefHead, BriefSignOff, BriefState, BriefWithdrawal } from "@kelisim/api";
import type { BoundBrief } from "@kelisim/brief";
import { type FrozenFigure, isArchived, type KeptBrief } from "@kelisim/store";
import { holds } from "../../auth/roles.ts";
import type { Viewer } from "../../context.ts";
import { versionTag } from "../../http/entity-tag.ts";
import { askedText } from "./bind-text.ts";

type Withdrawn = Extract<KeptBrief["acts"][number], { act: "withdrawn" }>;

/** Names of accounts by their ids. */
export type NameOf = (person: string) => string;

/** How far the newest version is: withdrawn counts more than approved, and this more than reviewed. */
export function stateOf(brief: Pick<KeptBrief, "versions" | "signOffs" | "acts">): BriefState {
  const { versions, signOffs } = brief;
  if (withdrawalOf(brief, versions.length) !== undefined) return "withdrawn";
  const acts = signOffs.filter(({ number }) => number === versions.length).map(({ act }) => act);
  return acts.includes("approved") ? "approved" : acts.includes("reviewed") ? "reviewed" : "draft";
}

/** How a brief stands, as an entity tag: what is added to it changes the tag. */
export const standing = ({ versions, signOffs, acts }: KeptBrief): string =>
  `${versions.length}.${signOffs.length + acts.length}`;

/** That a version was withdrawn; undefined: it was not. */
export const withdrawalOf = ({ acts }: Pick<KeptBrief, "acts">, version: number): Withdrawn | undefined =>
  acts.find((each): each is Withdrawn => each.act === "withdrawn" && each.number === version);

export const isApproved = ({ signOffs }: Pick<KeptBrief, "signOffs">, version: number): boolean =>
  signOffs.some(({ number, act }) => number === version && act === "approved");

/** Whether somebody may delete a brief: one that nobody signed off, who wrote on it or releases papers of the body. */
export const mayDelete = (brief: KeptBrief, { roles, person }: Viewer): boolean =>
  brief.signOffs.length === 0 && (holds(roles, "releaser") || (holds(roles, "drafter") && wroteOn(brief, person)));

export function headData(brief: KeptBrief, nameOf: NameOf): BriefHead {
  const { title, number, at, person } = brief.versions.at(-1)!;
  return {
    id: brief.id,
    title,
    state: stateOf(brief),
    version: number,
    saved: at,
    by: nameOf(person),
    archived: isArchived(brief),
  };
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

export const withdrawalData = ({ number, reason, person, at }: Withdrawn, nameOf: NameOf): BriefWithdrawal => ({
  number,
  reason,
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
  const { roles } = viewer;
  const state = stateOf(brief);
  const away = isArchived(brief) ? brief.acts.findLast(({ act }) => act === "archived") : undefined;
  const isOpen = away === undefined && state !== "withdrawn";
  const approved = brief.versions
    .map(({ number }) => number)
    .filter((number) => isApproved(brief, number) && withdrawalOf(brief, number) === undefined);
  return {
    id: brief.id,
    tag: versionTag(standing(brief)),
    title: brief.versions.at(-1)!.title,
    text,
    state,
    versions: brief.versions.map((version) => versionData(version, nameOf)),
    signOffs: brief.signOffs.map((sign) => signOffData(sign, nameOf)),
    withdrawals: brief.acts.flatMap((act) => (act.act === "withdrawn" ? [withdrawalData(act, nameOf)] : [])),
    ...(away === undefined ? {} : { archived: { by: nameOf(away.person), at: away.at } }),
    mayWrite: holds(roles, "drafter") && away === undefined,
    mayReview: holds(roles, "drafter") && isOpen && !signed("reviewed"),
    mayApprove: holds(roles, "releaser") && isOpen && !fourEyes && !signed("approved"),
    mayWithdraw: holds(roles, "releaser") ? approved : [],
    mayArchive: holds(roles, "drafter"),
    mayDelete: mayDelete(brief, viewer),
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
  { versions, signOffs, acts }: KeptBrief,
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
      withdrawn: acts.flatMap((act) =>
        act.act === "withdrawn" && act.number <= upTo
          ? [{ version: act.number, name: nameOf(act.person), date: day(act.at), reason: act.reason }]
          : [],
      ),
    },
  };
}
