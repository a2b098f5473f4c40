import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";

/** Said once above what is written in English only, to readers of another language. */
export function EnglishNote({ text }: { readonly text: MessageId }) {
  const { t, language } = useText();
  return language === "en" ? null : <p className="caption">{t(text)}</p>;
}
