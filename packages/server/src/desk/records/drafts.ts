import type { Draft as DraftView } from "@kelisim/api";
import type { Draft } from "@kelisim/store";
import type { Words } from "@kelisim/words";
import { holds } from "../../auth/roles.ts";
import type { Viewer } from "../../context.ts";
import type { ProblemPlace } from "../../http/problem.ts";
import type { Desk } from "../desk.ts";
import { checkRecord } from "./check.ts";
import { complete } from "./complete.ts";
import { summaryOf } from "./content-words.ts";

/** Whether a draft is one of a record: a node keeps drafts of agreements and plans too. */
export function isRecordDraft(desk: Desk, kind: string): boolean {
  return kind === "withdrawal" || desk.program.vocabulary.some(({ name }) => name === kind);
}

export interface DraftNeeds {
  readonly desk: Desk;
  readonly words: Words;
  readonly viewer: Viewer;
  readonly now: number;
  readonly fourEyes: boolean;
  /** A person's name by their id. */
  readonly nameOf: (person: string) => string;
}

/** A draft as the screens take it: with what keeps it from being released, and whether this person may release it. */
export function draftView(draft: Draft, { desk, words, viewer, now, fourEyes, nameOf }: DraftNeeds): DraftView {
  const record = complete(draft.record, desk, viewer, now);
  const { errors, warnings } = checkRecord(desk, record, now, "/record", words);
  return {
    id: draft.id,
    kind: draft.kind,
    kindName: words.kind(draft.kind),
    title: summaryOf(record, words),
    record: { ...draft.record },
    context: { ...draft.context },
    draftedBy: draft.draftedBy.map((id) => ({ id, name: nameOf(id), you: id === viewer.person })),
    created: draft.created,
    changed: draft.changed,
    version: draft.version,
    errors: errors.map(named),
    warnings: warnings.map(named),
    release: mayRelease(),
  };

  /** With the name of the attribute that it is about. */
  function named(place: ProblemPlace): DraftView["errors"][number] {
    const attribute = /^\/record\/content\/([^/]+)/.exec(place.pointer)?.[1];
    return attribute === undefined ? place : { ...place, field: words.names.attribute(attribute, draft.kind) };
  }

  function mayRelease(): DraftView["release"] {
    if (errors.length > 0) return "errors";
    if (!holds(viewer.roles, "releaser")) return "role";
    return fourEyes && draft.draftedBy.includes(viewer.person) ? "four-eyes" : "yes";
  }
}
