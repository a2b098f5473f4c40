import { useEffect, useState } from "react";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** How long it is said that a text was copied. */
const SAID = 2500;

/** Copies a figure as the text of a brief asks for it: the brief then works it out anew and tells when it moved. */
export function CopyFigure({ text, what }: { readonly text: string | undefined; readonly what: string }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [copied]);
  if (text === undefined) return <span className="caption">{t("money.noFigure")}</span>;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={copied ? undefined : t("money.copyFigureOf", { what })}
      title={text}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span role="status">{copied ? t("money.copied") : t("money.copyFigure")}</span>
    </button>
  );
}
