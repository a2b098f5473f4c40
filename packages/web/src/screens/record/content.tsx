import type { RecordPage } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useAddress } from "../../shell/desk-context.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./record.module.css";

/** What the record says, each thing under its name; an erased body is said to be erased. */
export function Content({ page }: { readonly page: RecordPage }) {
  const { t } = useText();
  const address = useAddress();
  if (page.state === "erased")
    return <p>{t("records.erasedWhy", { reason: page.erasure?.reason ?? t("records.notSaid") })}</p>;
  if (page.state === "unreadable") return <p>{t("records.unreadableWhy")}</p>;
  if (page.content.length === 0) return <p>{t("records.noContent")}</p>;
  return (
    <dl className={styles.content}>
      {page.content.map(({ name, label, text, record }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            {record === undefined ? (
              text
            ) : (
              <Link to="/records/$id" params={{ id: record }} search={carried(address) as never}>
                {text}
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
