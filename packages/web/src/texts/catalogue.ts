import { type I18n, type Messages, setupI18n } from "@lingui/core";
import { figuresAs, type LocaleNames, nameLocale } from "../state/locale-names.ts";
import { firstBehind, firstLanguage, showAnswersIn } from "./answers.ts";
import type { MessageId, MessageValues } from "./ids.ts";
import {
  type DraftLanguage,
  isDraft,
  isLanguage,
  isWhole,
  type Language,
  LOCALES,
  TAGS,
  type WholeLanguage,
} from "./languages.ts";
import { remember, rememberTexts, type Said } from "./said.ts";

/** What a catalogue module holds; `draft` only where nobody has reviewed it. */
export interface Catalogue {
  readonly messages: Messages;
  readonly draft?: DraftCatalogue;
}

export interface DraftCatalogue {
  /** Ids of texts that the translator is not sure of. */
  readonly doubtful: readonly string[];
  /** How many texts are translated, of how many the English catalogue has. */
  readonly translated: number;
  readonly of: number;
  /** Names of months and the like, which not every browser has for this language. */
  readonly names: LocaleNames;
  /** That it is a draft, in English, whatever stands behind it. */
  readonly inEnglish: Messages;
}

/** The one catalogue of the page; screens read it through `useText`. */
export const i18n: I18n = setupI18n();
/** The one behind a draft: what the draft lacks, and nothing else. */
const behindIt: I18n = setupI18n();
/** That a page is a draft is said in English too. */
const inEnglish: I18n = setupI18n();

/** A catalogue, fetched when it is first shown; behind a draft, what the draft lacks of a complete one. */
type Load = () => Promise<Catalogue>;

const LOADERS: Readonly<Record<WholeLanguage, Load>> = {
  en: () => import("virtual:catalogue/en"),
  ru: () => import("virtual:catalogue/ru"),
};

const DRAFT_LOADERS: Readonly<Record<DraftLanguage, Readonly<Record<"own" | WholeLanguage, Load>>>> = {
  kk: {
    own: () => import("virtual:catalogue/kk"),
    en: () => import("virtual:catalogue/en/behind/kk"),
    ru: () => import("virtual:catalogue/ru/behind/kk"),
  },
  ky: {
    own: () => import("virtual:catalogue/ky"),
    en: () => import("virtual:catalogue/en/behind/ky"),
    ru: () => import("virtual:catalogue/ru/behind/ky"),
  },
  tg: {
    own: () => import("virtual:catalogue/tg"),
    en: () => import("virtual:catalogue/en/behind/tg"),
    ru: () => import("virtual:catalogue/ru/behind/tg"),
  },
  tk: {
    own: () => import("virtual:catalogue/tk"),
    en: () => import("virtual:catalogue/en/behind/tk"),
    ru: () => import("virtual:catalogue/ru/behind/tk"),
  },
  uz: {
    own: () => import("virtual:catalogue/uz"),
    en: () => import("virtual:catalogue/en/behind/uz"),
    ru: () => import("virtual:catalogue/ru/behind/uz"),
  },
};

const KEY = "kelisim.language";
const BEHIND_KEY = "kelisim.behind";

export interface Draft extends DraftCatalogue {
  readonly behind: WholeLanguage;
  readonly isDoubtful: ReadonlySet<string>;
}
let draft: Draft | undefined;

/** The draft that the page is shown in; nothing in a language that is complete. */
export const shownDraft = (): Draft | undefined => draft;

/** The language chosen before, else the one of the browser where we have it, else English. */
export function startLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const kept = keptAs(KEY);
  if (isLanguage(kept)) return kept;
  return firstLanguage(navigator.languages);
}

/** What stands behind a draft: the language chosen before, else English or Russian as the browser's reader prefers. */
function startBehind(): WholeLanguage {
  const kept = keptAs(BEHIND_KEY);
  return isWhole(kept) ? kept : firstBehind(navigator.languages);
}

/**
 * Loads a language and shows the page in it; behind a draft stands `behind`. The page carries the language, and its body that of
 * the node's answers: a text of the draft names its own (`withLanguage`).
 */
export async function showLanguage(language: Language, behind: WholeLanguage = startBehind()): Promise<void> {
  const [catalogue, other] = isDraft(language)
    ? await Promise.all([DRAFT_LOADERS[language].own(), DRAFT_LOADERS[language][behind]()])
    : [await LOADERS[language]()];
  draft = undefined;
  if (catalogue.draft && other) {
    draft = { ...catalogue.draft, behind, isDoubtful: new Set(catalogue.draft.doubtful) };
    nameLocale(LOCALES[language], draft.names);
    behindIt.load(behind, other.messages);
    behindIt.activate(behind, [LOCALES[behind]]);
    inEnglish.load("en", draft.inEnglish);
    inEnglish.activate("en");
    keep(BEHIND_KEY, behind);
  }
  rememberTexts(draft !== undefined);
  showAnswersIn(language, behind);
  document.documentElement.lang = TAGS[language];
  if (draft) document.body.lang = TAGS[behind];
  else document.body.removeAttribute("lang");
  i18n.load(language, catalogue.messages);
  // Figures of a language that the browser does not have are grouped as `figuresAs` says; a draft has one form for every count.
  i18n.activate(language, draft ? [LOCALES[language], figuresAs(LOCALES[language])] : [LOCALES[language]]);
  keep(KEY, language);
}

/** Gives texts by their id in the language of the page; what a draft lacks, in the language behind it. */
export const sayIn =
  (shown: Draft | undefined) =>
  (id: MessageId, values?: MessageValues): string => {
    if (shown === undefined) return i18n._(id, values as Record<string, unknown>);
    const { catalogue, said } = sourceOf(id);
    return remember(catalogue._(id, values as Record<string, unknown>), said);
  };

/** That this is a draft, and how much of it is translated, in English. */
export const sayInEnglish = (id: MessageId, values: MessageValues): string =>
  inEnglish._(id, values as Record<string, unknown>);

/** Which catalogue has a text, and of which language it is. */
export function sourceOf(id: MessageId): { readonly catalogue: I18n; readonly said: Said } {
  const language = i18n.locale as Language;
  if (draft !== undefined && !(id in i18n.messages))
    return { catalogue: behindIt, said: { tag: TAGS[draft.behind], standing: "behind" } };
  const standing = draft?.isDoubtful.has(id) ? "doubtful" : "translated";
  return { catalogue: i18n, said: { tag: TAGS[language], standing } };
}

function keptAs(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing still shows the page.
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See keptAs.
  }
}
