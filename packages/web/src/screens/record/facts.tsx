import type { RecordPage } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { MarkingBadge } from "../../parts/marking-badge.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { readMarking } from "../../state/records/marking.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { AudienceWords } from "../records/audience-words.tsx";
import styles from "./record.module.css";

/** The header, who is able to read it, the chain of its corrections, and the hashes it is known by. */
export function Facts({ page }: { readonly page: RecordPage }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const search = carried(useAddress()) as never;
  const { head, underNames, owner, held, chain, headerSha256, contentSha256 } = page;
  const moment = (text: string) => writeMoment(text, locale, region.timeZone, { zone: true });
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("records.occurred"), moment(head.occurred)],
    [t("records.recorded"), moment(head.recorded)],
    [t("records.knownHere"), moment(head.known)],
    [t("records.channel"), head.channel ?? t("records.notSaid")],
    [
      t("records.under"),
      underNames.length === 0
        ? t("records.underAny")
        : underNames.map(({ id, name }) => (
            <Link key={id} to="/agreements/$id" params={{ id }} search={search} className={styles.block}>
              {name}
            </Link>
          )),
    ],
    [t("records.id"), <code key="id">{head.id}</code>],
  ];
  return (
    <div className={styles.column}>
      <Panel title={t("records.header")}>
        <dl className={styles.facts}>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t("records.whoReads")}>
        <p>
          <MarkingBadge marking={head.marking ?? "TLP:AMBER"} />
        </p>
        <p className={styles.small}>
          {held === "region" ? (
            t("records.ofRegion")
          ) : (
            <>
              {region.parties.some((each) => each.id === owner.party)
                ? t("records.keptBy", { party: owner.partyName, body: owner.name })
                : t("records.keptByNode")}{" "}
              <AudienceWords
                marking={readMarking(head.marking)}
                to={head.to}
                {...(page.own ? {} : { keeper: owner.partyName })}
              />
            </>
          )}
        </p>
      </Panel>
      {chain.length === 0 ? null : (
        <Panel title={t("records.chain")}>
          <ol className={styles.chain}>
            {chain.map((each) => (
              <li key={each.id} aria-current={each.id === head.id ? "true" : undefined}>
                {each.id === head.id ? (
                  <b>{word(each)}</b>
                ) : (
                  <Link to="/records/$id" params={{ id: each.id }} search={search}>
                    {word(each)}
                  </Link>
                )}
                <span className={styles.small}>{moment(each.known)}</span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      <Panel title={t("records.proof")}>
        <dl className={styles.facts}>
          {headerSha256 === undefined ? null : (
            <div>
              <dt>{t("records.headerHash")}</dt>
              <dd>
                <code>{headerSha256}</code>
              </dd>
            </div>
          )}
          {contentSha256 === undefined ? null : (
            <div>
              <dt>{t("records.contentHash")}</dt>
              <dd>
                <code>{contentSha256}</code>
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.small}>{t("records.hashWhy")}</p>
      </Panel>
    </div>
  );

  function word(each: RecordPage["chain"][number]): string {
    if (each.withdraws !== undefined) return t("records.withdraws");
    return each.corrects === undefined ? t("records.firstStatement") : t("records.corrects");
  }
}
