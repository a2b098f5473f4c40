import type { AgreementHead } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { DateWords, EffectWords } from "./dates.tsx";
import styles from "./list.module.css";
import { doubtText, KIND, STANDING, STANDING_MARK } from "./words.ts";

/** So many parties are named; of more the number is. */
const NAMED = 4;

/** One instrument: what it is, who, since when, how much of it, how the asked party stands to it. */
export function AgreementRow({ head }: { readonly head: AgreementHead }) {
  const { t } = useText();
  const address = useAddress();
  const { id, title, fullTitle, kind, signed, place, effect, parties, clauses, coverage, standing, doubts, open } =
    head;
  return (
    <tr>
      <th scope="row">
        <Link to="/agreements/$id" params={{ id }} search={carried(address) as never} className={styles.name}>
          {title}
        </Link>
        {fullTitle === title ? null : <span className={styles.second}>{fullTitle}</span>}
        <span className={styles.second}>
          {t(KIND[kind])}
          {signed === undefined ? null : (
            <>
              {"\u00A0· "}
              {place === undefined ? t("agreements.signed") : t("agreements.signedAt", { place })}{" "}
              <DateWords date={signed} />
            </>
          )}
          {head.adopted ? <span className={styles.badge}>{t("agreements.adoptedHere")}</span> : null}
          {head.texts.length === 0 ? null : (
            <span className={styles.badge}>{t("agreements.textsHeld", { languages: head.texts.join(", ") })}</span>
          )}
        </span>
      </th>
      <td data-title={t("agreements.column.parties")}>
        {parties.length > NAMED
          ? t("agreements.partyCount", { count: parties.length })
          : parties.map(({ name }) => name).join(", ")}
        {parties.length === 0 ? <span className={styles.gap}>{t("agreements.noParties")}</span> : null}
      </td>
      <td data-title={t("agreements.column.since")}>
        {effect.length > 0 ? (
          <EffectWords effect={effect} />
        ) : (
          <span className={styles.gap}>{t("agreements.noEffectDate")}</span>
        )}
      </td>
      <td data-title={t("agreements.column.clauses")}>
        {t("agreements.clauseCount", { count: clauses.total })}
        {clauses.unverified > 0 ? (
          <span className={styles.unverified}>{t("agreements.unverifiedCount", { count: clauses.unverified })}</span>
        ) : null}
        {coverage.partial ? (
          <span className={styles.badge} title={coverage.text}>
            {t("agreements.readInPart")}
          </span>
        ) : null}
      </td>
      <td data-title={t("agreements.column.standing")}>
        {standing === undefined ? null : (
          <span className={styles.state}>
            <StatusMark state={STANDING_MARK[standing]} size={14} />
            <span>
              <StateWords token={STANDING_MARK[standing].token}>{t(STANDING[standing])}</StateWords>
              {doubts.map((doubt) => (
                <span key={doubt} className={styles.unverified}>
                  {t(doubtText(doubt))}
                </span>
              ))}
              {open > 0 ? <span className={styles.second}>{t("agreements.openCount", { count: open })}</span> : null}
            </span>
          </span>
        )}
      </td>
    </tr>
  );
}
