import type { BriefFormat } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

const FORMATS: readonly BriefFormat[] = ["pdf", "docx", "html"];

/** The printed brief as a file, in each form. */
export function Take({ hrefOf, note }: { readonly hrefOf: (format: BriefFormat) => string; readonly note?: string }) {
  const { t } = useText();
  return (
    <>
      <p className={styles.row}>
        {FORMATS.map((format) => (
          <Action key={format} href={hrefOf(format)} download>
            {t(`brief.take.${format}`)}
          </Action>
        ))}
      </p>
      {note === undefined ? null : <p className="caption">{note}</p>}
    </>
  );
}
