import type { RecordRow } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { MarkingBadge } from "../../parts/marking-badge.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { dayIn } from "../../state/days.ts";
import { writeMoment } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./records.module.css";

/** One record: what it is and says first, between whom, when, to whom it may be shown. */
export function RecordTableRow({ record }: { readonly record: RecordRow }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const near = dayIn(Date.now(), region.timeZone);
  const moment = (text: string) => writeMoment(text, locale, region.timeZone, { year: "auto", near });
  return (
    <tr>
      <th scope="row">
        <Link to="/records/$id" params={{ id: record.id }} search={carried(address) as never} className={styles.name}>
          {record.kindName}
        </Link>
        {record.summary === "" ? null : <span className={styles.second}>{record.summary}</span>}
        {record.corrects ? <span className={styles.badge}>{t("records.corrects")}</span> : null}
        {record.erased ? <span className={styles.badge}>{t("records.erased")}</span> : null}
      </th>
      <td data-title={t("records.column.parties")}>
        {record.toName === ""
          ? record.fromName
          : t("records.fromTo", { from: record.fromName || t("records.nobody"), to: record.toName })}
      </td>
      <td data-title={t("records.column.occurred")}>{moment(record.occurred)}</td>
      <td data-title={t("records.column.known")}>{moment(record.known)}</td>
      <td data-title={t("records.column.marking")}>
        <MarkingBadge marking={record.marking ?? "TLP:AMBER"} />
      </td>
    </tr>
  );
}
