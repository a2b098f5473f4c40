import { I18nProvider, Trans, useLingui } from "@lingui/react";
import type { ReactElement } from "react";
import { shownDraft, sourceOf } from "./catalogue.ts";
import { markOf } from "./element-language.ts";
import type { MessageId, MessageValues } from "./ids.ts";

export interface SentenceProps {
  readonly id: MessageId;
  readonly values?: MessageValues;
  /** What the tags of the message stand for: `<b>` is bold unless said otherwise. */
  readonly tags?: Readonly<Record<string, ReactElement>>;
}

/** A message with marked words in it: "The next date is <b>15 December</b>". */
export function Sentence({ id, values, tags }: SentenceProps) {
  useLingui();
  const words = <Trans id={id} values={values as Record<string, unknown>} components={{ b: <b />, ...tags }} />;
  if (shownDraft() === undefined) return words;
  const { catalogue, said } = sourceOf(id);
  return (
    <I18nProvider i18n={catalogue}>
      <bdi {...markOf(said)}>{words}</bdi>
    </I18nProvider>
  );
}
