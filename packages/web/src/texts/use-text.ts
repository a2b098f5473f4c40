import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { sayIn, shownDraft } from "./catalogue.ts";
import type { MessageId, MessageValues } from "./ids.ts";
import { type Language, LOCALES } from "./languages.ts";

export type Say = (id: MessageId, values?: MessageValues) => string;

/**
 * The texts of the page in the chosen language.
 * `t("today.count", { count: 3 })` gives the worded message; `locale` is what Intl is asked for.
 */
export function useText(): { readonly t: Say; readonly language: Language; readonly locale: string } {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const draft = shownDraft();
  return useMemo(
    // There is one catalogue for all languages: asking it anew after a change of `language`, or of what is behind a draft, is
    // what the memo is for.
    () => ({ t: sayIn(draft), language, locale: LOCALES[language] }),
    [language, draft],
  );
}
