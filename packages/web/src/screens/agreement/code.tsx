import type { Agreement } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { keyed } from "../../state/keyed.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./tab.module.css";

/** The whole text with its code, as it stands in its file. */
export default function Code({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const here = carried(useAddress());
  const { code, file, version, head } = agreement;
  let inside = false;
  const lines = code.split("\n").map((text) => {
    const fence = /^```/.test(text);
    const prose = fence || !inside;
    if (fence) inside = !inside;
    return { text, prose };
  });
  return (
    <Panel
      bare
      title={<code>{file}</code>}
      aside={
        <>
          <Action look="quiet" onClick={() => void navigator.clipboard?.writeText(code)}>
            {t("agreements.copy")}
          </Action>
          <Link to="/agreements/$id/edit" params={{ id: head.id }} search={here as never}>
            {t("agreements.edit")}
          </Link>
        </>
      }
      foot={<span className={styles.second}>{t("agreements.versionIs", { version: version.slice(0, 12) })}</span>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach them */}
      <pre className={styles.code} tabIndex={0} lang="en">
        {keyed(lines).map(({ key, item: { text, prose } }) => (
          <span key={key} className={prose ? styles.prose : undefined}>
            {text === "" ? " " : text}
          </span>
        ))}
      </pre>
    </Panel>
  );
}
