import type { Agreement } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import action from "../../parts/action.module.css";
import { PageHead } from "../../parts/page-head.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDay, writeList } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { DateWords, EffectWords } from "../agreements/dates.tsx";
import { doubtText, KIND, STANDING, STANDING_MARK } from "../agreements/words.ts";
import styles from "./head.module.css";

/** What it is, since when, between whom, and how the asked party stands to it. */
export function Head({ agreement }: { readonly agreement: Agreement }) {
  const { t, locale } = useText();
  const address = useAddress();
  const { head, standpoint, adoption } = agreement;
  const { id, kind, signed, place, effect, sides, standing, doubts, parties } = head;
  const here = carried(address);
  return (
    <>
      <PageHead
        above={
          <>
            <Link to="/agreements" search={here as never}>
              {t("agreements.title")}
            </Link>
            {` / ${head.title}`}
          </>
        }
        title={head.fullTitle}
        actions={
          <>
            <Link
              className={`${action.action} ${action.plain}`}
              to="."
              search={{ ...address, tab: "versions" } as never}
            >
              {t("agreements.compare")}
            </Link>
            <Link
              className={`${action.action} ${action.plain}`}
              to="/agreements/$id/edit"
              params={{ id }}
              search={here as never}
            >
              {t("agreements.edit")}
            </Link>
            <Link className={`${action.action} ${action.plain}`} to="/plan" search={{ ...here, under: id } as never}>
              {t("agreements.planWith")}
            </Link>
          </>
        }
      />
      <p className={styles.meta}>
        <span>
          <b>{t(KIND[kind])}</b>
        </span>
        {signed === undefined ? null : (
          <span>
            {place === undefined ? t("agreements.signed") : t("agreements.signedAt", { place })}{" "}
            <b>
              <DateWords date={signed} />
            </b>
          </span>
        )}
        <span>
          {effect.length === 0 ? (
            t("agreements.noEffectDate")
          ) : (
            <>
              {t("agreements.inEffect")} <EffectWords effect={effect} />
            </>
          )}
        </span>
        <span>
          {sides.length > 0
            ? t("agreements.sides", {
                count: sides.length,
                sides: sides
                  .map(({ title, members }) =>
                    members.length === 1 && members[0]?.name === title
                      ? title
                      : t("agreements.sideOf", { side: title, members: members.map(({ name }) => name).join(", ") }),
                  )
                  .join("; "),
              })
            : parties.length > 6
              ? t("agreements.partyCount", { count: parties.length })
              : t("agreements.between", {
                  parties: writeList(
                    parties.map(({ name }) => name),
                    locale,
                  ),
                })}
        </span>
      </p>
      {standing === undefined || standpoint.partyName === undefined ? null : (
        <p className={styles.own}>
          <StatusMark state={STANDING_MARK[standing]} size={14} />
          <span>
            {standpoint.partyName}:{" "}
            <StateWords token={STANDING_MARK[standing].token}>{t(STANDING[standing])}</StateWords>
            {doubts.map((doubt) => `, ${t(doubtText(doubt))}`).join("")}
            {head.signedOnly ? `. ${t("agreements.signedOnlyNote")}` : ""}
          </span>
        </p>
      )}
      {adoption === undefined ? null : (
        <p className={styles.own}>
          {t("agreements.adoptedBy", { who: adoption.decidedBy, date: writeDay(adoption.from, locale) })}{" "}
          {adoption.note}
        </p>
      )}
    </>
  );
}
