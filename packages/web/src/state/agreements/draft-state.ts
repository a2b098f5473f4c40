import type { AgreementDraft } from "@kelisim/api";

/** A text in the editor, and what of it the node holds. */
export interface DraftState {
  readonly text: string;
  readonly title: string;
  /** The version that it began from. */
  readonly base: string;
  /** As the node holds it; absent: nothing is kept yet. */
  readonly saved?: AgreementDraft;
  readonly saving: boolean;
  /** Somebody else changed it meanwhile: their text beside ours, until a person decides. */
  readonly theirs?: AgreementDraft;
}

export type DraftEvent =
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "named"; readonly title: string }
  | { readonly kind: "opened"; readonly draft: AgreementDraft }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly draft: AgreementDraft }
  | { readonly kind: "stopped" }
  | { readonly kind: "changed elsewhere"; readonly theirs: AgreementDraft }
  | { readonly kind: "kept mine" }
  | { readonly kind: "took theirs" };

export const beginDraft = (text: string, title: string, base: string): DraftState => ({
  text,
  title,
  base,
  saving: false,
});

/** What an event makes of a draft. What was typed while a save was under way stays unsaved. */
export function draftAfter(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case "typed":
      return { ...state, text: event.text };
    case "named":
      return { ...state, title: event.title };
    case "opened":
      return opened(event.draft);
    case "saving":
      return { ...state, saving: true };
    case "saved":
      return { ...without(state), saved: event.draft, saving: false };
    case "stopped":
      return { ...state, saving: false };
    case "changed elsewhere":
      return { ...state, theirs: event.theirs, saving: false };
    case "kept mine":
      // The next save replaces what they wrote, knowingly: it names their version.
      return state.theirs === undefined ? state : { ...without(state), saved: state.theirs };
    case "took theirs":
      return state.theirs === undefined ? state : opened(state.theirs);
  }
}

const opened = (draft: AgreementDraft): DraftState => ({
  text: draft.text,
  title: draft.title,
  base: draft.base,
  saved: draft,
  saving: false,
});

function without({ theirs: _, ...state }: DraftState): DraftState {
  return state;
}

/** Whether something in the editor is not on the node. */
export const isUnsaved = ({ text, title, saved }: DraftState, begin: string): boolean =>
  saved === undefined ? text !== begin : saved.text !== text || saved.title !== title;
