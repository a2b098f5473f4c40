import type { Agreement } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { overlapsQuery } from "../../api/agreements.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Runs } from "../../parts/runs.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { writeList } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./tab.module.css";

const WAYS: Readonly<Record<"another act" | "consent" | "none", MessageId>> = {
  "another act": "agreements.way.anotherAct",
  consent: "agreements.way.consent",
  none: "agreements.way.none",
};

/** Names of many are counted: a list of fifty states says less than their number. */
const NAMED = 6;

/** Duties of other agreements that one act performs together with those of this one, and what pulls another way. */
export default function Overlaps({ agreement }: { readonly agreement: Agreement }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const here = carried(useAddress());
  const found = useQuery(overlapsQuery(region.id, agreement.head.id, asked));
  if (found.error) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeletons rows={6} />;
  const { overlaps, clashes, compared } = found.data;
  const names = (all: readonly string[]) =>
    all.length > NAMED ? t("agreements.partyCount", { count: all.length }) : writeList(all, locale);
  const clause = (id: string, instrument: string, title: string) => (
    <Link to="/agreements/$id" params={{ id: instrument }} hash={id} search={here as never}>
      {title}
    </Link>
  );
  return (
    <>
      <p className={styles.lead}>
        {t("agreements.overlapLead", { compared, count: overlaps.length, clashes: clashes.length })}
      </p>
      <Panel bare title={t("agreements.tab.overlaps")} count={overlaps.length}>
        {overlaps.map((overlap) => (
          <section key={overlap.clauses.map(({ id }) => id).join()} className={styles.group}>
            <h3>{t("agreements.overlapTitle", { act: overlap.act, cause: overlap.cause })}</h3>
            {overlap.clauses.map((each) => (
              <div key={each.id} className={styles.pair}>
                <span>
                  <b>{each.instrumentName}</b>, {t("agreements.articleShort")} {each.article}
                </span>
                <span className={overlap.strictest.includes(each.id) ? styles.first : undefined}>
                  {clause(each.id, each.instrument, each.title)}
                  {": "}
                  <Runs runs={each.by} />
                  {overlap.strictest.includes(each.id) && overlap.clauses.length > overlap.strictest.length
                    ? ` (${t("agreements.strictest")})`
                    : null}
                </span>
                <span className={styles.second}>
                  {each.channel === undefined ? null : each.channelUnverified ? (
                    <Unverified>{each.channel}</Unverified>
                  ) : (
                    each.channel
                  )}
                </span>
              </div>
            ))}
            <p className={styles.second}>
              {overlap.creditors.length === 0
                ? t("agreements.overlapDebtors", { debtors: names(overlap.debtors) })
                : t("agreements.overlapWho", {
                    debtors: names(overlap.debtors),
                    creditors: names(overlap.creditors),
                  })}{" "}
              {t(overlap.samePair ? "agreements.samePair" : "agreements.otherPair")}{" "}
              {overlap.strictest.length === 0 ? t("agreements.strictestDepends") : ""}{" "}
              {overlap.exact ? "" : t("agreements.notExact")}{" "}
              {overlap.unverified ? t("agreements.overlapUnverified") : ""}
            </p>
          </section>
        ))}
        {overlaps.length === 0 ? <p className={styles.note}>{t("agreements.noOverlaps")}</p> : null}
      </Panel>
      {clashes.length === 0 ? null : (
        <Panel bare className={styles.next} title={t("agreements.clashes")} count={clashes.length}>
          {clashes.map(({ asks, forbids, record, way, debtors, exact }) => (
            <section key={asks.id + forbids.id} className={styles.group}>
              <h3>{record}</h3>
              <p>
                {t("agreements.clashLine", {
                  asks: asks.id,
                  asksTitle: asks.name,
                  forbids: forbids.id,
                  forbidsTitle: forbids.name,
                })}
              </p>
              <p className={styles.second}>
                {t(WAYS[way])} {names(debtors)}. {exact ? "" : t("agreements.notExact")}
              </p>
            </section>
          ))}
        </Panel>
      )}
    </>
  );
}
