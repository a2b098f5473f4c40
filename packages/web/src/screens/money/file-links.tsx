import { Action } from "../../parts/action.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** A table as files; each holds terms, vintage, caveats and method. */
export function FileLinks({ files }: { readonly files: readonly (readonly [format: string, href: string])[] }) {
  const { t } = useText();
  return (
    <p className={`${styles.acts} screen-only`}>
      <span className="caption">{t("money.saveAs")}</span>
      {files.map(([format, href]) => (
        <Action key={format} look="quiet" href={href} download>
          {format}
        </Action>
      ))}
    </p>
  );
}
