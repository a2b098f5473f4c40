import type { BorderSection, Borders } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Confidence } from "../parts/confidence.tsx";
import { Unverified } from "../parts/unverified.tsx";
import { useAddress } from "../shell/desk-context.ts";
import { writeDated } from "../state/dated.ts";
import { carried } from "../state/standpoint.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./border-table.module.css";
import lines from "./map.module.css";

/** The lines of the map as a table: status, from when, the acts behind it, and how sure we are. */
export function BorderTable({ borders }: { readonly borders: Borders }) {
  const { t } = useText();
  const [table] = borders.tables;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="unseen">{t("map.borders")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("map.borders.border")}</th>
              <th scope="col">{t("map.borders.status")}</th>
              <th scope="col">{t("map.borders.since")}</th>
              <th scope="col">{t("map.borders.acts")}</th>
              <th scope="col">{t("map.borders.basis")}</th>
            </tr>
          </thead>
          <tbody>
            {borders.sections.map((section) => (
              <Row key={section.id} section={section} />
            ))}
          </tbody>
        </table>
      </div>
      {table?.of === undefined ? null : (
        <p className={styles.fine}>
          {t(table.partial ? "map.borders.partial" : "map.borders.complete", { of: table.of })}
        </p>
      )}
    </>
  );
}

function Row({ section }: { readonly section: BorderSection }) {
  const { t, locale } = useText();
  const search = carried(useAddress()) as never;
  const { between, status, part, since, until, view, accuracyKm, acts, source, confidence, unverified, note } = section;
  const date = (text: string) => writeDated(text, locale);
  const word = t(`map.status.${status}` as MessageId);
  return (
    <tr>
      <th scope="row">
        {between.map(({ name }) => name).join(" · ")}
        {part ? <span className={styles.second}>{part}</span> : null}
      </th>
      <td data-label={t("map.borders.status")}>
        <span className={styles.status}>
          <svg width="26" height="12" aria-hidden="true">
            <path d="M0 6H26" className={lines[status]} />
          </svg>
          {unverified ? <Unverified>{word}</Unverified> : word}
        </span>
        {view ? (
          <span className={styles.second}>{t("map.borders.view", { party: view.name, km: accuracyKm })}</span>
        ) : null}
      </td>
      <td data-label={t("map.borders.since")}>
        {since && until
          ? t("map.borders.until", { since: date(since), until: date(until) })
          : since
            ? date(since)
            : null}
      </td>
      <td data-label={t("map.borders.acts")}>
        {acts.length === 0 && source === undefined ? (
          <span className={styles.none}>{t("map.borders.noActs")}</span>
        ) : null}
        <ul className={styles.acts}>
          {acts.map(({ of, id, title, date: when }) => (
            <li key={id}>
              {when ? <span className={styles.when}>{date(when)}</span> : null}{" "}
              {of === "instrument" ? (
                <Link to="/agreements/$id" params={{ id } as never} search={search}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      </td>
      <td data-label={t("map.borders.basis")}>
        {confidence ? <Confidence level={confidence} /> : null}
        {source ? <span className={styles.second}>{source}</span> : null}
        {note ? <span className={styles.second}>{note}</span> : null}
      </td>
    </tr>
  );
}
