import { useQueryClient } from "@tanstack/react-query";
import { showLanguage } from "../texts/catalogue.ts";
import { DRAFTS, LANGUAGES, type Language, TAGS, WHOLE, type WholeLanguage } from "../texts/languages.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./language-choice.module.css";

/** The languages of the page, each by its own name; the drafts are a group of their own. */
export function LanguageChoice() {
  const { t, language } = useText();
  return (
    <select
      className={styles.choice}
      aria-label={t("shell.language")}
      value={language}
      onChange={({ currentTarget: { value } }) => void showLanguage(value as Language)}
    >
      <Names of={WHOLE} />
      <optgroup label={t("shell.drafts")}>
        <Names of={DRAFTS} />
      </optgroup>
    </select>
  );
}

/** What stands behind a draft: the language of the node's answers, and of texts that are not translated. */
export function BehindChoice({ behind }: { readonly behind: WholeLanguage }) {
  const { t, language } = useText();
  const client = useQueryClient();
  const choose = async (chosen: WholeLanguage) => {
    await showLanguage(language, chosen);
    // Answers are kept by the language of the page, which is the same as before.
    await client.resetQueries();
  };
  return (
    <label className={styles.behind}>
      {t("shell.behind")}{" "}
      <select
        className={styles.choice}
        value={behind}
        onChange={({ currentTarget: { value } }) => void choose(value as WholeLanguage)}
      >
        <Names of={WHOLE} />
      </select>
    </label>
  );
}

function Names({ of }: { readonly of: readonly Language[] }) {
  return of.map((each) => (
    <option key={each} value={each} lang={TAGS[each]}>
      {LANGUAGES[each]}
    </option>
  ));
}
