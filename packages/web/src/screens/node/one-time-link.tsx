import type { PersonLink } from "@kelisim/api";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { writeMoment } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";

export interface OneTimeLinkProps {
  readonly invitation: PersonLink;
  readonly name: string;
  readonly onDone: () => void;
}

/** A link that is shown this once: whoever has it is that person. */
export function OneTimeLink({ invitation, name, onDone }: OneTimeLinkProps) {
  const { t, locale } = useText();
  const [copied, setCopied] = useState(false);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const copy = async () => {
    await navigator.clipboard.writeText(invitation.link);
    setCopied(true);
  };
  return (
    <section className={styles.once} aria-label={t("node.people.link", { name })}>
      <p>
        <Sentence
          id="node.people.linkOnce"
          values={{ name, until: writeMoment(invitation.until, locale, zone, { zone: true }) }}
        />
      </p>
      <code>{invitation.link}</code>
      <p className="meta">{t("node.people.linkHow")}</p>
      <div className={styles.acts}>
        <Action look="quiet" onClick={() => void copy().catch(() => undefined)}>
          {t("node.copy")}
        </Action>
        <Action look="quiet" onClick={onDone}>
          {t("node.people.linkDone")}
        </Action>
      </div>
      <p role="status" className={styles.hint}>
        {copied ? t("node.copied") : ""}
      </p>
    </section>
  );
}
