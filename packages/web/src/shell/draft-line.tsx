import { writeNumber } from "../state/format.ts";
import { type Draft, sayInEnglish, shownDraft } from "../texts/catalogue.ts";
import { TAGS } from "../texts/languages.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./draft-line.module.css";
import { BehindChoice } from "./language-choice.tsx";

/**
 * Above a page in a draft language: that nobody has reviewed the translation and how much of the page it covers, in that
 * language and in English; opened, what the marks mean, and the choice of what stands behind. Nothing in a complete one.
 */
export function DraftLine() {
  const { t, locale } = useText();
  const draft = shownDraft();
  if (draft === undefined) return null;
  return (
    <aside className={styles.line} aria-label={t("shell.aboutTranslation")}>
      <details>
        <summary>
          <span>{t("shell.draft", { share: share(draft, locale) })}</span>{" "}
          <span lang="en">{sayInEnglish("shell.draft", { share: share(draft, "en-GB") })}</span>
        </summary>
        <p>
          {t("shell.draftMarks", {
            translated: draft.translated,
            of: draft.of,
            doubtful: draft.doubtful.length,
            tag: TAGS[draft.behind],
          })}
        </p>
        <BehindChoice behind={draft.behind} />
      </details>
    </aside>
  );
}

/** Rounded down: a draft that lacks a text is never wholly translated. */
const share = ({ translated, of }: Draft, locale: string): string =>
  writeNumber(Math.floor((translated / of) * 100) / 100, locale, { style: "percent" });
